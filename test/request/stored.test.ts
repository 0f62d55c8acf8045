import fc from "fast-check";
import { RELEASE } from "../../src/release.ts";
import type { EventType, RequestEvent } from "../../src/request/events.ts";
import { evolve } from "../../src/request/evolve.ts";
import { PlaceName } from "../../src/request/place.ts";
import { nextWake } from "../../src/request/rules/wake.ts";
import { type RequestState, UNSTARTED } from "../../src/request/state.ts";
import { EVENT_TYPES, readEvent, writeEvent } from "../../src/request/stored/read.ts";
import { durationMs } from "../../src/workflow/duration.ts";
import { stepsOf } from "../../src/workflow/requestType.ts";
import { storedFixtures } from "../support/storedFixtures.ts";
import { everyEvent } from "./everyEvent.ts";
import { demo, friday, monday } from "./scene.ts";

const fixtures = storedFixtures("test/request/stored");
const everyType = Object.values(everyEvent).map(({ type }) => type);

type Story = { readonly after: readonly EventType[]; readonly known: Readonly<Record<string, unknown>> };
const draft = ["DraftStarted"] as const;
const sent = [...draft, "RequestSent"] as const;
const open = [...sent, "PlaceOpened", "StepOpened"] as const;
const askedBack = [...open, "QuestionAsked"] as const;
const approved = [...open, "StepApproved"] as const;
const running = [...sent, "GrantStarted"] as const;
const known = (after: Story["after"], what: Story["known"]): Story => ({ after, known: what });
/** What is known of the one step that all of it is about, and of its ball. */
const step = (after: Story["after"], what: Story["known"]) => known(after, { steps: { owner: what } });
const ball = (after: Story["after"], what: Story["known"]) => step(after, { ball: what });
const verdict = (what: Story["known"]) => step(open, { status: "settled", verdict: what });

