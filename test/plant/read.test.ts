import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { readPlant, readPlants, sayProblem } from "../../src/plant/file/read.ts";
import { hamburg, smallPlant } from "./cast.ts";

/** What an administrator reads after changing the small plant: the problems, without the file's name. */
function afterChanging(written: string, changed: string): readonly string[] {
  expect(smallPlant).toContain(written);
  const reading = readPlant(smallPlant.replace(written, changed), "p.yaml");
  return (reading.ok ? reading.warnings : reading.problems).map((problem) =>
    sayProblem(problem).replace("p.yaml:", ""),
  );
}

describe("a sound plant file", () => {
  test("becomes a plant", () => {
    expect(hamburg).toMatchObject({ code: "HAM", timeZone: "Europe/Berlin", language: "en", emergencyNumber: "112" });
  });

  test("is told apart from every other by its text", () => {
    const reading = readPlant(`${smallPlant}# a comment\n`, "p.yaml");
    expect(reading).toMatchObject({ ok: true });
    expect(hamburg.version).toMatch(/^[0-9a-f]{64}$/);
    expect(reading).not.toMatchObject({ plant: { version: hamburg.version } });
  });

  test("is warned of hours in which a line may stop and nobody is on call", () => {
    expect(readPlant(smallPlant, "p.yaml")).toMatchObject({
      ok: true,
      warnings: [
        {
          severity: "warning",
          line: 36,
          what: "nobody is on call for OT controls: Mon 00:00 to 06:00, Mon 22:00 to Tue 06:00, Tue 22:00 to Wed 06:00, and 3 more",
          todo: "add turns, or leave it so: Karin Vogt is then asked first",
        },
        { what: expect.stringContaining("Line 3 operators") },
        {
          line: 65,
          what: "nobody leads the shift on Line 3: Mon 00:00 to 06:00, Mon 18:00 to Tue 06:00, Tue 18:00 to Wed 06:00, and 5 more",
          todo: "add turns, or leave it so: Lars Meier is then asked first",
        },
      ],
    });
  });
});

