import { digestCard } from "../../../src/card/digest/digest.ts";
import { DAY_MS, later } from "../../../src/clock.ts";
import { applyPlantEvents } from "../../../src/plant/applyEvents.ts";
import { mayActFor } from "../../../src/plant/duty/authority.ts";
import { onCallOf } from "../../../src/plant/duty/onCall.ts";
import type { StandInSet } from "../../../src/plant/events.ts";
import { uncoveredHours } from "../../../src/plant/file/coverage.ts";
import { readPlant } from "../../../src/plant/file/read.ts";
import type { TeamId } from "../../../src/plant/ids.ts";
import { digestOf } from "../../support/digestOf.ts";
import { local, monday, person, plantOf, smallPlant, team } from "../cast.ts";
import { inWords } from "../inWords.ts";

const scada = team("ot-scada");
const text = smallPlant.replace(
  "onCall: { type: list, people: [sven] }",
  "onCall: { type: ical, file: scada.ics, names: { Second shift: karin } }",
);

/** Sven every week from Monday 08:00 to Friday 17:00, one week moved by a day; Karin by a title; Ole once, by e-mail. */
const calendar = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//On call//EN",
  "BEGIN:VEVENT",
  "UID:week",
  "SUMMARY:On call - Sven Adler",
  "DTSTART;TZID=Europe/Berlin:20261005T080000",
  "DTEND;TZID=Europe/Berlin:20261009T170000",
  "RRULE:FREQ=WEEKLY",
  "EXDATE;TZID=Europe/Berlin:20261207T080000",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "UID:week",
  "RECURRENCE-ID;TZID=Europe/Berlin:20261130T080000",
  "SUMMARY:On call - Sven Adler",
  "DTSTART;TZID=Europe/Berlin:20261201T080000",
  "DTEND;TZID=Europe/Berlin:20261204T170000",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "UID:weekend",
  "SUMMARY:Second shift",
  "DTSTART:20261128T070000Z",
  "DTEND:20261128T190000Z",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "UID:guest",
  "SUMMARY:Somebody else",
  "DTSTART:20261129T070000",
  "DTEND:20261129T190000",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "UID:mail",
  "SUMMARY:Primary",
  "ATTENDEE:MAILTO:Ole@Hamburg.example",
  "DTSTART;TZID=Europe/Berlin:20261129T200000",
  "DTEND;TZID=Europe/Berlin:20261129T210000",
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");

const included = { "scada.ics": calendar };
const plant = plantOf(text, included);

