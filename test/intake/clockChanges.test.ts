import { HOUR_MS, later } from "../../src/clock.ts";
import { arrangementsIn } from "../../src/intake/presence/arrangementsIn.ts";
import { applyPlantEvents } from "../../src/plant/applyEvents.ts";
import { eventsOf } from "../../src/plant/arrangement/arrangement.ts";
import { absenceOf } from "../../src/plant/duty/absence.ts";
import { nobodyOnCall, onCallOf } from "../../src/plant/duty/onCall.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { freezeAt } from "../../src/plant/time/freeze.ts";
import { type Interval, instantFrom } from "../../src/plant/time/localTime.ts";
import { readPresence } from "../../src/understand/presence/readPresence.ts";
import { vocabularyOf } from "../../src/understand/text/vocabulary.ts";
import { line3, otControls, person } from "../plant/cast.ts";
import { demoText } from "../support/plantText.ts";

// The nights in which the clocks of Berlin and of Chicago change, said at 16:00 the day before. What people say ends by
// the clock on the wall, however long that night is.
const NIGHTS = [
  { city: "Berlin", zone: "Europe/Berlin", evening: "2026-10-24", morning: "2026-10-25", hours: 25 },
  { city: "Berlin", zone: "Europe/Berlin", evening: "2027-03-27", morning: "2027-03-28", hours: 23 },
  { city: "Chicago", zone: "America/Chicago", evening: "2026-10-31", morning: "2026-11-01", hours: 25 },
  { city: "Chicago", zone: "America/Chicago", evening: "2027-03-13", morning: "2027-03-14", hours: 23 },
] as const;

describe.each(NIGHTS)("in $city, the day of $hours hours after $evening", ({ zone, evening, morning, hours }) => {
  const { plant } = demoText((text) =>
    text
      .replace("timeZone: Europe/Berlin", `timeZone: ${zone}`)
      .replace(
        '{ days: mon-fri, hours: "18:00-06:00", person: ole }',
        '{ days: daily, hours: "18:00-06:00", person: ole }',
      )
      .replace(
        '{ days: sat-sun, hours: "06:00-06:00", person: karin }',
        '{ days: sat-sun, hours: "06:00-18:00", person: karin }',
      ),
  );
  const at = (day: string, time: string) => instantFrom(`${day}T${time}`, zone);
  const now = at(evening, "16:00");

  /** What a sentence comes to, and the plant once it was confirmed. */
  function said(text: string, by: string): Interval & { readonly after: Plant } {
    const presence = readPresence(text, vocabularyOf(plant), { plant, now });
    if (presence === null || presence.type === "whoIsOnCall") throw new Error(`“${text}” arranges nothing`);
    const arranging = arrangementsIn(presence, plant, person(by), now);
    if (arranging.type === "tell") throw new Error(arranging.text);
    const { arrangement } = arranging;
    if (!("from" in arrangement)) throw new Error(`“${text}” has no time`);
    const { from, to } = arrangement;
    return { from, to, after: applyPlantEvents(plant, eventsOf(arrangement, plant, person(by), now)) };
  }

  test("a freeze until 06:00 ends at 06:00 on the wall", () => {
    const { to, after } = said("freeze line 3 until 06:00", "paula");
    expect(to).toBe(at(morning, "06:00"));
    expect(to - now).toBe((hours - 10) * HOUR_MS);
    const saidOver = (when: number) =>
      after.freezes.some(
        ({ when: w, saidAt }) => saidAt !== undefined && w.type === "once" && w.from <= when && when < w.to,
      );
    expect([saidOver(to - 1), saidOver(to)]).toEqual([true, false]);
    expect(freezeAt(after, { assets: [], lines: [line3] }, later(now, 5 * HOUR_MS))?.until).toBe(to);
  });

  test("whoever is off until 08:00 is back at 08:00 on the wall", () => {
    const { to, after } = said("I'm off until tomorrow 08:00", "sina");
    expect(to).toBe(at(morning, "08:00"));
    expect(to - now).toBe((hours - 8) * HOUR_MS);
    const sina = person("sina");
    expect([absenceOf(after, sina, later(to, -1)) === null, absenceOf(after, sina, to) === null]).toEqual([
      false,
      true,
    ]);
  });

  test("a night that was swapped lasts as long as that night, and nobody is missing in it", () => {
    const { from, to, after } = said("swap tonight with Otto", "ole");
    expect([from, to]).toEqual([at(evening, "18:00"), at(morning, "06:00")]);
    expect(to - from).toBe((hours - 12) * HOUR_MS);
    expect(onCallOf(after, otControls.team, later(to, -1)).people).toEqual([person("otto")]);
    expect(onCallOf(after, otControls.team, to).people).toEqual([person("karin")]);
    expect(nobodyOnCall(after, otControls.team, now, later(to, HOUR_MS))).toEqual([]);
  });
});