/** What each event has meant since it was first written: after which others, and what is known then. */
const MEANS: { readonly [T in EventType]: Story } = {
  DraftStarted: known([], { status: "draft", asked: { requester: "olga" }, values: { port: "502/tcp" } }),
  DraftRead: known(draft, { chosen: true, reading: { type: "open-port" } }),
  DraftFilled: known(draft, { values: { why: "counters" }, filled: { why: "counters" } }),
  DraftRevised: known(draft, { values: { port: "503/tcp" }, asked: { edition: 2 } }),
  ReadingProposed: known(draft, {
    values: { source: "asset:historian", port: "502/tcp" },
    proposed: { reader: "qwen3:8b" },
  }),
  DraftReminded: known(draft, { reminded: true }),
  DraftDiscarded: known(draft, { discarded: "deleted" }),
  MessageDeleted: known([], { status: "unstarted", edition: 3 }),
  RequestSent: known(draft, {
    status: "open",
    key: "HAM-142",

    steps: { owner: { status: "waiting" } },
  }),
  AgreementLost: known(sent, { agreed: null, limits: [], values: {}, steps: { owner: { status: "waiting" } } }),
  RequestJoined: known(open, { places: { joined: { role: { type: "joined", by: "oksana" }, left: false } } }),
  PlaceOpened: known(sent, { places: { owner: { left: false } }, steps: { owner: { place: "owner" } } }),
  PlaceLeft: known(open, { places: { owner: { left: true, lost: false } } }),
  PlaceUnreachable: known(open, { places: { owner: { left: true, lost: true } } }),
  StepOpened: ball(sent, { party: { type: "team", team: "ot-controls" }, clocks: { dueAt: monday("17:00") } }),
  StepHeld: step(sent, { status: "held", until: monday("18:00") }),
  StepPinged: ball(open, { pings: [{ people: ["otto"] }, { people: ["ole"] }], clocks: { hopAt: monday("12:00") } }),
  ReliefPassed: ball(open, { party: { type: "team", team: "ot-controls" } }),
  StepReminded: ball(open, { reminded: true }),
  StepOverdue: ball(open, { overdue: { clock: "take", at: monday("13:00") }, roundFrom: 1 }),
  ProgressAsked: ball(open, { progressAskedAt: monday("12:30") }),
  NudgeAsked: ball(open, { nudgeAt: monday("12:15"), nudgedAt: null }),
  StepNudged: ball(open, { pings: [{ people: ["otto"] }, { people: ["karin"], says: "opsAsked" }] }),
  StepTaken: ball(open, { takenBy: "otto", takenAt: monday("10:05"), clocks: { hopAt: null } }),
  StepReleased: ball([...open, "StepTaken"], { takenBy: null, roundFrom: 1, released: { person: "otto" } }),
  StepHandedOver: ball([...open, "StepTaken"], { takenBy: null, pings: [{ people: ["otto"] }, { people: ["ole"] }] }),
  StepMoved: step(open, { status: "waiting", moves: 1, givenTo: { party: { type: "team", team: "ot-scada" } } }),
  StepDisputed: step(open, { status: "disputed", reason: "nobody wants it" }),
  StepReopened: known(approved, { limits: [], steps: { owner: { status: "waiting" } } }),
  OwnerRuled: step(open, { givenTo: { party: { team: "ot-scada" }, because: "they commissioned it", ruled: true } }),
  RulingUndone: known([...open, "OwnerRuled"], {
    rulings: [{ team: "ot-scada", undone: { by: expect.anything() } }],
    steps: { owner: { givenTo: null } },
  }),
  RequesterLeft: known(open, { asked: { requester: "olga", speaksFor: "karin" } }),
  RequesterRuledOut: known(open, { ruledOut: ["sina"] }),
  FreezeSetAside: known(open, { notes: [{ by: "karin", says: "goesOn", text: "the line stands" }] }),
  // Of releases that did not say so, no freeze begins instead.
  FreezePassed: step(open, { status: "open" }),
  DeadlineNears: known(open, { deadlinesTold: [friday("12:00")] }),
  QuestionAsked: step(open, { status: "asked", question: { text: "Which function codes?", by: "otto" } }),
  QuestionReminded: step(askedBack, { question: { reminded: true } }),
  QuestionAnswered: known(askedBack, { notes: [{ text: "only 3 and 4" }], steps: { owner: { status: "open" } } }),
  NoteAdded: known(open, { notes: [{ name: "Olga Weber", text: "the vendor waits" }] }),
  FactsGiven: known(open, { values: { access: "read" }, saidBySteps: ["access"] }),
  FactsChanged: known(approved, { values: { port: "44818/tcp" }, limits: [], steps: { owner: { status: "waiting" } } }),
  StepApproved: known(open, { limits: [{ text: "read only" }], steps: { owner: { verdict: { type: "approved" } } } }),
  StepDenied: verdict({ type: "denied", reason: "no login on Modbus", yesIf: "through the jump host" }),
  StepTakenBack: known(approved, {
    limits: [],
    notes: [{ by: "otto", says: "tookApproval", text: "it was the other PLC" }],
    steps: { owner: { status: "open", ball: { takenBy: "otto", clocks: { hopAt: null, dueAt: monday("17:00") } } } },
  }),
  DenialAppealed: known([...open, "StepDenied", "RequestClosed"], {
    status: "open",
    appeal: {
      step: "owner",
      news: "the historian is behind the jump host now",
      denied: { reason: "no login on Modbus" },
    },
    steps: { owner: { status: "waiting" } },
  }),
  RiskTaken: known([...open, "StepDenied", "RequestClosed"], {
    status: "open",
    steps: {
      owner: {
        verdict: { type: "riskTaken", denied: { reason: "no login on Modbus", yesIf: "through the jump host" } },
      },
    },
  }),
  RiskTakenBack: known([...open, "StepDenied", "RequestClosed", "RiskTaken"], {
    status: "open",
    notes: [{ by: "karin", says: "tookRisk", text: "the batch is done" }],
    steps: { owner: { verdict: { type: "denied", by: "otto", reason: "no login on Modbus" } } },
  }),
  HaltAsked: step(approved, { status: "settled", verdict: { type: "approved", halt: { at: monday("11:25") } } }),
  DenialStands: known([...open, "RequestClosed"], { status: "closed", stands: true, closedAt: monday("10:40") }),
  StepDone: verdict({ type: "done", evidence: "rule 4711", onSite: "Nils" }),
  StepConfirmed: verdict({ type: "doesNotWork", note: "no answer on 502" }),
  StepSettled: verdict({ type: "through", step: "security" }),
  GrantStarted: known(sent, { grant: { status: "running", until: friday("12:00") } }),
  EndNears: known(running, { endTold: friday("12:00"), grant: { until: friday("12:00") } }),
  ExtensionAsked: known(running, {
    extensions: [{ until: friday("18:00"), before: friday("12:00"), status: "asked", steps: ["owner-longer-1"] }],
    steps: { "owner-longer-1": { status: "waiting" } },
  }),
  ExtensionGranted: known([...running, "ExtensionAsked"], {
    grant: { status: "running", until: friday("18:00") },
    values: { until: String(friday("18:00")) },
    extensions: [{ status: "granted" }],
  }),
  ExtensionRefused: known([...running, "ExtensionAsked"], {
    grant: { until: friday("12:00") },
    extensions: [{ status: "refused" }],
  }),
  GrantEnded: known([...sent, "GrantStarted"], { grant: { status: "ended", by: "karin", because: "cutOff" } }),
  // What follows from it is told by the events behind it.
  RequestWithdrawn: known(open, { status: "open", at: monday("10:40") }),
  RequestClosed: known(open, { status: "closed", outcome: "withdrawn" }),
};