describe("a mistake is reported with its line and what to do", () => {
  test.each([
    {
      name: "a person nobody knows",
      written: "lead: karin",
      changed: "lead: karni",
      says: '42:11  teams.ot-controls.lead: no person is called "karni"  → did you mean "karin"? Else add karni under people',
    },
    {
      name: "a key nobody knows",
      written: "    home: web",
      changed: "    hoem: web",
      says: '34:5  "hoem" is not known in teams.ot-controls  → did you mean "home"?',
    },
    {
      name: "something that is missing",
      written: "    lead: karin\n",
      changed: "",
      says: '29:3  "lead" is missing  → add it to teams.ot-controls',
    },
    {
      name: "an id that stands twice",
      written: "  ole: {",
      changed: "  otto: {",
      says: '18:3  "otto" stands here a second time  → give one of both its own id',
    },
    {
      name: "a kind of rota there is not",
      written: "type: list, people: [sven]",
      changed: "type: lits, people: [sven]",
      says: '44:92  teams.ot-scada.onCall.type cannot be "lits"  → did you mean "list"?',
    },
    {
      name: "a team without members",
      written: "members: [sven]",
      changed: "members: []",
      says: "44:41  teams.ot-scada.members: a team without members cannot act  → add at least one",
    },
    {
      name: "a time zone without summer time",
      written: "timeZone: Europe/Berlin",
      changed: 'timeZone: "+01:00"',
      says: '4:11  timeZone "+01:00": is no time zone  → write the zone of a city, such as Europe/Berlin',
    },
    {
      name: "one person where a list stands",
      written: "members: [sven]",
      changed: "members: sven",
      says: '44:50  teams.ot-scada.members "sven": must be a list  → write it as a list: [one, two]',
    },
    {
      name: "a freeze longer than a day",
      written: "minutesBefore: 10",
      changed: "minutesBefore: 1500",
      says: '73:86  freezes.0.when.minutesBefore "1500": must be a day at most  → write 1440 or less',
    },
    {
      name: "a number in quotes",
      written: "minutesBefore: 10",
      changed: 'minutesBefore: "10"',
      says: '73:86  freezes.0.when.minutesBefore "10": must be a number  → write a number, without quotes',
    },
    {
      name: "a name left empty",
      written: "name: Hamburg",
      changed: 'name: ""',
      says: '3:7  name "": must not be empty  → fill it in',
    },
    {
      name: "a calendar that never runs",
      written: "hours: always",
      changed: "hours: {}",
      says: '15:37  calendars.around-the-clock.hours: a calendar without hours never runs  → add days with hours, e.g. mon-fri: "08:00-17:00", or write hours: always',
    },
    {
      name: "a digest at an hour there is not",
      written: "manager: max }",
      changed: 'manager: max, digestAt: ["25:00"] }',
      says: '76:82  ops.digestAt.0 "25:00": a time is written "06:00", in quotes  → write it that way',
    },
    {
      name: "an emergency number without quotes",
      written: 'emergencyNumber: "112"',
      changed: "emergencyNumber: 112",
      says: '5:18  emergencyNumber "112": must be a number in quotes: "112"  → put it in quotes',
    },
    {
      name: "an account of two people",
      written: '["web:ole"]',
      changed: '["web:otto"]',
      says: "18:41  the account web:otto belongs to otto already  → an account is one person's: remove it from one of both",
    },
    {
      name: "a name of two assets",
      written: "aliases: [wincc]",
      changed: "aliases: [plc 12]",
      says: '69:42  "plc 12" is what plc-12 is called already (case, spaces and dashes do not matter)  → give each its own name, or leave it to one of both',
    },
    {
      name: "a name that is only a number",
      written: "aliases: [wincc]",
      changed: 'aliases: ["12"]',
      says: '69:42  "12" has no letter, so it would be found in every number  → write it with a word, such as PLC 7',
    },
    {
      name: "fallbacks in a circle",
      written: "members: [sven], calendar",
      changed: "members: [sven], fallback: ot-controls, calendar",
      says: "43:15  the fallbacks go in a circle: ot-controls → ot-scada → ot-controls  → let one of them have no fallback: Ops is asked last anyway",
    },
    {
      name: "a team that nobody can act for",
      written: 'sven: { name: Sven Adler, accounts: ["web:sven"] }',
      changed: "sven: { name: Sven Adler }",
      says: "44:3  nobody can act for OT SCADA: none of its people has an account, an e-mail address or a phone number  → add accounts to sven",
    },
    {
      name: "a risk owner who stands in for themselves",
      written: "riskOwner: max",
      changed: "riskOwner: max\nriskOwnerStandIn: max",
      says: "79:19  max would stand in for themselves  → name somebody else, or leave this out",
    },
    {
      name: "a stand-in for nobody who takes risks",
      written: "riskOwner: max",
      changed: "riskOwnerStandIn: max",
      says: "78:19  there is no riskOwner to stand in for  → name a riskOwner, or leave this out",
    },
    {
      name: "a risk owner whom the file does not have",
      written: "riskOwner: max",
      changed: "riskOwner: maks",
      says: '78:12  riskOwner: no person is called "maks"  → did you mean "lars"? Else add maks under people',
    },
    {
      name: "a risk owner who can press nothing",
      written: 'max: { name: Max Lindner, accounts: ["web:max"] }',
      changed: "max: { name: Max Lindner }",
      says: "78:12  Max Lindner is to take risks, and has neither an account nor an e-mail address to press anything with  → add accounts to max, or name somebody else",
    },
    {
      name: "a line whose shift nobody can answer for",
      written: 'lars: { name: Lars Meier, accounts: ["web:lars"] }',
      changed: "lars: { name: Lars Meier }",
      says: "65:5  nobody can act for the shift lead of Line 3: none of its people has an account, an e-mail address or a phone number  → add accounts to lars",
    },
    {
      name: "a crew past the end of its pattern",
      written: "people: [oksana], startsAt: 2",
      changed: "people: [oksana], startsAt: 8",
      says: "58:50  crew B starts past the end of the pattern, which has 8 days  → write a number from 0 to 7",
    },
    {
      name: "a freeze that ends before it begins",
      written: 'to: "2026-11-28T09:00"',
      changed: 'to: "2026-11-27T09:00"',
      says: '75:95  the freeze "trial run" ends before it begins  → swap from and to',
    },
    {
      name: "a home without a channel",
      written: "home: web",
      changed: "home: teams",
      says: "34:11  OT controls is at home on teams but has no channel there  → add channel.teams",
    },
    {
      name: "a section left empty",
      written: "  leads: [paula, piet],".trim(),
      changed: "leads: ,",
      says: '76:8  "leads" is empty  → fill it in, or remove it',
    },
    {
      name: "a calendar file that is not there",
      written: "type: list, people: [sven]",
      changed: "type: ical, file: scada.ics",
      says: "44:104  there is no file scada.ics  → put it beside the plant file",
    },
  ])("$name", ({ written, changed, says }) => {
    expect(afterChanging(written, changed)).toContain(says);
  });

  test("and a wrong indentation is told alone: all that follows from it would only hide it", () => {
    const reading = readPlant(smallPlant.replace("people:\n  otto", "people:\n\totto"), "p.yaml");
    expect(reading).toMatchObject({ ok: false, problems: [{ line: 17, what: "this line is indented with a tab" }] });
  });

  test("and mistakes do not hide one another", () => {
    const text = smallPlant
      .replace("lead: karin", "lead: karni")
      .replace("home: web", "hoem: web")
      .replace('["web:ole"]', '["web:otto"]')
      .replace("code: HAM", "code: ham")
      .replace("owner: ot-scada }", "owner: ot-scda }");
    const reading = readPlant(text, "p.yaml");
    expect(reading.ok ? [] : reading.problems.map(({ line }) => line)).toEqual([2, 18, 34, 42, 70]);
  });

  test.each([
    "",
    "- a\n- b",
    "just words",
    "a: [",
    "a: *nothing",
    "\u0000",
    "code: &a [*a]",
    "people: {1: 2}",
    "teams: 7",
  ])("and the text %j is refused without a fall", (text) => {
    expect(readPlant(text, "p.yaml")).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.anything()]),
    });
  });
});

