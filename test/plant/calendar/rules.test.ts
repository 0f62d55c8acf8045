import { takeIn } from "../../../src/plant/calendar/byAddress.ts";
import { entriesIn } from "../../../src/plant/calendar/entry.ts";
import { calendarFault } from "../../../src/plant/calendar/importedCalendar.ts";
import { occurrencesIn, unfollowedIn } from "../../../src/plant/calendar/series.ts";
import { cpuMs } from "../../support/cpuTime.ts";
import { local } from "../cast.ts";

const SIXTY = Array.from({ length: 60 }, (_, n) => n).join(",");
const HOURS = Array.from({ length: 24 }, (_, n) => n).join(",");

const faultOf = (rule: string) =>
  calendarFault(
    [
      ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1", "SUMMARY:otto"],
      ...["DTSTART:20200101T080000Z", "DTEND:20200101T090000Z", `RRULE:${rule}`, "END:VEVENT", "END:VCALENDAR"],
    ].join("\r\n"),
    "Europe/Berlin",
  );

describe("a calendar whose rule", () => {
  test.each([
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=DAILY;BYMONTH=2,4;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=-30",
  ])("never comes is refused in words: %s", (rule) => {
    expect(faultOf(rule)).toContain("its days are in none of its months, so it never comes");
  });

  test.each([
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=YEARLY;BYMONTH=2,3;BYMONTHDAY=31",
    "FREQ=DAILY;BYHOUR=6,14,22",
  ])("comes is read: %s", (rule) => {
    expect(faultOf(rule)).toBeNull();
  });

  test("comes at every minute of its days is refused before anybody waits for it", () => {
    const rule = `FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=${HOURS};BYMINUTE=${SIXTY}`;
    expect(cpuMs(() => expect(faultOf(rule)).toContain("400 times"))).toBeLessThan(1_000);
  });
});

const calendarOf = (...events: readonly (readonly string[])[]) =>
  [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x"],
    ...events.flatMap((lines, n) => ["BEGIN:VEVENT", `UID:${n}`, "SUMMARY:otto", ...lines, "END:VEVENT"]),
    ...["END:VCALENDAR", ""],
  ].join("\r\n");
const many = (count: number, lines: readonly string[]) => Array.from({ length: count }, () => lines);
const anHour = ["DTSTART:20260101T080000", "DTEND:20260101T090000"];
const range = (to: number) => Array.from({ length: to }, (_, n) => n).join(",");
const FOUR_HUNDRED_A_DAY = [...anHour, `RRULE:FREQ=DAILY;BYHOUR=${range(20)};BYMINUTE=${range(20)}`];
const DAY = { from: local("2026-11-23T00:00"), to: local("2026-11-24T00:00") };

describe("what a calendar asks of whoever follows it", () => {
  test.each([
    ["events that come each minute of some hours", many(20, FOUR_HUNDRED_A_DAY)],
    ["hundreds that come each hour", many(300, [...anHour, "RRULE:FREQ=HOURLY"])],
    ["an hour's that lasts for years", many(1, ["DTSTART:20260101T080000", "DURATION:P3000D", "RRULE:FREQ=HOURLY"])],
    [
      "the last of all times of a year, so often",
      many(1, [...anHour, `RRULE:FREQ=YEARLY;BYHOUR=${range(20)};BYMINUTE=${range(20)};BYDAY=MO;BYSETPOS=-1;COUNT=99`]),
    ],
    ["days of one month, counted", many(20, [...anHour, "RRULE:FREQ=DAILY;BYMONTH=1;COUNT=9999"])],
  ])("is refused at once where it is too much: %s", (_, events) => {
    const text = calendarOf(...events);
    let taken: ReturnType<typeof takeIn> = { text: "" };
    expect(cpuMs(() => (taken = takeIn(text, "Europe/Berlin")))).toBeLessThan(1_000);
    expect(taken).toEqual({ fault: expect.stringMatching(/comes? more often than can be followed/) });
  });

  test("is little for one event that comes often, and for a thousand daily ones", () => {
    const daily = calendarOf(...many(1_000, [...anHour, "RRULE:FREQ=DAILY"]));
    expect(cpuMs(() => expect(faultIn(calendarOf(FOUR_HUNDRED_A_DAY))).toBeNull())).toBeLessThan(1_000);
    expect(cpuMs(() => expect(faultIn(daily)).toBeNull())).toBeLessThan(3_000);
  });

  test.each([
    "FREQ=MONTHLY;BYMONTHDAY=15;COUNT=12",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=12",
    "FREQ=YEARLY;BYDAY=MO;BYMONTH=3;BYSETPOS=2",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=999",
  ])("is little for hundreds of series as people's calendars write them: %s", (rule) => {
    expect(faultIn(calendarOf(...many(400, [...anHour, `RRULE:${rule}`])))).toBeNull();
  });

  test("is not asked of somebody's own calendar for what does not make them away", () => {
    const text = calendarOf(...many(20, FOUR_HUNDRED_A_DAY), ["DTSTART;VALUE=DATE:20261123"]);
    expect(takeIn(text, "Europe/Berlin", "outOfOffice")).toHaveProperty("text");
    expect(takeIn(text, "Europe/Berlin", "busy")).toHaveProperty("fault");
  });

  test("is little for thousands of days left out of what lasts for years", () => {
    const out = Array.from(
      { length: 3_000 },
      (_, n) => `EXDATE:${2030 + (n % 900)}0105T08${String(n % 60).padStart(2, "0")}00`,
    );
    const entries = entriesIn(
      calendarOf(["DTSTART:20190101T080000", "DURATION:P3000D", "RRULE:FREQ=DAILY", ...out]),
      "Europe/Berlin",
    );
    expect(cpuMs(() => occurrencesIn(entries, DAY))).toBeLessThan(1_500);
  });
});

describe("a series that goes further than can be followed", () => {
  const hourly = ["DTSTART:20250101T080000", "DTEND:20250101T090000", "RRULE:FREQ=HOURLY;COUNT=20000"];

  test.each([
    ["hour by hour", hourly],
    ["day by day", ["DTSTART;VALUE=DATE:19800101", "RRULE:FREQ=DAILY;COUNT=20000"]],
    ["for longer than there is time", ["DTSTART:20260101T080000", "DURATION:P999999999D", "RRULE:FREQ=YEARLY"]],
  ])("is refused, and where it was kept before, nothing comes of it and it is told: %s", (_, lines) => {
    const text = calendarOf(lines, ["DTSTART:20261123T100000", "DTEND:20261123T110000"]);
    expect(faultIn(text)).toMatch(/the event "otto": .* than can be followed/);
    const entries = entriesIn(text, "Europe/Berlin");
    expect(occurrencesIn(entries, DAY).map(({ from }) => from)).toEqual([local("2026-11-23T10:00")]);
    expect(unfollowedIn(entries, DAY).map(({ entry }) => entry.uid)).toEqual(["0 0"]);
  });
});

function faultIn(text: string): string | null {
  return calendarFault(text, "Europe/Berlin");
}