/** A state as one would write it down. */
function written(state: RequestState): unknown {
  return JSON.parse(
    JSON.stringify(state, (_, value: unknown) => {
      if (value instanceof Map) return Object.fromEntries(value);
      return value instanceof Set ? [...value] : value;
    }),
  );
}

function fold(events: readonly RequestEvent[]): RequestState {
  return events.reduce<RequestState>(evolve, UNSTARTED);
}

function storyOf(name: string): Story {
  const found = Object.entries(MEANS).find(([type]) => type === name);
  if (found === undefined) throw new Error(`Say what ${name} means`);
  return found[1];
}

function writtenBy(release: string, event: string): RequestEvent {
  const found = fixtures.find((each) => each.release === release && each.event === event);
  if (found === undefined) throw new Error(`Release ${release} wrote no ${event}`);
  return readEvent(found.bytes);
}

describe.each(fixtures)("$event, as release $release wrote it", ({ release, event, bytes }) => {
  test("is read today, with everything it said", () => {
    const { v, release: writer, ...said } = JSON.parse(bytes);
    expect(readEvent(bytes)).toMatchObject(said);
  });

  test("means today what it meant then", () => {
    const { after, known: meant } = storyOf(event);
    expect(written(fold([...after, event].map((name) => writtenBy(release, name))))).toMatchObject(meant);
  });
});

test.each([
  { release: "early", next: null },
  { release: RELEASE, next: friday("16:00") },
])("a freeze that passed left the one that begins instead, once releases said so ($release)", ({ release, next }) => {
  const walk = [...open, "FreezePassed" as const].map((name) => writtenBy(release, name));
  expect(written(fold(walk))).toMatchObject({ steps: { owner: { ball: { frozenFrom: next } } } });
});

test("every kind of event that this release writes is kept as an example, made by writeFixtures", () => {
  const kept = fixtures.filter(({ release }) => release === RELEASE).map(({ event }) => event);
  expect(kept.sort()).toEqual([...EVENT_TYPES].sort());
});