describe("whatever an administrator leaves in the file", () => {
  const cut = fc.record({
    from: fc.nat(smallPlant.length),
    length: fc.nat(60),
    put: fc.constantFrom("", "x", ": ", "[", "{", "\n", "- ", "'", "null"),
  });

  test("it is read, or refused with at least one problem that has a place", () => {
    fc.assert(
      fc.property(cut, ({ from, length, put }) => {
        const reading = readPlant(smallPlant.slice(0, from) + put + smallPlant.slice(from + length), "p.yaml");
        const refused = reading.ok ? [{ line: 1, column: 1 }] : reading.problems;
        expect(refused.length).toBeGreaterThan(0);
        expect(refused.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a channel that those it is for do not read", () => {
  test.each([
    {
      name: "is told of a team, with whom to give an account",
      written: 'name: Sina Roth, accounts: ["web:sina", "slack:U0SINA"]',
      changed: 'name: Sina Roth, accounts: ["web:sina"]',
      says: '45:88  warning: nobody who is asked for IT security has an account on slack, so no card is put into this channel  → add accounts "slack:…" to Sina Roth, or remove the channel',
    },
    {
      name: "is told of a line",
      written: "aliases: [L3]",
      changed: "channel: { teams: line-3-shift }",
      says: '63:23  warning: nobody who is asked for the shift lead of Line 3 has an account on teams, so no card is put into this channel  → add accounts "teams:…" to Lars Meier, or remove the channel',
    },
    {
      name: "is told of Ops, who are not told of anything else in it either",
      written: "channel: { slack: C0OPS }",
      changed: "channel: { teams: ops }",
      says: '76:48  warning: nobody who is asked for Ops has an account on teams, so no card is put into this channel  → add accounts "teams:…" to Paula Stein, Piet Jansen, or remove the channel',
    },
    {
      name: "is told of one who is asked first, where others read it",
      written: 'name: Ole Petersen, accounts: ["web:ole"]',
      changed: 'name: Ole Petersen, accounts: ["office:ole"]',
      says: '29:3  warning: Ole Petersen has no account on web, where the cards for OT controls stand  → add accounts "web:…", or let somebody be asked first who has one',
    },
  ])("$name", ({ written, changed, says }) => {
    expect(afterChanging(written, changed)).toContain(says);
  });

  test("is told of the person alone while they have only an address: their first press there links them", () => {
    const said = afterChanging(
      'name: Sina Roth, accounts: ["web:sina", "slack:U0SINA"]',
      "name: Sina Roth, phone: '1', email: sina@hamburg.example",
    );
    expect(said.filter((line) => line.includes("Sina"))).toEqual([
      expect.stringContaining("has an e-mail address but no account"),
    ]);
  });
});

describe("a directory of plant files", () => {
  let directory = "";
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "plants-"));
  });
  afterEach(() => rm(directory, { recursive: true }));

  test("gives every plant that can be used, and the problems of all", async () => {
    await writeFile(join(directory, "a.yaml"), smallPlant);
    await writeFile(join(directory, "b.yaml"), smallPlant.replace("manager: max", "manager: nobody"));
    await writeFile(join(directory, "notes.txt"), "not a plant");
    const { plants, sources, problems } = await readPlants(directory);
    expect(plants.map(({ code }) => code)).toEqual(["HAM"]);
    expect(sources.map(({ file }) => file)).toEqual([join(directory, "a.yaml")]);
    expect(problems.filter(({ severity }) => severity === "error")).toMatchObject([
      { file: join(directory, "b.yaml") },
    ]);
  });

  test("cannot hold two plants with one code", async () => {
    await writeFile(join(directory, "a.yaml"), smallPlant);
    await writeFile(join(directory, "b.yaml"), `${smallPlant}# another\n`);
    const { problems } = await readPlants(directory);
    expect(problems.filter(({ severity }) => severity === "error")).toMatchObject([
      {
        file: join(directory, "b.yaml"),
        line: 2,
        what: `the code HAM belongs to ${join(directory, "a.yaml")} already`,
      },
    ]);
  });

  test("that is not there is named", async () => {
    await expect(readPlants(join(directory, "elsewhere"))).rejects.toMatchObject({ code: "PLANT_INVALID" });
  });
});
