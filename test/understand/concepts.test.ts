import { conceptsOf } from "../../src/understand/model/concepts.ts";
import { featuresOf } from "../../src/understand/model/features.ts";
import { cuesIn } from "../../src/understand/turns/cues.ts";
import { utter } from "../../src/understand/utterance/utterance.ts";

const heard = (said: string) => utter(said, "HAM");
const featuresIn = (said: string) => featuresOf(heard(said), cuesIn(heard(said).line));

describe("what a word is about", () => {
  test.each([
    { word: "umgestellt", about: "move" },
    { word: "reinicien", about: "restart" },
    { word: "packstationsdrucker", about: "printer" },
    { word: "aendern", about: "move" },
    { word: "becaria", about: "person" },
  ])("is known by its stem, its last part or without its umlaut: '$word'", ({ word, about }) => {
    expect(conceptsOf(word)).toContain(about);
  });

  test("is not asked of a text without spaces, which would take long", () => {
    expect(conceptsOf("drucker".repeat(6))).toEqual([]);
  });

  test("is nothing where only a part of the word looks alike", () => {
    expect(conceptsOf("drucker")).not.toContain("plc");
    expect(conceptsOf("<port>")).toEqual([]);
    expect(conceptsOf("constructor")).toEqual([]);
  });

  test("is the same in three languages, and seen by the model", () => {
    const said = ["please move the camera", "die Kamera bitte umziehen", "mover la cámara por favor"];
    for (const text of said) expect(featuresIn(text)).toEqual(expect.arrayContaining(["m:move", "m:camera"]));
  });
});

test("what is said not to be meant does not speak for what it is about", () => {
  const features = featuresIn("kein neues Konto, nur aus dem Hotel auf die Steuerung");
  expect(features).toEqual(expect.arrayContaining(["m:!account", "m:away"]));
  expect(features).not.toContain("m:account");
});

describe("off and on again", () => {
  test.each([
    "power off and back on for the converter",
    "pull its plug and put it back",
    "Switch im Schrank 3 einmal aus und wieder an",
    "Strom am Gateway kurz wegnehmen",
    "apagadlo y encendedlo otra vez",
    "necesita un arranque en frío",
  ])("is a restart by another name: '%s'", (said) => {
    expect(cuesIn(heard(said).line)).toContain("offAndOn");
  });

  test.each(["the light goes on and off", "der Drucker ist aus und steht im Keller", "corta el cable rojo"])(
    "is not told by everything that has these words: '%s'",
    (said) => {
      expect(cuesIn(heard(said).line)).not.toContain("offAndOn");
    },
  );
});
