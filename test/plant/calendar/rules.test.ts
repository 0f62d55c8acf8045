import { calendarFault } from "../../../src/plant/calendar/importedCalendar.ts";
import { cpuMs } from "../../support/cpuTime.ts";

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
