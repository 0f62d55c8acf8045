import fc from "fast-check";
import { calendarFault } from "../../../src/plant/calendar/importedCalendar.ts";
import { onCallOf, turnsWithin } from "../../../src/plant/duty/onCall.ts";
import { readPlant } from "../../../src/plant/file/read.ts";
import { sayPeriod } from "../../../src/plant/time/sayTime.ts";
import { cpuMs } from "../../support/cpuTime.ts";
import { local, plantOf, smallPlant, team } from "../cast.ts";

// Calendars as other tools export them: what they say is obeyed to the letter, and what they do not say for certain
// rings nobody. The people are those of the small plant, and two whose names begin alike.
const text = smallPlant
  .replace("onCall: { type: list, people: [sven] }", "onCall: { type: ical, file: scada.ics }")
  .replace("  max: {", '  jan: { name: Jan Meyer }\n  cem: { name: Cem Yilmaz, aliases: ["C. Yilmaz"] }\n  max: {');
const scada = team("ot-scada");

function calendar(...events: readonly (readonly string[])[]): string {
  const all = events.map((lines, at) => ["BEGIN:VEVENT", `UID:event-${at}`, ...lines, "END:VEVENT"].join("\r\n"));
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//On call//EN", ...all, "END:VCALENDAR", ""].join("\r\n");
}

/** Every day from 23 November 2026, 08:00 to 16:00 in Berlin unless said otherwise. */
const daily = (summary: string, ...more: readonly string[]) => [
  `SUMMARY:${summary}`,
  "DTSTART;TZID=Europe/Berlin:20261123T080000",
  "DTEND;TZID=Europe/Berlin:20261123T160000",
  "RRULE:FREQ=DAILY",
  ...more,
];

function onCallAt(ics: string, at: string): readonly string[] {
  return onCallOf(plantOf(text, { "scada.ics": ics }), scada.team, local(at)).people;
}

function warningsOn(ics: string, now = "2026-11-23T06:00"): readonly string[] {
  const reading = readPlant(text, "p.yaml", { "scada.ics": ics }, local(now));
  return reading.ok ? reading.warnings.map(({ what }) => what) : reading.problems.map(({ what }) => what);
}

/** Another VEVENT of the same series. */
const changed = (of: string, ...lines: readonly string[]) => [
  "UID:event-0",
  `RECURRENCE-ID;TZID=Europe/Berlin:${of}`,
  ...lines,
];
const on25th = ["DTSTART;TZID=Europe/Berlin:20261125T080000", "DTEND;TZID=Europe/Berlin:20261125T160000"];
const withChange = (...lines: readonly string[]) =>
  calendar(daily("Sven Adler"), changed("20261125T080000", ...lines)).replace("UID:event-1\r\n", "");

describe("one occurrence of a series", () => {
  test.each([
    { name: "given to somebody else", summary: "Karin Vogt", who: "karin" },
    { name: "swapped", summary: "Cem Yilmaz (swapped with Anna)", who: "cem" },
    { name: "swapped with somebody of the plant", summary: "Cem Yilmaz (swapped with Karin Vogt)", who: "cem" },
    { name: "given to an alias", summary: "C. Yilmaz", who: "cem" },
  ])("$name is theirs, and the others stay as they were", ({ summary, who }) => {
    const ics = withChange(`SUMMARY:${summary}`, ...on25th);
    expect(onCallAt(ics, "2026-11-25T09:00")).toEqual([who]);
    expect(onCallAt(ics, "2026-11-24T09:00")).toEqual(["sven"]);
    expect(onCallAt(ics, "2026-11-26T09:00")).toEqual(["sven"]);
  });

  test("that was cancelled has nobody", () => {
    const ics = withChange("SUMMARY:Sven Adler", "STATUS:CANCELLED", ...on25th);
    expect(onCallAt(ics, "2026-11-25T09:00")).toEqual([]);
    expect(onCallAt(ics, "2026-11-26T09:00")).toEqual(["sven"]);
  });

  test("changed together with all later ones changes those too", () => {
    const ics = withChange("SUMMARY:Karin Vogt", ...on25th).replace(
      "RECURRENCE-ID;",
      "RECURRENCE-ID;RANGE=THISANDFUTURE;",
    );
    expect(["24", "25", "28"].map((day) => onCallAt(ics, `2026-11-${day}T09:00`)[0])).toEqual([
      "sven",
      "karin",
      "karin",
    ]);
  });

  test("exported without its series stands for itself", () => {
    const ics = calendar(changed("20261125T080000", "SUMMARY:Karin Vogt", ...on25th)).replace("UID:event-0\r\n", "");
    expect(onCallAt(ics, "2026-11-25T09:00")).toEqual(["karin"]);
  });

  test("is the newest version of it where an event was exported twice", () => {
    const older = ["SUMMARY:Sven Adler", "SEQUENCE:1", ...on25th];
    const ics = calendar(["SUMMARY:Karin Vogt", "SEQUENCE:2", ...on25th], older).replace("UID:event-1", "UID:event-0");
    expect(onCallAt(ics, "2026-11-25T09:00")).toEqual(["karin"]);
  });
});

