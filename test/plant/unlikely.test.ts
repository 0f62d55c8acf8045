import { instant } from "../../src/clock.ts";
import { readPlant, sayProblem } from "../../src/plant/file/read.ts";
import { cpuMs } from "../support/cpuTime.ts";
import { smallPlant } from "./cast.ts";

/** What an administrator reads of the small plant with one thing written otherwise. */
function afterChanging(written: string, changed: string): readonly string[] {
  expect(smallPlant).toContain(written);
  const reading = readPlant(smallPlant.replace(written, changed), "p.yaml", {}, instant("2026-11-23T06:00:00Z"));
  return (reading.ok ? reading.warnings : reading.problems).map(sayProblem);
}

const freeze = (when: string) => `freezes:\n  - { name: pause, when: { ${when} } }`;

describe("a mistake that is written rightly", () => {
  test.each([
    {
      name: "shifts that overlap",
      written: 'from: "18:00", to: "06:00" }\nhol',
      changed: 'from: "17:00", to: "06:00" }\nhol',
      says: /warning: the night shift overlaps the day shift/,
    },
    {
      name: "shifts that overlap past midnight",
      written: 'from: "18:00", to: "06:00" }\nhol',
      changed: 'from: "18:00", to: "07:00" }\nhol',
      says: /warning: the night shift overlaps the day shift/,
    },
    {
      name: "a zone whose clocks never change",
      written: "Europe/Berlin",
      changed: "Etc/GMT-1",
      says: /timeZone "Etc\/GMT-1": never has summer time {2}→ write the zone of a city/,
    },
    { name: "an old name for one", written: "Europe/Berlin", changed: "EST", says: /never has summer time/ },
    {
      name: "a city that has no zone",
      written: "Europe/Berlin",
      changed: "Europe/Bremen",
      says: /is no time zone {2}→ write one of: .*Europe\/Berlin/,
    },
    {
      name: "a freeze in the hour that is skipped",
      written: "freezes:",
      changed: freeze('type: once, from: "2027-03-28T02:15", to: "2027-03-28T02:45"'),
      says: /there is no 02:15 on that day, the clocks are put forward/,
    },
    {
      name: "a freeze that ends in it",
      written: "freezes:",
      changed: freeze('type: once, from: "2027-03-28T01:00", to: "2027-03-28T02:30"'),
      says: /there is no 02:30 on that day/,
    },
    {
      name: "a freeze of a thousand years",
      written: "freezes:",
      changed: freeze('type: once, from: "2026-12-01T01:00", to: "2999-12-01T02:30"'),
      says: /the freeze "pause" lasts 974 years/,
    },
    {
      name: "a freeze on all days at all hours",
      written: "freezes:",
      changed: freeze('type: weekly, days: "mon-fri,sat,sun", hours: "06:00-06:00"'),
      says: /the freeze "pause" never ends/,
    },
    {
      name: "shift changes that leave no minute",
      written: "minutesBefore: 10, minutesAfter: 20",
      changed: "minutesBefore: 0, minutesAfter: 1440",
      says: /"shift change" never ends: 0 minutes before and 1440 after/,
    },
    {
      name: "shift changes that just meet",
      written: "minutesBefore: 10, minutesAfter: 20",
      changed: "minutesBefore: 360, minutesAfter: 360",
      says: /"shift change" never ends/,
    },
    {
      name: "a rotation a hundred years away",
      written: 'anchor: "2026-11-23"',
      changed: 'anchor: "2126-11-23"',
      says: /warning: the rotation begins on 2126-11-23, which is years away/,
    },
    {
      name: "an address of two people",
      written: 'accounts: ["web:karin"]',
      changed: 'accounts: ["web:karin"], email: OLE@hamburg.example',
      says: /the address OLE@hamburg\.example belongs to ole already/,
    },
    {
      name: "a vendor who would decide for security",
      written: "IT security, side: security",
      changed: "IT security, side: vendor",
      says: /IT security is a vendor's team, and would decide as security of the plant/,
    },
    {
      name: "a team of the plant that somebody looks after",
      written: "lead: sven }",
      changed: "lead: sven, sponsor: otto }",
      says: /OT SCADA is a team of the plant: nobody has to look after it {2}→ remove sponsor/,
    },
    {
      name: "a vendor who would look after a vendor",
      written:
        "OT SCADA, side: OT, members: [sven], calendar: office, onCall: { type: list, people: [sven] }, lead: sven }",
      changed:
        "OT SCADA, side: vendor, members: [sven], calendar: office, onCall: { type: list, people: [sven] }, lead: sven, sponsor: sven }",
      says: /sven is of a vendor, and would look after OT SCADA {2}→ name one of your own people/,
    },
    {
      name: "two teams in one channel",
      written: "channel: { slack: C0SEC }",
      changed: "channel: { slack: C0OT }",
      says: /warning: the channel C0OT on slack is the one of OT controls already/,
    },
    {
      name: "a person nobody can mention",
      written: 'ole: { name: Ole Petersen, accounts: ["web:ole"]',
      changed: "ole: { name: Ole Petersen",
      says: /warning: Ole Petersen has an e-mail address but no account: where the directory does not tell whose it is, nobody can/,
    },
    {
      name: "a person nobody can ever mention",
      written: / {2}ole: \{[^}]*\}/.exec(smallPlant)?.[0] ?? "",
      changed: '  ole: { name: Ole Petersen, phone: "+49 40 1" }',
      says: /warning: Ole Petersen has neither an account nor an e-mail address: nobody can mention them/,
    },
    {
      name: "a bracket that is never closed, where it was opened",
      written: "lead: sina }\n",
      changed: "lead: sina\n",
      says: /p\.yaml:45:16 {2}this "\{" is never closed {2}→ add the missing "\}"/,
    },
    {
      name: "tabs, once",
      written: "  ole: {",
      changed: "\tole: {",
      says: /this line is indented with a tab {2}→ indent with spaces/,
    },
  ])("is found: $name", ({ written, changed, says }) => {
    expect(afterChanging(written, changed)).toContainEqual(expect.stringMatching(says));
  });

  test("is told in one line where tabs or a bracket make errors of all that follows", () => {
    expect(afterChanging("  ole: {", "\tole: {")).toHaveLength(1);
    expect(afterChanging("lead: sina }\n", "lead: sina\n")).toHaveLength(1);
  });
});

test("a plant of thousands is read in the time of a few breaths", () => {
  const many = Array.from({ length: 2_000 }, (_, at) => at);
  const teams = many.map(
    (at) => `  t${at}: { name: T ${at}, side: OT, members: [otto], calendar: office, lead: otto }`,
  );
  const lines = many.map((at) => `  l${at}: { name: Hall ${at}, team: t${at} }`);
  const text = smallPlant
    .replace("teams:\n", `teams:\n${teams.join("\n")}\n`)
    .replace("\nlines:\n", `\nlines:\n${lines.join("\n")}\n`);
  const small = cpuMs(() => readPlant(text.replace(/^ {2}[tl]1\d+: .*\n/gm, ""), "p.yaml"));
  const whole = cpuMs(() => readPlant(text, "p.yaml"));
  // About twice as many entries; with a search through all of them for each it was four times as long.
  expect(whole / small).toBeLessThan(4);
});
