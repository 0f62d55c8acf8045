import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Lexer, parseDocument } from "yaml";
import { instant } from "../../src/clock.ts";
import { calendarFault } from "../../src/plant/calendar/importedCalendar.ts";
import { readPlant, readPlants, sayProblem } from "../../src/plant/file/read.ts";
import { readYaml } from "../../src/plant/file/yamlFile.ts";
import { loadRequestTypes } from "../../src/workflow/read.ts";
import { cpuMs } from "../support/cpuTime.ts";

/** More than any reading of these takes on a busy machine; growing with the square they would take minutes. */
const BUDGET_MS = 5_000;

const lines = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join("\n");

/** Plant files made to be slow: each would take minutes or all memory in a reader without bounds. */
const YAML: Readonly<Record<string, string>> = {
  "aliases of aliases": lines(30, (n) =>
    n === 0 ? "a0: &a0 [x]" : `a${n}: &a${n} [${"*a".concat(`${n - 1}, `).repeat(9)}]`,
  ),
  "an alias of itself": "a: &a [*a, *a]",
  "brackets in brackets": `a: ${"[".repeat(20_000)}`,
  "braces in braces": `a: ${"{a: ".repeat(20_000)}`,
  "blocks in blocks": lines(2_000, (n) => `${" ".repeat(n)}a:`),
  "dashes in dashes": `${"- ".repeat(20_000)}a`,
  "thousands of keys": lines(20_000, (n) => `k${n}: ${n}`),
  "one key again and again": lines(5_000, () => "k: 1"),
  "a million brackets, of which the parser ran out of memory": `a: ${"[".repeat(1_000_000)}`,
  "a million braces": `a: ${"{a: ".repeat(250_000)}`,
  "dashes in dashes by the million": `${"- ".repeat(500_000)}a`,
  "more than a plant's": lines(400_000, (n) => `k${n}: 1`),
  "quotes that never end": `a: "${"\\\\".repeat(100_000)}`,
  "merge keys": lines(2_000, (n) => `m${n}: &m${n} {<<: *m${Math.max(0, n - 1)}, k${n}: 1}`),
};

const onlyProblem = (text: string) => readYaml(text, "plant.yaml").problems.map(sayProblem);