describe("a time zone", () => {
  const at = (zone: string, time = "080000") =>
    calendar(["SUMMARY:Sven Adler", `DTSTART;TZID=${zone}:20261123T${time}`, `DTEND;TZID=${zone}:20261123T120000`]);
  const custom = [
    "BEGIN:VTIMEZONE",
    "TZID:Plant clock",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:-0300",
    "TZOFFSETTO:-0300",
    "END:STANDARD",
    "END:VTIMEZONE",
    "BEGIN:VEVENT",
  ].join("\r\n");

  test.each([
    { zone: "GMT Standard Time", begins: "09:00" },
    { zone: "Eastern Standard Time", begins: "14:00" },
    { zone: "W. Europe Standard Time", begins: "08:00" },
    { zone: "Romance Standard Time", begins: "08:00" },
    { zone: '"Europe/London"', begins: "09:00" },
    { zone: "/mozilla.org/20050126_1/America/Chicago", begins: "15:00" },
  ])("called $zone begins at $begins in Berlin", ({ zone, begins }) => {
    const [hour = 0] = begins.split(":").map(Number);
    expect(onCallAt(at(zone), `2026-11-23T${begins}`)).toEqual(["sven"]);
    expect(onCallAt(at(zone), `2026-11-23T${String(hour - 1).padStart(2, "0")}:59`)).toEqual([]);
  });

  test("that only the calendar describes is read as it says", () => {
    const ics = at("Plant clock").replace("BEGIN:VEVENT", custom);
    expect(onCallAt(ics, "2026-11-23T12:00")).toEqual(["sven"]);
    expect(onCallAt(ics, "2026-11-23T11:59")).toEqual([]);
  });

  test("that nobody describes is no reason to guess: the file is refused with the event's title", () => {
    expect(warningsOn(at("Mars"))[0]).toContain('the event "Sven Adler": nothing says what the time zone "Mars" is');
  });

  test.each([
    {
      name: "the last day of a rule that ends in Greenwich time",
      extra: "",
      rule: ";UNTIL=20261126T070000Z",
      on: "26",
      who: ["sven"],
    },
    { name: "the day after it", extra: "", rule: ";UNTIL=20261126T070000Z", on: "27", who: [] },
    { name: "a day taken out in Greenwich time", extra: "EXDATE:20261125T070000Z", rule: "", on: "25", who: [] },
    { name: "a day taken out without an hour", extra: "EXDATE;VALUE=DATE:20261125", rule: "", on: "25", who: [] },
    { name: "the day after that", extra: "EXDATE:20261125T070000Z", rule: "", on: "26", who: ["sven"] },
    {
      name: "a day that was added",
      extra: "RDATE:20261222T070000Z",
      rule: ";COUNT=2",
      on: "22",
      month: "12",
      who: ["sven"],
    },
  ])("without its definition still knows $name", ({ extra, rule, on, month = "11", who }) => {
    const ics = calendar(
      daily("Sven Adler", ...(extra === "" ? [] : [extra])).map((line) => line.replace("DAILY", `DAILY${rule}`)),
    );
    expect(onCallAt(ics, `2026-${month}-${on}T09:00`)).toEqual(who);
  });

  test("keeps a night shift's hours through both changes of the clocks", () => {
    const night = calendar([
      "SUMMARY:Sven Adler",
      "DTSTART;TZID=Europe/Berlin:20261001T220000",
      "DTEND;TZID=Europe/Berlin:20261002T060000",
      "RRULE:FREQ=DAILY",
    ]);
    const people = ["2026-10-25T05:59", "2026-10-25T06:00", "2027-03-28T05:59", "2027-03-28T06:00"];
    expect(people.map((at) => onCallAt(night, at).length)).toEqual([1, 0, 1, 0]);
  });
});

