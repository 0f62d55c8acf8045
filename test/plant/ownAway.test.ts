import { digestCard } from "../../src/card/digest/digest.ts";
import { applyPlantEvents } from "../../src/plant/applyEvents.ts";
import { addressesOf, takeIn, withCalendars } from "../../src/plant/calendar/byAddress.ts";
import { absenceOf } from "../../src/plant/duty/absence.ts";
import { nobodyOnCall, onCallOf } from "../../src/plant/duty/onCall.ts";
import { nextOwnAway, ownAwayChanged } from "../../src/plant/duty/ownAway.ts";
import { unfollowedCalendars } from "../../src/plant/duty/unfollowed.ts";
import { readPlant } from "../../src/plant/file/read.ts";
import { touchedBetween } from "../../src/plant/inForce/touched.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { digestOf } from "../support/digestOf.ts";
import { local, monday, otControls, person, plantOf, smallPlant } from "./cast.ts";

const OTTO = person("otto");

const event = (uid: string, ...lines: readonly string[]) =>
  ["BEGIN:VEVENT", `UID:${uid}`, ...lines, "END:VEVENT"].join("\r\n");
const calendar = (...events: readonly string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//", ...events, "END:VCALENDAR", ""].join("\r\n");
const timed = (from: string, to: string) => [`DTSTART:20261123T${from}`, `DTEND:20261123T${to}`];

const OOF = event("oof", "SUMMARY:Dentist", ...timed("080000", "100000"), "X-MICROSOFT-CDO-BUSYSTATUS:OOF");

const withOwn = (file: string) => smallPlant.replace('accounts: ["web:otto", "slack:U0OTTO"]', `$&, away: ${file}`);
const fromFile = (text: string, counts = "outOfOffice"): Plant =>
  plantOf(withOwn(`{ file: otto.ics, counts: ${counts} }`), { "otto.ics": text });

const isAway = (plant: Plant, at: string) => absenceOf(plant, OTTO, monday(at)) !== null;

describe("somebody's own calendar", () => {
  test("makes them away while it says that they are out of office, and the next in the rota is asked", () => {
    const plant = fromFile(calendar(OOF));
    expect([isAway(plant, "07:59"), isAway(plant, "08:00"), isAway(plant, "09:59"), isAway(plant, "10:00")]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(onCallOf(plant, otControls.team, monday("09:00")).people).not.toContain(OTTO);
    expect(onCallOf(plant, otControls.team, monday("11:00")).people).toEqual([OTTO]);
  });

  test.each([
    { what: "a meeting", lines: [...timed("080000", "100000"), "SUMMARY:Weekly"], counts: false, busy: true },
    {
      what: "a meeting marked busy",
      lines: [...timed("080000", "100000"), "X-MICROSOFT-CDO-BUSYSTATUS:BUSY"],
      counts: false,
      busy: true,
    },
    { what: "what is free", lines: ["DTSTART;VALUE=DATE:20261123", "TRANSP:TRANSPARENT"], counts: false, busy: false },
    {
      what: "what is tentative",
      lines: ["DTSTART;VALUE=DATE:20261123", "STATUS:TENTATIVE"],
      counts: false,
      busy: false,
    },
    {
      what: "what was called off",
      lines: ["DTSTART;VALUE=DATE:20261123", "STATUS:CANCELLED"],
      counts: false,
      busy: false,
    },
    {
      what: "work elsewhere",
      lines: ["DTSTART;VALUE=DATE:20261123", "X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE"],
      counts: false,
      busy: false,
    },
    {
      what: "what was declined",
      lines: ["DTSTART;VALUE=DATE:20261123", "ATTENDEE;PARTSTAT=DECLINED:mailto:otto@x.example"],
      counts: false,
      busy: false,
    },
    { what: "a whole day", lines: ["DTSTART;VALUE=DATE:20261123", "SUMMARY:Trip"], counts: true, busy: true },
    {
      what: "an afternoon of leave",
      lines: [...timed("080000", "100000"), "SUMMARY:Urlaub (halber Tag)"],
      counts: true,
      busy: true,
    },
    { what: "a series of days", lines: ["DTSTART;VALUE=DATE:20261109", "RRULE:FREQ=WEEKLY"], counts: true, busy: true },
  ])("counts $what as it is meant: $counts, and where all that is busy counts: $busy", ({ lines, counts, busy }) => {
    const text = calendar(event("one", ...lines));
    expect(isAway(fromFile(text), "09:00")).toBe(counts);
    expect(isAway(fromFile(text, "busy"), "09:00")).toBe(busy);
  });

  test("is obeyed day by day: what one day of a series was changed to does not make them away", () => {
    const series = event("leave", "DTSTART;VALUE=DATE:20261116", "RRULE:FREQ=WEEKLY", "SUMMARY:Part time");
    const there = event(
      "leave",
      "RECURRENCE-ID;VALUE=DATE:20261123",
      "DTSTART;VALUE=DATE:20261123",
      "TRANSP:TRANSPARENT",
    );
    const plant = fromFile(calendar(series, there));
    expect(isAway(plant, "09:00")).toBe(false);
    expect(absenceOf(plant, OTTO, local("2026-11-30T09:00"))).not.toBeNull();
  });

  test("leaves hours without anybody on call, as an absence does", () => {
    const gaps = nobodyOnCall(fromFile(calendar(OOF)), otControls.team, monday("06:00"), monday("22:00"));
    expect(gaps).toEqual([{ from: monday("08:00"), to: monday("10:00") }]);
  });

  test("does not count for who said that they are back, until it says the next thing", () => {
    const series = event("oof", ...timed("080000", "100000"), "RRULE:FREQ=DAILY", "X-MICROSOFT-CDO-BUSYSTATUS:OOF");
    const ended = { type: "AbsenceEnded", person: OTTO, by: OTTO, at: monday("08:30") } as const;
    const plant = applyPlantEvents(fromFile(calendar(series)), [ended]);
    expect(isAway(plant, "09:00")).toBe(false);
    expect(absenceOf(plant, OTTO, local("2026-11-24T09:00"))).not.toBeNull();
  });

  test("is looked at as soon as it begins and as it ends", () => {
    const plant = fromFile(calendar(OOF));
    expect(nextOwnAway(plant, monday("06:00"), monday("06:00"))).toBe(monday("08:00"));
    expect(nextOwnAway(plant, monday("08:00"), monday("08:00"))).toBe(monday("10:00"));
    expect(nextOwnAway(plant, monday("10:00"), monday("10:00"))).toBeNull();
    expect(nextOwnAway(plant, local("2026-11-21T06:00"), monday("06:00"))).toBe(monday("08:00"));
    expect([...ownAwayChanged(plant, { from: monday("07:00"), to: monday("08:00") })]).toEqual([OTTO]);
    expect([...ownAwayChanged(plant, { from: monday("08:00"), to: monday("09:00") })]).toEqual([]);
  });
});

describe("a calendar of somebody's own at an address", () => {
  const url = "https://mail.example.com/otto.ics";
  const atAddress = plantOf(withOwn(`{ url: "${url}" }`));
  const [address] = addressesOf(atAddress);
  const private_ = event("secret", "SUMMARY:Talk about a raise", "DTSTART:20261123T110000", "DTEND:20261123T120000");

  test("is kept without titles, and without what makes nobody away", () => {
    const taken = takeIn(calendar(OOF, private_), "Europe/Berlin", address?.holds);
    expect(taken).toHaveProperty("text");
    const text = "text" in taken ? taken.text : "";
    expect(text).not.toMatch(/Dentist|raise|secret/);
    const calendars = new Map([[address?.id ?? "", { text, etag: null, lastModified: null, readAt: monday("06:00") }]]);
    const plant = withCalendars(atAddress, calendars);
    expect([isAway(plant, "09:00"), isAway(plant, "11:30")]).toEqual([true, false]);
    expect(touchedBetween(atAddress, plant)).toMatchObject({
      things: expect.arrayContaining([
        { type: "person", id: OTTO },
        { type: "team", id: otControls.team },
      ]),
    });
    expect(withCalendars(atAddress, calendars).people.get(OTTO)?.away).toBe(plant.people.get(OTTO)?.away);
  });

  test.each([
    ["followed", "FREQ=DAILY;COUNT=20000"],
    ["read", "FREQ=MINUTELY"],
  ])("of which an earlier release kept what cannot be %s stops nothing, and the digest says whose it is", (_, rule) => {
    const endless = event("oof", "DTSTART;VALUE=DATE:19800101", `RRULE:${rule}`);
    const text = calendar(endless, event("day", "DTSTART;VALUE=DATE:20261123"));
    const kept = { text, etag: null, lastModified: null, readAt: monday("06:00") };
    const plant = withCalendars(atAddress, new Map([[address?.id ?? "", kept]]));
    expect(isAway(plant, "09:00")).toBe(true);
    expect(absenceOf(plant, OTTO, local("2026-11-24T09:00"))).toBeNull();
    expect(nextOwnAway(plant, monday("06:00"), monday("06:00"))).toBe(local("2026-11-24T00:00"));
    const { blocks } = digestCard(digestOf([], monday("06:00")), { plant, teams: [] }, monday("06:00"));
    const name = plant.people.get(OTTO)?.name;
    expect(JSON.stringify(blocks)).toContain(`count for nobody, are in the calendars of: ${name}.`);
    expect(unfollowedCalendars(atAddress, { from: monday("06:00"), to: monday("07:00") })).toEqual([]);
  });

  test("makes nobody away before it was read", () => {
    expect(isAway(withCalendars(atAddress, new Map()), "09:00")).toBe(false);
  });
});

test.each([
  ["{ file: nowhere.ics }", "there is no file nowhere.ics"],
  ["{ }", "a calendar needs either a file or a url"],
])("a mistake in %s is said with what to do", (away, what) => {
  const reading = readPlant(withOwn(away), "plants/test.yaml");
  expect(reading.ok).toBe(false);
  expect(reading.ok ? [] : reading.problems.map((problem) => problem.what).join("; ")).toContain(what);
});
