import { readFileSync } from "node:fs";
import { z } from "zod";
import { instant } from "../../../src/clock.ts";
import { readPresence } from "../../../src/understand/presence/readPresence.ts";
import { vocabularyOf } from "../../../src/understand/text/vocabulary.ts";
import { cpuMs } from "../../support/cpuTime.ts";
import { demoText } from "../../support/plantText.ts";

const Sentence = z.object({
  text: z.string(),
  said: z.record(z.string(), z.unknown()).nullable(),
  when: z.string().nullable().optional(),
});
const sentences = readFileSync(new URL("./sentences.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => Sentence.parse(JSON.parse(line)));
const vocabulary = vocabularyOf(demoText().plant);
const now = instant("2026-11-25T08:00:00+01:00");
const read = (text: string) => readPresence(text, vocabulary, { plant: vocabulary, now });

test.each(sentences.filter(({ said }) => said !== null))("“$text” says who is there", ({ text, said, when }) => {
  const presence = read(text);
  expect(presence).toMatchObject({ ...said });
  expect(presence?.times.said).toBe(when);
});

test.each(sentences.filter(({ said }) => said === null))("“$text” is about something else", ({ text }) => {
  expect(read(text)).toBeNull();
});

test("an alias of the plant file names somebody, a part of a name nobody", () => {
  const { plant } = demoText((text) => text.replace("name: Otto Brandt,", "name: Otto Brandt, aliases: [Obi],"));
  const own = vocabularyOf(plant);
  const inIt = (text: string) => readPresence(text, own, { plant: own, now });
  expect(inIt("Obi is off until Friday")).toMatchObject({ type: "away", person: "otto" });
  expect(inIt("Ottokar is off until Friday")).toBeNull();
});

test("the longest sentence that is read takes no time, whatever is repeated in it", () => {
  const took = cpuMs(() => {
    for (const words of ["i me will ", "will will ", "sick leave ", "P0 and ", "otto covers ", "swap shift me with "])
      read(words.repeat(60).slice(0, 299));
  });
  expect(took).toBeLessThan(500);
});