describe("a title", () => {
  const who = (summary: string) => onCallAt(calendar(daily(summary)), "2026-11-23T09:00");

  test.each([
    { summary: "Sven Adler", people: ["sven"] },
    { summary: "On Call - Sven Adler - Weekly schedule", people: ["sven"] },
    { summary: "sven adler (on call)", people: ["sven"] },
    { summary: "Adler\\, Sven", people: ["sven"] },
    { summary: "Rufbereitschaft: Sven Adler", people: ["sven"] },
    { summary: "Guardia Sven Adler OT SCADA", people: ["sven"] },
    { summary: "Sven Adler and Karin Vogt", people: ["sven", "karin"] },
    { summary: "Karin Vogt covers for Otto Brandt", people: ["karin"] },
    { summary: "Karin Vogt vertritt Otto Brandt", people: ["karin"] },
    { summary: "Karin Vogt por Otto Brandt", people: ["karin"] },
  ])("“$summary” means $people", ({ summary, people }) => {
    expect(who(summary)).toEqual(people);
    expect(warningsOn(calendar(daily(summary))).filter((what) => what.startsWith("the event"))).toEqual([]);
  });

  test.each([
    "Urlaub Karin Vogt",
    "OFF - Sven Adler",
    "Sven Adler is sick",
    "Sven Adler (vacaciones)",
    "Sven Adlerson",
    "Sven Adler-Berg",
    "Jan Meyerhoff",
    "Karin Vogt trifft Otto Brandt",
    "Vertretung Otto Brandt: Karin Vogt",
    "Primary: Sven Adler | Secondary: Karin Vogt",
    "Somebody else",
    "Otto Brandt -> Karin Vogt",
    "Sven Adler?",
  ])("“%s” rings nobody, and check-plant says so", (summary) => {
    expect(who(summary)).toEqual([]);
    expect(warningsOn(calendar(daily(summary)))).toContainEqual(expect.stringContaining(`the event "${summary}"`));
  });
});

describe("whom an event was sent to", () => {
  const to = (email: string, more = "") => `ATTENDEE${more}:mailto:${email}`;
  test("is on call where the title names nobody", () => {
    expect(onCallAt(calendar(daily("Primary", to("Ole@Hamburg.example"))), "2026-11-23T09:00")).toEqual(["ole"]);
  });

  test.each([
    {
      name: "declined it",
      summary: "On call",
      attendee: to("ole@hamburg.example", ";PARTSTAT=DECLINED"),
      says: "declined",
    },
    {
      name: "declined what bears their name",
      summary: "Ole Petersen",
      attendee: to("ole@hamburg.example", ";PARTSTAT=DECLINED"),
      says: "declined",
    },
    {
      name: "is somebody else than its title says",
      summary: "Sven Adler",
      attendee: to("ole@hamburg.example"),
      says: "sent to another",
    },
    {
      name: "are known by another address, and declined it",
      summary: "Sven Adler",
      attendee: to("s.adler@elsewhere.example", ";PARTSTAT=DECLINED"),
      says: "declined",
    },
  ])("is not rung when they $name", ({ summary, attendee, says }) => {
    const ics = calendar(daily(summary, attendee));
    expect(onCallAt(ics, "2026-11-23T09:00")).toEqual([]);
    expect(warningsOn(ics)).toContainEqual(expect.stringMatching(new RegExp(`"${summary}".*${says}`)));
  });
});

describe("a series that other tools write", () => {
  const turns = (...events: readonly (readonly string[])[]) => {
    const plant = plantOf(text, { "scada.ics": calendar(...events) });
    const within = { from: local("2026-11-23T00:00"), to: local("2026-11-28T00:00") };
    return turnsWithin(plant, scada.team, within).map(({ from, to }) => sayPeriod(from, to, plant.timeZone));
  };

  test.each(["SU", "MO"])("says that its weeks begin on %s, and is read", (first) => {
    const weekly = daily("Sven Adler").map((l) => l.replace("DAILY", `WEEKLY;BYDAY=MO,WE;WKST=${first}`));
    expect(turns(weekly)).toEqual(["Mon 23 Nov 2026 08:00 to 16:00", "Wed 25 Nov 2026 08:00 to 16:00"]);
  });

  test("adds a period that lasts as long as it says", () => {
    const once = daily("Sven Adler").filter((line) => !line.startsWith("RRULE"));
    expect(turns([...once, "RDATE;VALUE=PERIOD:20261124T070000Z/PT4H,20261126T070000Z/20261126T080000Z"])).toEqual([
      "Mon 23 Nov 2026 08:00 to 16:00",
      "Tue 24 Nov 2026 08:00 to 12:00",
      "Thu 26 Nov 2026 08:00 to 09:00",
    ]);
  });

  test("that names the zone of all its times is read in it where a time has none", () => {
    const floating = calendar(["SUMMARY:Sven Adler", "DTSTART:20261123T080000", "DTEND:20261123T090000"]);
    const abroad = floating.replace("VERSION:2.0", "VERSION:2.0\r\nX-WR-TIMEZONE:America/Chicago");
    expect([onCallAt(floating, "2026-11-23T08:00"), onCallAt(abroad, "2026-11-23T08:00")]).toEqual([["sven"], []]);
    expect(onCallAt(abroad, "2026-11-23T15:00")).toEqual(["sven"]);
  });

  test("whose events end as they begin is warned of", () => {
    const empty = calendar(["SUMMARY:Sven Adler", "DTSTART:20261123T080000", "DTEND:20261123T080000"]);
    expect(warningsOn(empty)).toContainEqual('the event "Sven Adler" ends when it begins, or before');
  });
});