describe("an imported calendar", () => {
  test.each([
    { name: "a week of a series", at: "2026-11-23T08:00", people: ["sven"] },
    { name: "the evening that ends it", at: "2026-11-27T17:00", people: [] },
    { name: "the same hour by the wall clock before winter time began", at: "2026-10-19T08:00", people: ["sven"] },
    { name: "not an hour earlier then", at: "2026-10-19T07:59", people: [] },
    { name: "a week that was moved", at: "2026-11-30T12:00", people: [] },
    { name: "the day it was moved to", at: "2026-12-01T08:00", people: ["sven"] },
    { name: "a week that was taken out", at: "2026-12-08T12:00", people: [] },
    { name: "a year later", at: "2027-11-22T12:00", people: ["sven"] },
    { name: "a title the plant file explains, in Greenwich time", at: "2026-11-28T08:00", people: ["karin"] },
    { name: "somebody known by e-mail", at: "2026-11-29T20:30", people: ["ole"] },
    { name: "an event that names nobody", at: "2026-11-29T12:00", people: [] },
  ])("$name: $people", ({ at, people }) => {
    expect(onCallOf(plant, scada.team, local(at)).people).toEqual(people);
  });

  test("says from when until when", () => {
    expect(inWords(plant, onCallOf(plant, scada.team, monday("09:00")))).toMatchObject({
      because: "calendar scada.ics, Mon 08:00 to Fri 17:00",
      until: local("2026-11-27T17:00"),
    });
  });

  test("lets the people it names act for the team", () => {
    expect(mayActFor(plant, scada, person("karin"))).toBe(true);
    expect(mayActFor(plant, scada, person("otto"))).toBe(false);
  });

  test("lets them act only while their turn runs, and for a week after; who is a member always", () => {
    const may = (id: string, at: string) => mayActFor(plant, scada, person(id), { at: local(at) });
    const at = ["2026-11-28T07:59", "2026-11-28T08:00", "2026-12-05T19:59", "2026-12-05T20:00", "2027-11-28T12:00"];
    expect(at.map((time) => may("karin", time))).toEqual([false, true, true, false, false]);
    expect(may("ole", "2026-11-28T12:00")).toBe(false);
    expect(may("ole", "2026-11-29T20:30")).toBe(true);
    expect(at.map((time) => may("sven", time))).toEqual([true, true, true, true, true]);
  });

  test("lets whoever stands in for them act and be asked, where it names them, too", () => {
    const at = local("2026-11-28T12:00");
    const by = (who: string): StandInSet => ({
      ...{
        type: "StandInSet",
        person: person("karin"),
        standIn: person(who),
        by: person("karin"),
        at: monday("07:00"),
      },
      ...{ from: local("2026-11-28T08:00"), to: local("2026-11-28T20:00") },
    });
    const covered = applyPlantEvents(plant, [by("ole")]);
    expect(mayActFor(covered, scada, person("ole"), { at })).toBe(true);
    expect(onCallOf(covered, scada.team, at).people).toEqual([person("ole")]);
    expect(mayActFor(applyPlantEvents(plant, [by("otto")]), scada, person("otto"), { at })).toBe(false);
  });

  test("is warned of titles that name nobody, where these stand", () => {
    const line = calendar.split("\r\n").indexOf("SUMMARY:Somebody else") + 1;
    expect(line).toBeGreaterThan(10);
    expect(readPlant(text, "plants/p.yaml", included)).toMatchObject({
      warnings: expect.arrayContaining([
        {
          ...{ severity: "warning", file: "plants/scada.ics", line, column: 1 },
          what: 'the event "Somebody else" names nobody of this plant',
          todo: 'nobody is rung for it; say who is meant at teams.ot-scada.onCall, under names: "Somebody else": their id',
        },
      ]),
    });
  });

  test.each([
    { name: "no calendar at all", content: "<html>" },
    { name: "a rule nobody can follow", content: calendar.replace("FREQ=WEEKLY", "FREQ=SOMETIMES") },
    { name: "a time that is none", content: calendar.replace("20261128T070000Z", "tomorrow") },
  ])("with $name is reported before anybody relies on it", ({ content }) => {
    expect(readPlant(text, "p.yaml", { "scada.ics": content })).toMatchObject({
      ok: false,
      problems: [{ line: 44, what: expect.stringContaining("scada.ics is not an iCalendar file that can be read") }],
    });
  });

  test("that no rota refers to does not change the version of the plant", () => {
    expect(plantOf(text, { ...included, "other.ics": "" }).version).toBe(plant.version);
  });

  test("changes the version of the plant when it changes", () => {
    expect(plantOf(text, { "scada.ics": calendar.replace("Second", "Third") }).version).not.toBe(plant.version);
  });
});

describe("a line whose shift leads stand in an imported calendar", () => {
  const byCalendar = smallPlant.replace(
    "shiftLeads: { type: byShift, people: { day: [lars] } }",
    "shiftLeads: { type: ical, file: leads.ics }",
  );
  const leads = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//On call//EN", "BEGIN:VEVENT", "UID:lead", "SUMMARY:Lars Meier"],
    ...["DTSTART;TZID=Europe/Berlin:20261123T000000", "DTEND;TZID=Europe/Berlin:20261130T000000"],
    ...["RRULE:FREQ=WEEKLY;COUNT=2", "END:VEVENT", "END:VCALENDAR", ""],
  ].join("\r\n");

  test("is warned of from when on nobody leads its shift", () => {
    const reading = readPlant(byCalendar, "p.yaml", { "leads.ics": leads }, monday("06:00"));
    const says = reading.ok ? reading.warnings.map(({ line, what }) => `${line} ${what}`) : [];
    expect(says).toContain("65 nobody leads the shift on Line 3: from Mon 7 Dec 2026 00:00 on");
  });

  test("has those hours in the digest of the week before, also for the team that runs it", () => {
    const of = plantOf(byCalendar, { "leads.ics": leads });
    const at = local("2026-12-03T06:00");
    const says = (teams: readonly TeamId[]) => JSON.stringify(digestCard(digestOf([], at), { plant: of, teams }, at));
    expect(says([])).toContain("shift lead of Line 3 Mon 00:00 to Thu 06:00");
    expect(says([team("line-3-operators").team])).toContain("shift lead of Line 3");
    expect(says([scada.team])).not.toContain("shift lead of Line 3");
  });
});

test("the working hours of a week in which its calendar has nobody are known ahead", () => {
  const from = local("2026-11-30T00:00");
  const ahead = uncoveredHours(plant, { from, to: later(from, 7 * DAY_MS) });
  // The week's turn begins on Tuesday.
  expect(ahead.find(({ team }) => team === scada.team)?.gaps).toEqual([
    { from: local("2026-11-30T08:00"), to: local("2026-11-30T17:00") },
  ]);
});
