import { DAY_MS, HOUR_MS, instant, MINUTE_MS, SECOND_MS } from "../../src/clock.ts";
import { sayDuration, sayInstant, sayPeriod } from "../../src/plant/time/sayTime.ts";
import { local, monday } from "./cast.ts";

const reference = monday("09:00");

describe("an instant", () => {
  test.each([
    { name: "today", at: "2026-11-23T13:05", said: "13:05" },
    { name: "tomorrow", at: "2026-11-24T10:00", said: "Tue 10:00" },
    { name: "six days ahead", at: "2026-11-29T10:00", said: "Sun 10:00" },
    { name: "six days ago", at: "2026-11-17T10:00", said: "Tue 10:00" },
    { name: "a week ahead, where the weekday alone could be today", at: "2026-11-30T18:00", said: "Mon 30 Nov 18:00" },
    { name: "next year", at: "2027-01-04T06:00", said: "Mon 4 Jan 2027 06:00" },
  ])("$name is said $said", ({ at, said }) => {
    expect(sayInstant(local(at), "Europe/Berlin", { reference })).toBe(said);
  });

  test.each([
    { language: "de", said: "Mo 30. Nov. 18:00 MEZ" },
    { language: "es", said: "lun 30 nov 18:00 CET" },
  ] as const)("is said $said to people who read $language", ({ language, said }) => {
    const at = local("2026-11-30T18:00");
    expect(sayInstant(at, { timeZone: "Europe/Berlin", language }, { reference, zone: true })).toBe(said);
  });

  test.each([
    { name: "first", at: "2026-10-25T00:30:00Z", said: "Sun 02:30 CEST" },
    { name: "second", at: "2026-10-25T01:30:00Z", said: "Sun 02:30 CET" },
  ])("says the zone in the hour that comes twice, the $name time", ({ at, said }) => {
    const saturday = instant("2026-10-24T12:00:00+02:00");
    expect(sayInstant(instant(at), "Europe/Berlin", { reference: saturday })).toBe(said);
  });

  test.each([
    { name: "first", at: "2026-11-01T06:30:00Z", said: "Sun 01:30 CDT" },
    { name: "second", at: "2026-11-01T07:30:00Z", said: "Sun 01:30 CST" },
  ])("says the zone as people in Chicago call it, the $name time", ({ at, said }) => {
    const saturday = instant("2026-10-31T12:00:00-05:00");
    expect(sayInstant(instant(at), "America/Chicago", { reference: saturday })).toBe(said);
  });

  test("says how far a zone is off that nobody has a name for", () => {
    const at = instant("2026-11-02T09:30:00Z");
    expect(sayInstant(at, "America/Anchorage", { reference: at, zone: true })).toMatch(/ GMT-9$/);
  });

  test("is the plant's day, not the day in Greenwich", () => {
    expect(sayInstant(local("2026-11-24T00:30"), "Europe/Berlin", { reference: monday("23:30") })).toBe("Tue 00:30");
  });
});

test("a stretch says the day of its end only when that is another one", () => {
  expect(sayPeriod(monday("10:00"), monday("14:00"), "Europe/Berlin", { reference })).toBe("10:00 to 14:00");
  expect(sayPeriod(monday("22:00"), local("2026-11-24T06:00"), "Europe/Berlin", { reference })).toBe(
    "22:00 to Tue 06:00",
  );
});

test.each([
  { ms: 4 * HOUR_MS, said: "4 h" },
  { ms: 26 * HOUR_MS, said: "1 d 2 h" },
  { ms: 90 * MINUTE_MS, said: "1 h 30 min" },
  { ms: DAY_MS + 5 * MINUTE_MS, said: "1 d" },
  { ms: 45 * SECOND_MS, said: "45 s" },
  { ms: 0, said: "0 s" },
  { ms: -1, said: "0 s" },
])("$ms ms are said $said", ({ ms, said }) => {
  expect(sayDuration(ms)).toBe(said);
});
