import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Card } from "../../src/card/card.ts";
import { onCallCard } from "../../src/card/presence/onCallCard.ts";
import { presenceCard, sayArrangement } from "../../src/card/presence/presenceCard.ts";
import { tellingsOf } from "../../src/card/presence/presenceTold.ts";
import { DAY_MS, instant, later } from "../../src/clock.ts";
import { arrangementsIn } from "../../src/intake/presence/arrangementsIn.ts";
import { onCallQuery } from "../../src/intake/presence/onCallQuery.ts";
import { applyPlantEvents } from "../../src/plant/applyEvents.ts";
import { eventsOf } from "../../src/plant/arrangement/arrangement.ts";
import { remarksOn } from "../../src/plant/arrangement/consequences.ts";
import { PersonId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { readIn } from "../../src/plant/who/language.ts";
import { readPresence } from "../../src/understand/presence/readPresence.ts";
import { vocabularyOf } from "../../src/understand/text/vocabulary.ts";
import type { Reader } from "../../src/words/reader.ts";
import { demoText } from "../support/plantText.ts";
import { englishIn } from "./english.ts";
import { MARKED } from "./marked.ts";

const demo = demoText().plant;
const marked: Plant & Reader = { ...demo, words: MARKED };
const english = englishIn(demo);
const now = instant("2026-11-25T08:00:00+01:00");

const Sentence = z.object({ text: z.string(), said: z.unknown() });
const sentences = [
  ...readFileSync(new URL("../understand/presence/sentences.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => Sentence.parse(JSON.parse(line)))
    .flatMap(({ text, said }) => (said === null ? [] : [text])),
  ...["swap tonight with me", "swap friday with Otto", "swap shifts with Ole", "Otto is on call for plumbing tonight"],
  ...["Otto is off", "Otto is off until yesterday", "Karin covers for Karin tonight", "unfreeze the whole plant"],
];
const writers = ["paula", "otto", "ole", "karin", "lars", "olga"].map((id) => PersonId.parse(id));

/** Everything that a writer is answered to a sentence. */
function answersTo(text: string, by: PersonId, plant: Plant): readonly string[] {
  const presence = readPresence(text, vocabularyOf(demo), { plant, now });
  if (presence === null) return [];
  if (presence.type === "whoIsOnCall") {
    const query = onCallQuery(presence, plant, now);
    if (query.type !== "onCall") return [];
    const span = query.when ?? { from: now, to: now };
    return textsOf(onCallCard(query, span, plant, now));
  }
  const read = arrangementsIn(presence, plant, by, now);
  if (read.type === "tell") return [read.text];
  const { arrangement, other } = read;
  const remarks = remarksOn(arrangement, plant, by, now);
  return [
    ...textsOf(presenceCard({ arrangement, other, remarks, moves: [] }, plant, by, now)),
    sayArrangement(arrangement, plant, now),
    ...eventsOf(arrangement, plant, by, now).flatMap((event) => tellingsOf(event, plant).map((told) => told.text)),
  ];
}

function textsOf({ title, blocks }: Card): readonly string[] {
  const texts = blocks.flatMap((block): readonly string[] => {
    switch (block.type) {
      case "text":
        return [block.text];
      case "facts":
        return block.facts.flatMap(({ label, value }) => [label, value]);
      case "list":
        return [block.title, ...block.items.map(({ text }) => text)];
      case "actions":
        return block.actions.map(({ label }) => label);
      default:
        throw new Error(`No card of these has a ${block.type}`);
    }
  });
  return [title, ...texts];
}

// What somebody wrote is quoted as they wrote it.
test("nothing that is answered about who is there is said but from the catalogue", () => {
  const lines = writers.flatMap((by) => sentences.flatMap((text) => answersTo(text, by, marked)));
  expect(new Set(lines).size).toBeGreaterThan(150);
  expect(
    [...new Set(lines.map((line) => english(line.replace(/“[^”⟦]*/gu, "“"))))].filter((line) => line !== ""),
  ).toEqual([]);
});

test("what somebody froze in chat is called in the language of whoever reads it", () => {
  const [by] = writers;
  if (by === undefined) throw new Error("Nobody writes");
  const freeze = { type: "freeze", assets: [], lines: [], from: now, to: later(now, DAY_MS) } as const;
  const frozen = applyPlantEvents(demo, eventsOf(freeze, demo, by, now));
  const named = (plant: Plant) => plant.freezes.at(-1)?.name;
  expect(named(frozen)).toBe("the whole plant, by Paula Stein");
  expect(named(readIn(frozen, "de"))).toBe("das ganze Werk, von Paula Stein");
  expect(named(readIn(frozen, "es"))).toBe("toda la planta, por Paula Stein");
});
