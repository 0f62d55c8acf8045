import { instant } from "../../src/clock.ts";
import { arrangementsIn } from "../../src/intake/presence/arrangementsIn.ts";
import { PersonId } from "../../src/plant/ids.ts";
import { sayPeriod } from "../../src/plant/time/sayTime.ts";
import { readPresence } from "../../src/understand/presence/readPresence.ts";
import { vocabularyOf } from "../../src/understand/text/vocabulary.ts";
import { demoText } from "../support/plantText.ts";

const { plant } = demoText();
const vocabulary = vocabularyOf(plant);

/** Both readings of what somebody says, the first button first. */
function readings(who: string, text: string, said: string): readonly string[] {
  const now = instant(said);
  const presence = readPresence(text, vocabulary, { plant: vocabulary, now });
  if (presence === null || presence.type === "whoIsOnCall") throw new Error(`"${text}" arranges nothing`);
  const read = arrangementsIn(presence, plant, PersonId.parse(who), now);
  if (read.type === "tell") return [read.text];
  return [read.arrangement, ...(read.other === null ? [] : [read.other])].map((each) =>
    "to" in each
      ? `${"person" in each ? `${each.person} ` : ""}${sayPeriod(each.from, each.to, plant, { reference: now })}`
      : each.type,
  );
}

// On Wednesday at 00:30 Ole is on call until 06:00, and again from 18:00.
const AFTER_MIDNIGHT = "2026-12-02T00:30:00+01:00";
const TONIGHT = ["ole 00:30 to 06:00", "ole 18:00 to Thu 06:00"];

test.each([
  ["Karin covers for me tonight"],
  ["swap tonight with Otto"],
  ["ich bin heute Nacht weg"],
  ["esta noche no estoy"],
])("“%s”, said in the night, is of the night that runs, or of the next one", (text) => {
  expect(readings("ole", text, AFTER_MIDNIGHT)).toEqual(TONIGHT);
});

test("a freeze of tonight is of the night that runs, or of the next one", () => {
  expect(readings("paula", "freeze line 3 tonight", AFTER_MIDNIGHT)).toEqual(["00:30 to 06:00", "18:00 to Thu 00:00"]);
});

test("who is sick today in the middle of their turn is so from now on, or from the morning", () => {
  expect(readings("ole", "I'm sick today", "2026-12-02T04:30:00+01:00")).toEqual([
    "ole 04:30 to Thu 06:00",
    "ole 06:00 to Thu 06:00",
  ]);
  expect(readings("otto", "I'm sick today", "2026-12-02T04:30:00+01:00")).toEqual(["otto 06:00 to Thu 06:00"]);
});

test("by day and in the evening there is one tonight", () => {
  for (const hour of ["06:30", "13:00", "17:00"])
    expect(readings("ole", "Karin covers for me tonight", `2026-12-02T${hour}:00+01:00`)).toEqual([TONIGHT[1]]);
  expect(readings("ole", "Karin covers for me tonight", "2026-12-02T20:00:00+01:00")).toEqual([
    "ole 20:00 to Thu 06:00",
  ]);
  expect(readings("ole", "Karin covers for me tomorrow night", AFTER_MIDNIGHT)).toEqual(["ole Thu 18:00 to Fri 06:00"]);
});