describe("a file", () => {
  test.each(["\n", "\r"])("whose lines end with %j is read", (end) => {
    expect(onCallAt(calendar(daily("Sven Adler")).replaceAll("\r\n", end), "2026-11-23T09:00")).toEqual(["sven"]);
  });

  test("with a byte order mark and two calendars in it is read", () => {
    const ics = `\uFEFF${calendar(daily("Sven Adler"))}${calendar(["SUMMARY:Karin Vogt", "DTSTART;VALUE=DATE:20261224"])}`;
    expect(onCallAt(ics, "2026-11-23T09:00")).toEqual(["sven"]);
    expect(onCallAt(ics, "2026-12-24T23:00")).toEqual(["karin"]);
  });

  test.each([
    { name: "without events", ics: calendar(), says: "for OT SCADA: from Mon 23 Nov 2026 06:00 on" },
    {
      name: "that ends in two weeks",
      ics: calendar(daily("Sven Adler").map((l) => l.replace("DAILY", "DAILY;COUNT=14"))),
      says: "for OT SCADA: from Sun 6 Dec 2026 16:00 on",
    },
    {
      name: "of years ago",
      ics: calendar(["SUMMARY:Sven Adler", "DTSTART:20200101T080000", "DTEND:20200201T080000"]),
      says: "for OT SCADA: from Mon 23 Nov 2026 06:00 on",
    },
    {
      name: "with days taken out",
      ics: calendar(daily("Sven Adler", "EXDATE:20261201T070000Z").map((line) => line.replace("T160000", "T170000"))),
      says: "for OT SCADA: Tue 1 Dec 2026 08:00 to 17:00",
    },
  ])("$name is warned of, with the hours that nobody has", ({ ics, says }) => {
    expect(warningsOn(ics).join("\n")).toContain(says);
  });

  test("is refused when it is longer than anybody's calendar", () => {
    expect(calendarFault("X".repeat(5_000_000), "UTC")).toBe("it has more than 4 MB");
  });

  test.each([
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;BYDAY=6MO",
    "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=MINUTELY",
    "FREQ=WEEKLY;BYSETPOS=9;BYDAY=MO",
    "FREQ=DAILY;INTERVAL=0",
  ])("whose rule is %s is done with at once", (rule) => {
    const ics = calendar(["SUMMARY:Sven Adler", "DTSTART:20200101T080000Z", "DTEND:20200101T090000Z", `RRULE:${rule}`]);
    expect(cpuMs(() => warningsOn(ics))).toBeLessThan(1_000);
  });

  test("of any bytes is read, or refused in words", () => {
    const lines = fc.array(
      fc.oneof(
        fc.constantFrom(
          "BEGIN:VEVENT",
          "END:VEVENT",
          "DTSTART:20261123T080000",
          "DTSTART:x",
          "RRULE:FREQ=DAILY",
          "SUMMARY:Sven Adler",
          "EXDATE:",
          "DTEND;TZID=:1",
          "DURATION:P9999Y",
          "RECURRENCE-ID:20261123",
        ),
        fc.string({ maxLength: 20 }),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(lines, (all) => {
        const ics = ["BEGIN:VCALENDAR", ...all, "END:VCALENDAR"].join("\r\n");
        const fault = calendarFault(ics, "Europe/Berlin");
        return fault === null ? warningsOn(ics).every((what) => what !== "") : fault !== "";
      }),
      { numRuns: 300 },
    );
  });
});
