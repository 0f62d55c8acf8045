import { readFileSync } from "node:fs";
import { LABELS } from "../../src/understand/labels.ts";
import { featuresOf } from "../../src/understand/model/features.ts";
import { chancesOf } from "../../src/understand/model/model.ts";
import { strengthOf } from "../../src/understand/model/strength.ts";
import { cuesIn } from "../../src/understand/turns/cues.ts";
import { utter } from "../../src/understand/utterance/utterance.ts";

describe("the shipped model", () => {
  test("gives every label a chance, and all together one", () => {
    const chances = chancesOf(["w:restart", "w:please"]);
    expect([...chances.keys()]).toEqual([...LABELS]);
    expect([...chances.values()].reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
  });

  test("is small enough to be loaded at once", () => {
    expect(readFileSync("src/understand/model/modelData.ts").length).toBeLessThan(1_500_000);
  });
});

describe("what the model looks at", () => {
  const featuresIn = (said: string) => {
    const utterance = utter(said, "HAM");
    return featuresOf(utterance, cuesIn(utterance.line));
  };

  test("does not include how long a message is", () => {
    expect(featuresIn("please restart the mixer on line 3 before the shift ends").join(" ")).not.toMatch(/(^| )n:/);
  });

  test.each([
    { said: "please move the old printer", done: "v:move_verb_field_device" },
    { said: "den Drucker bitte umziehen", done: "v:move_verb_field_device" },
    { said: "open 502 to the mixer", done: "v:open_verb_<port>" },
  ])("includes what is done to what kind of thing: '$said'", ({ said, done }) => {
    expect(featuresIn(said)).toContain(done);
  });

  test("lets pairs and parts of a word count for less than the word", () => {
    expect(strengthOf("w:open")).toBe(1);
    for (const feature of ["b:please_open", "k:^_open_verb", "g:^ope"]) expect(strengthOf(feature)).toBeLessThan(1);
  });
});
