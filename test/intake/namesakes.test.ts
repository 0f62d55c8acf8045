import { arrangementsIn } from "../../src/intake/presence/arrangementsIn.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { readIn } from "../../src/plant/who/language.ts";
import { readPresence } from "../../src/understand/presence/readPresence.ts";
import { vocabularyOf } from "../../src/understand/text/vocabulary.ts";
import { monday, person, plantOf, smallPlant } from "../plant/cast.ts";

const two = plantOf(
  smallPlant
    .replace("  ole: {", '  otto-meier: { name: Otto Meier, accounts: ["web:otto-meier"] }\n  ole: {')
    .replace("members: [otto, ole]", "members: [otto, ole, otto-meier]"),
);

function told(text: string, plant: Plant = two): string {
  const now = monday("09:00");
  const read = readPresence(text, vocabularyOf(plant), { plant, now });
  if (read === null || read.type === "whoIsOnCall") throw new Error(`“${text}” arranges nothing`);
  const arranging = arrangementsIn(read, plant, person("karin"), now);
  return arranging.type === "tell" ? arranging.text : JSON.stringify(arranging.arrangement);
}

test.each(["Otto is off tomorrow", "Karin covers for Otto until friday", "swap friday with Otto"])(
  "where two people are called Otto, “%s” is asked about and notes nothing",
  (text) => {
    expect(told(text)).toMatch(/^Which Otto: Otto Brandt or Otto Meier\? Nothing was noted; /);
  },
);

test("it is asked in the language of whoever reads it", () => {
  expect(told("Otto ist morgen nicht da", readIn(two, "de"))).toMatch(
    /Otto Brandt oder Otto Meier\? Nichts wurde notiert/,
  );
  expect(told("Otto no está mañana", readIn(two, "es"))).toMatch(/Otto Brandt u Otto Meier\? No se ha anotado nada/);
});

test("a whole name says which of them, and a first name that one person has is enough", () => {
  expect(told("Otto Meier is off tomorrow")).toContain('"person":"otto-meier"');
  expect(told("Otto Brandt is off tomorrow")).toContain('"person":"otto"');
  expect(told("Ole is off tomorrow")).toContain('"person":"ole"');
});
