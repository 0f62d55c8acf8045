import { readFile } from "node:fs/promises";
import { loadRequestTypes, type Problem, readRequestTypes } from "../../src/workflow/read.ts";

const SOUND = `
type: borrow-key
name: Borrow a key
icon: K
title: Key for {machine}
asset: machine
fields:
  - { id: machine, label: Machine, ask: Which machine?, from: requester, kind: asset }
  - { id: number, label: Number, ask: Which key?, from: step:keeper, kind: text }
stages:
  - steps:
      - { id: keeper, kind: approve, owner: assetOwner, does: lends it, clock: { take: 1 h, decide: 8 h } }
`;

/** The problems of the sound file after a replacement, as `line:column what`. */
function problemsAfter(from: string, to: string): readonly string[] {
  return problemsOf(SOUND.replace(from, to)).map(({ line, column, what }) => `${line}:${column} ${what}`);
}

function problemsOf(text: string, file = "workflows/borrow-key.yaml"): readonly Problem[] {
  const reading = readRequestTypes([{ file, text }]);
  return reading.ok ? [] : reading.problems;
}

describe("a request type's file", () => {
  test("is read with everything that was left out filled in", () => {
    const reading = readRequestTypes([{ file: "workflows/borrow-key.yaml", text: SOUND }]);
    expect(reading.ok && [...reading.types.values()]).toMatchObject([
      { type: "borrow-key", active: true, endsAt: null, fields: [{ required: true }, { from: "step:keeper" }] },
    ]);
  });

  test("with a misspelt key says which one was probably meant", () => {
    const problems = problemsOf(SOUND.replace("kind: asset", "kind: asset, requird: false"));
    expect(problems).toMatchObject([
      {
        file: "workflows/borrow-key.yaml",
        line: 8,
        what: '"requird" is not known in fields.0',
        todo: 'did you mean "required"?',
      },
    ]);
  });

  test.each([
    { name: "a duration without a unit", from: "take: 1 h", to: "take: 60", at: "12:88 stages.0.steps.0.clock.take" },
    { name: "a step that does not exist", from: "step:keeper", to: "step:kepper", at: "9:57 no step is called" },
    { name: "a title with an unknown field", from: "{machine}", to: "{maschine}", at: "5:8 there is no field" },
    {
      name: "an owner nobody is",
      from: "assetOwner",
      to: "assetOwners",
      at: '12:45 stages.0.steps.0.owner "assetOwners": an owner is assetOwner, ',
    },
    { name: "a key written twice", from: "icon: K", to: "icon: K\nicon: L", at: "5:1 " },
    {
      name: "another type than its name says",
      from: "type: borrow-key",
      to: "type: lend-key",
      at: "2:7 borrow-key.yaml",
    },
    {
      name: "a window of no instants",
      from: "kind: approve, owner",
      to: "kind: do, window: { from: number }, owner",
      at: '12:49 the field "number" holds no instant',
    },
    {
      name: "a step that nobody would be reminded of",
      from: "clock: { take: 1 h, decide: 8 h }",
      to: "clock: {}",
      at: "12:73 without take or decide nobody ever hears that this step was not answered",
    },
    {
      name: "a step that nobody would be reminded of when production stands",
      from: "clock: { take: 1 h, decide: 8 h }",
      to: "clock: { take: 1 h }, sooner: { field: machine, is: press, clock: {} }",
      at: "12:132 without take or decide nobody ever hears that this step was not answered",
    },
    {
      name: "an end that is no instant",
      from: "kind: text",
      to: "kind: text, means: end",
      at: '9:89 a field of kind text cannot mean "end"',
    },
    {
      name: "an approval that is rung on until somebody has it",
      from: "take: 1 h",
      to: "take: 1 h, always: true",
      at: "12:73 an approval is never rung on to Ops: they have no vote in it",
    },
    {
      name: "checks nobody would look at",
      from: "does: lends it",
      to: "does: lends it, checks: [Is it there?]",
      at: "12:73 checks means nothing to a step of kind approve",
    },
    {
      name: "a confirmation of what nobody carries out",
      from: "decide: 8 h } }",
      to: "decide: 8 h } }\n      - { id: back, kind: confirm, owner: requester, does: looks, looksAt: [keeper], clock: { decide: 8 h } }",
      at: '13:67 "keeper" is not carried out before this step',
    },
    {
      name: "two steps for one person of which there is only one",
      from: "does: lends it",
      to: "does: lends it, together: [keeper]",
      at: '12:73 "keeper" is not another step of this stage and kind',
    },
    {
      name: "two people in one where one has a veto",
      from: "decide: 8 h } }",
      to: "decide: 8 h } }\n      - { id: back, kind: approve, owner: security, does: looks, veto: true, together: [keeper], clock: { decide: 8 h } }",
      at: '13:78 "keeper" and "back" are to be answered by two people',
    },
    {
      name: "a yes that answers for a veto",
      from: "decide: 8 h } }",
      to: "decide: 8 h }, settles: [back] }\n      - { id: back, kind: approve, owner: security, veto: true, does: looks, clock: { decide: 8 h } }",
      at: '12:108 no yes of "keeper" answers for "back", which has a veto',
    },
    {
      name: "a yes that answers for Safety",
      from: "decide: 8 h } }",
      to: "decide: 8 h }, settles: [back] }\n      - { id: back, kind: approve, owner: safety, does: looks, clock: { decide: 8 h } }",
      at: `12:108 no yes of "keeper" answers for "back", which is Safety's`,
    },
    {
      name: "a yes under alarm that answers for a veto",
      from: "decide: 8 h } }",
      to:
        "decide: 8 h }, veto: true }\nalarm:\n  when: { field: machine, is: [press] }\n  title: Key\n  steps: [" +
        "{ id: guard, kind: approve, owner: security, does: looks, settles: [keeper], clock: { decide: 8 h } }]",
      at: '16:69 no yes of "guard" answers for "keeper", which has a veto',
    },
    {
      name: "a desk at which there is nothing to look at",
      from: "kind: approve, owner: assetOwner, does: lends it",
      to: "kind: do, owner: assetOwner, does: lends it, checkedAt: desk",
      at: "12:79 there is nothing to look at",
    },
    {
      name: "a first stage that waits for an end",
      from: "  - steps:\n      - { id: keeper, kind: approve",
      to: "  - opens: end\n    steps:\n      - { id: keeper, kind: do",
      at: "11:12 the first stage cannot wait for the end",
    },
    {
      name: "a fact that only a confirmation owes",
      from: "kind: approve",
      to: "kind: confirm",
      at: '9:57 "keeper" only confirms',
    },
  ])("with $name says so, at its place", ({ from, to, at }) => {
    expect(problemsAfter(from, to)).toEqual([expect.stringContaining(at)]);
  });

  test("with several mistakes of several kinds names all of them, from top to bottom", () => {
    const text = SOUND.replace("{machine}", "{maschine}")
      .replace("kind: asset", "kind: machine")
      .replace("step:keeper", "step:kepper")
      .replace("take: 1 h", "take: 1 hour");
    expect(problemsOf(text).map(({ line }) => line)).toEqual([5, 8, 9, 12]);
  });

  test("that is not YAML at all says where it stops being", () => {
    expect(problemsOf("type: [open")[0]).toMatchObject({ severity: "error", line: 1 });
  });

  test("that is empty says what is missing", () => {
    expect(problemsOf("").length).toBeGreaterThan(0);
  });
});

test("the example in the documentation is a sound request type", async () => {
  const page = await readFile("docs/request-types.md", "utf8");
  const text = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  expect(problemsOf(text)).toEqual([]);
});

describe("a directory of request types", () => {
  test("that does not exist is a problem to mend, not a crash", async () => {
    const reading = await loadRequestTypes("no-such-directory");
    expect(reading).toMatchObject({ ok: false, problems: [{ file: "no-such-directory" }] });
  });
});

test("what was opened is closed by doing it: a closing step of another kind is refused at its place", () => {
  const until = "  - { id: until, label: Until, ask: Until when?, from: requester, kind: instant }\nstages:";
  const closing =
    "  - { opens: end, steps: [{ id: back, kind: confirm, owner: ops, does: looks, clock: { take: 1 h } }] }\n";
  const text = `${SOUND.replace("stages:", until).replace("asset: machine", "asset: machine\nendsAt: until")}${closing}`;
  expect(problemsOf(text).map(({ what }) => what)).toEqual(["what was opened is closed by doing it"]);
});