describe("an event of a request", () => {
  test("is read back as it was written", () => {
    for (const event of Object.values(everyEvent)) expect(readEvent(writeEvent(event))).toEqual(event);
  });

  test("with one key more anywhere, written by a newer release, says the same", () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyType), fc.nat(), (type, at) => {
        const newer = withOneMore(JSON.parse(writeEvent(everyEvent[type])), at);
        expect(readEvent(JSON.stringify(newer))).toMatchObject(everyEvent[type]);
      }),
      { numRuns: 300 },
    );
  });

  test("longer than anybody may write is not written, and its text stays out of what is said of it", () => {
    const long = { ...everyEvent.NoteAdded, text: "secret ".repeat(500) };
    expect(() => writeEvent(long)).toThrow("NoteAdded.text has 3500 characters, more than the 3000 that are kept");
  });

  test.each([
    { name: "another kind of step", change: rulesWith('"kind":"approve"', '"kind":"vote"') },
    { name: "another owner", change: rulesWith('"owner":"security"', '"owner":"auditor"') },
    { name: "another moment to open at", change: rulesWith('"opens":"end"', '"opens":"middle"') },
    { name: "a wait in another unit", change: rulesWith(/"take":"[^"]*"/, '"take":"2 weeks"') },
  ])("whose rules have $name than this release knows is refused, and named", ({ change }) => {
    expect(() => readEvent(change)).toThrow(/RequestSent \(version 1, written by release .*\) cannot be read/);
  });
});

describe("the rules of a request that was sent", () => {
  const rulesIn = (bytes: string) => {
    const event = readEvent(bytes);
    if (event.type !== "RequestSent") throw new Error(`It is ${event.type}`);
    return event.rules;
  };

  test("are kept whole, also where a newer release says more in them", () => {
    const rules = rulesIn(rulesWith('"veto":true', '"veto":true,"seconds":"ops"'));
    expect(JSON.stringify(rules)).toContain('"seconds":"ops"');
  });

  test("can be written once more with what a newer release says in them", () => {
    const rules = rulesIn(rulesWith('"veto":true', '"veto":true,"seconds":"ops"'));
    expect(writeEvent({ ...everyEvent.FactsChanged, rules })).toContain('"seconds":"ops"');
  });

  test("stay as they were when the files may no longer say that", () => {
    const [long, id] = ["a".repeat(500), `s${"x".repeat(80)}`];
    const old = JSON.parse(writeEvent(everyEvent.RequestSent));
    const [stage] = old.rules.stages;
    const step = { ...stage.steps[0], id, does: long, checks: Array(20).fill(long) };
    old.rules = { ...old.rules, name: long, icon: "", limits: [{ id: "Read Only!", label: long }], call: "" };
    old.rules.stages = [...Array(12).fill({ ...stage, steps: [step] }), { steps: [] }];
    old.rules.stages[0].steps[0].clock.decide = "99999 d";
    const rules = rulesIn(JSON.stringify(old));
    expect(rules).toMatchObject({ name: long, limits: [{ id: "Read Only!", words: [] }] });
    expect(stepsOf(rules)[0]?.id).toBe(id);
    expect(durationMs(stepsOf(rules)[0]?.clock.decide ?? neverSaid())).toBe(99_999 * 86_400_000);
  });

  test("and what is asked of a step with a name the files would refuse go on as if nothing had changed", () => {
    const story = [...open, "StepTaken"].map((name) => writtenBy(RELEASE, name));
    const renamed = JSON.stringify(story).replaceAll(':"owner"', `:"owner-of-${"x".repeat(60)}"`);
    const state = fold(JSON.parse(renamed).map((event: unknown) => readEvent(JSON.stringify(event))));
    expect(nextWake(state, demo)).toBe(nextWake(fold(story), demo));
    expect(state.status === "open" && [...state.places.keys()].map((name) => PlaceName.parse(name).length)).toEqual([
      9, 69,
    ]);
  });
});

function neverSaid(): never {
  throw new Error("The step has no such clock");
}

/** `RequestSent` as it is stored, with another text in its rules. */
function rulesWith(text: string | RegExp, instead: string): string {
  const bytes = writeEvent(everyEvent.RequestSent);
  const changed = bytes.replace(text, instead);
  if (changed === bytes) throw new Error(`There is no ${text} in the rules`);
  return changed;
}

/** One more key in one of the objects that an event consists of; its facts are a list of their own, by field. */
function withOneMore(event: unknown, at: number): unknown {
  const objects: Record<string, unknown>[] = [];
  JSON.stringify(event, (key, value) => {
    if (typeof value === "object" && value !== null && !Array.isArray(value) && key !== "values") objects.push(value);
    return value;
  });
  const chosen = objects[at % objects.length];
  if (chosen !== undefined) chosen.brandNew = { by: "a newer release" };
  return event;
}