test("what is too long or too deep is refused in words, with its place", () => {
  expect(onlyProblem(`a: 1\nb: ${"[".repeat(51)}`)).toEqual([
    expect.stringMatching(/^plant\.yaml:2:53 .*more than 50 deep in lists and keys.*close the brackets/),
  ]);
  expect(onlyProblem(`a: ${"[".repeat(40)}${"]".repeat(40)}`)).toEqual([]);
  expect(onlyProblem(lines(60, (n) => `${" ".repeat(n)}a:`))[0]).toMatch(/^plant\.yaml:51:51 .*50 deep/);
  expect(onlyProblem(lines(400, () => "- - - [1, '[', \"{\"] # [[[["))).toEqual([]);
  expect(onlyProblem(`a: |\n${lines(200, (n) => `  ${" ".repeat(n)}[[[[{{{{`)}`)).toEqual([]);
  expect(onlyProblem("x".repeat(4_000_001))[0]).toMatch(/has more than 4 MB/);
});

test("no more of a file is read than shows that it is too long", async () => {
  const folder = await mkdtemp(join(tmpdir(), "referee-long-"));
  await writeFile(join(folder, "plant.yaml"), `code: HAM\n# ${"ü".repeat(3_000_000)}`);
  const { problems } = await readPlants(folder);
  expect(problems.map(({ what }) => what)).toContain("the file has more than 4 MB");
  expect((await loadRequestTypes(folder)).ok).toBe(false);
  await rm(folder, { recursive: true });
});

describe("a file made to be slow", () => {
  test.each(Object.keys(YAML))("of %s is read or refused in time, and nothing is thrown", (name) => {
    let read = readYaml("", "empty.yaml");
    const took = cpuMs(() => {
      read = readYaml(YAML[name] ?? "", "slow.yaml");
    });
    const { problems, isSound } = read;
    expect(took).toBeLessThan(BUDGET_MS);
    expect(isSound || problems.length > 0).toBe(true);
  });
});

const SHIFTS = "shiftLeads: { type: byShift, people: { early: [leyla], late: [bernd], night: [lars] } }";
const ROTA =
  'onCall: { type: weekly, turns: [{ days: daily, hours: "06:00-18:00", person: otto }, { days: daily, hours: "18:00-06:00", person: ole }] }';

/** The demo plant with 4,000 lines, teams and machines more. */
function bigPlant(): string {
  const more: Readonly<Record<string, string>> = {
    teams: lines(
      1_300,
      (n) =>
        `  t-${n}: { name: T${n}, side: OT, members: [otto, ole], calendar: ot, channel: { slack: C0T${n} }, ${ROTA}, lead: otto }`,
    ),
    lines: lines(
      1_300,
      (n) =>
        `  belt-${n}: { name: Belt ${n}, team: line-3-operators, owner: ot-controls, channel: { slack: C0B${n} }, ${SHIFTS} }`,
    ),
    assets: lines(1_400, (n) => `  m-${n}: { name: Drive ${n}, line: line-3, owner: ot-controls }`),
  };
  return Object.entries(more).reduce(
    (all, [key, added]) => all.replace(new RegExp(`^${key}:\\n`, "m"), `${key}:\n${added}\n`),
    readFileSync("plants/demo.yaml", "utf8"),
  );
}

describe("a plant of 4,000 lines, teams and machines", () => {
  const now = instant("2026-11-30T09:00:00+01:00");
  /** Beside another suite in the same process its time counts as well: the least of some is the nearest. */
  const leastOf = (times: number, act: () => unknown) => Math.min(...Array.from({ length: times }, () => cpuMs(act)));

  test("is read, checked and looked through for hours without anybody in a few times what its YAML takes to parse", () => {
    const text = bigPlant();
    const parsingMs = leastOf(5, () => parseDocument(text, { prettyErrors: false, uniqueKeys: false }));
    const read: boolean[] = [];
    const readingMs = leastOf(5, () => read.push(readPlant(text, "big.yaml", {}, now).ok));
    expect(read).toEqual([true, true, true, true, true]);
    // Beside other suites 3.3 was seen once (2026-12-01); what grows with the square is far above.
    expect(readingMs / parsingMs).toBeLessThan(4.5);
  });

  test("is taken apart into its words once", () => {
    const lexed = jest.spyOn(Lexer.prototype, "lex");
    try {
      readPlant(bigPlant(), "big.yaml", {}, now);
      expect(lexed).toHaveBeenCalledTimes(1);
    } finally {
      lexed.mockRestore();
    }
  });
});

const event = (n: number, more = "") =>
  `BEGIN:VEVENT\nUID:${n}\nDTSTART:20261130T060000Z\nDTEND:20261130T140000Z\nSUMMARY:Otto\n${more}END:VEVENT`;
const calendar = (body: string) => `BEGIN:VCALENDAR\nVERSION:2.0\n${body}\nEND:VCALENDAR\n`;

test("a calendar that is too long is refused in words", () => {
  expect(calendarFault(calendar(event(1, `DESCRIPTION:${"x".repeat(4_000_000)}\n`)), "UTC")).toBe(
    "it has more than 4 MB",
  );
});

const CALENDARS: Readonly<Record<string, string>> = {
  "thousands of events": calendar(lines(5_000, (n) => event(n))),
  "components in components": lines(5_000, () => "BEGIN:VEVENT"),
  "a title without end": calendar(event(1, `DESCRIPTION:${"x".repeat(1_000_000)}\n`)),
  "a line folded thousands of times": calendar(event(1, `DESCRIPTION:x\n${" x\n".repeat(50_000)}`)),
  "thousands of dates left out": calendar(
    event(1, `RRULE:FREQ=DAILY\n${lines(5_000, (n) => `EXDATE:2027${String(n).padStart(4, "0")}T060000Z`)}\n`),
  ),
  "rules that hardly ever come": calendar(
    lines(50, (n) => event(n, "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=3\n")),
  ),
  "quotes and colons": calendar(event(1, `X;A="${'";:'.repeat(50_000)}:x\n`)),
};

test.each(Object.keys(CALENDARS))("a calendar of %s is read or refused in time, and nothing is thrown", (name) => {
  expect(cpuMs(() => calendarFault(CALENDARS[name] ?? "", "Europe/Berlin"))).toBeLessThan(BUDGET_MS);
});
