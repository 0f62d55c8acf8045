import fc from "fast-check";
import { DAY_MS, later } from "../../src/clock.ts";
import { RefusedError } from "../../src/errors.ts";
import { PersonId, TeamId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { personIn } from "../../src/request/actor.ts";
import type { RequestCommand } from "../../src/request/commands.ts";
import { REQUESTER_PLACE } from "../../src/request/place.ts";
import { nextWake } from "../../src/request/rules/wake.ts";
import { type Closed, isSettled, type Open, type RequestState, type StepState } from "../../src/request/state.ts";
import type { RequestType } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import { anySign } from "../support/anyText.ts";
import { then, valuesFrom, type Walk, wokenAt } from "../workflow/walk.ts";

/** One thing that may happen to a request: somebody does something about one of its steps, or the clock goes on. */
export type Happening = {
  readonly what: (typeof WHATS)[number];
  readonly step: number;
  readonly who: number;
  readonly words: string;
};

const WHATS = [
  "wake",
  "take",
  "approve",
  "limits",
  "deny",
  "takeBack",
  "appeal",
  "takeRisk",
  "undoRuling",
  "ask",
  "answer",
  "notMine",
  "handOver",
  "finish",
  "rollBack",
  "confirm",
  "complain",
  "note",
  "change",
  "withdraw",
  "extend",
  "nudge",
  "rule",
  "close",
  "cutOff",
  "setFreezeAside",
  "unreachable",
] as const;

/** Words as people type them: short and long, with line breaks, markup and emoji. */
const words = fc.oneof(
  fc.constantFrom("ok", "<!channel> *now*", "line one\nline two", "🔥".repeat(40), "a very long word ".repeat(200)),
  fc.string({ unit: anySign, minLength: 1, maxLength: 80 }),
);

export const happenings: fc.Arbitrary<readonly Happening[]> = fc.array(
  fc.record({
    // What leads on comes up more often than what ends a request.
    what: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom("wake", "approve", "finish", "confirm") },
      fc.constantFrom(...WHATS),
    ),
    step: fc.nat({ max: 7 }),
    who: fc.nat({ max: 30 }),
    words,
  }),
  { maxLength: 14 },
);

/** The walk after something was tried: a refusal leaves it as it was, as it leaves the request. */
export function tried(walk: Walk, happening: Happening, type: RequestType): Walk {
  const { state, world } = walk;
  if (happening.what === "takeBack") return takenBack(walk, happening);
  if (isDisputed(happening.what)) return disputed(walk, happening, type);
  if (state.status !== "open") return walk;
  if (happening.what === "wake") return wokenAt(walk, nextWake(state, world.plant) ?? later(state.at, DAY_MS));
  const steps = [...state.steps.values()];
  const live = steps.filter(({ status }) => status !== "waiting" && status !== "settled");
  const step = live.at(happening.step % Math.max(1, live.length));
  if (step === undefined) return walk;
  for (const by of peopleFor(happening, state, step, world.plant)) {
    const after = attempt(walk, commandFor(happening, step, by, state, type, world.plant));
    if (after !== null) return after;
  }
  return walk;
}

/** Those who answered want it back, also what is over by a no. */
function takenBack(walk: Walk, { step: nth, words: reason }: Happening): Walk {
  const { state } = walk;
  if (state.status !== "open" && state.status !== "closed") return walk;
  const answered = [...state.steps.values()].filter(isSettled);
  const step = answered.at(nth % Math.max(1, answered.length));
  if (step === undefined) return walk;
  const { id, ask, verdict } = step;
  const meta = { by: verdict.by, at: later(state.at, 60_000), name: "somebody" };
  return attempt(walk, { ...meta, type: "takeBack", step: id, ask, reason }) ?? walk;
}

type Dispute = "appeal" | "takeRisk" | "undoRuling";

function isDisputed(what: Happening["what"]): what is Dispute {
  return what === "appeal" || what === "takeRisk" || what === "undoRuling";
}

/** Whoever asked, and the risk owner, have something to say to a no; Ops take back what they ruled last. */
function disputed(walk: Walk, happening: Happening, type: RequestType): Walk {
  const { state } = walk;
  if (state.status !== "open" && state.status !== "closed") return walk;
  const command =
    happening.what === "undoRuling" ? undoing(state, happening, walk) : toTheNo(state, happening, type, walk);
  return (command === null ? null : attempt(walk, command)) ?? walk;
}

const soonAfter = (state: RequestState) => ({ at: later(state.at, 60_000), name: "somebody" });

function undoing(state: Open | Closed, { words: reason }: Happening, { world }: Walk): RequestCommand | null {
  const [by] = world.plant.ops.leads;
  const ruling = state.rulings.at(-1);
  if (by === undefined || ruling === undefined) return null;
  return { type: "undoRuling", ruledAt: ruling.at, reason, by, ...soonAfter(state) };
}

function toTheNo(
  state: Open | Closed,
  { what, words: text, who }: Happening,
  type: RequestType,
  { world }: Walk,
): RequestCommand | null {
  const step = [...state.steps.values()].find((each) => isSettled(each) && each.verdict.type === "denied");
  if (step === undefined) return null;
  const { requester } = state.asked;
  const { at, name } = soonAfter(state);
  const about = { step: step.id, ask: step.ask, at, name };
  if (what === "takeRisk")
    return {
      ...about,
      type: what,
      reason: text,
      values: valuesFrom(type, step.id, at),
      by: world.plant.riskOwner ?? requester,
    };
  const changed = who % 2 === 0 ? valuesFrom(type, "requester", later(at, who * DAY_MS)) : Values.parse({});
  return { ...about, type: "appeal", news: text, values: changed, by: requester };
}

function attempt(walk: Walk, command: RequestCommand): Walk | null {
  try {
    return then(walk, command);
  } catch (error) {
    if (error instanceof RefusedError) return null;
    throw error;
  }
}

/** Those who were asked first, then somebody at random, then Ops and whoever asked. */
function peopleFor({ who }: Happening, state: RequestState, step: StepState, plant: Plant): readonly PersonId[] {
  const pinged = "ball" in step ? step.ball.pings.flatMap(({ people }) => people) : [];
  const everybody = [...plant.people.keys()];
  const anybody = everybody[who % everybody.length];
  const requester = state.status === "unstarted" ? [] : [personIn(state.asked.requester) ?? []].flat();
  return [...pinged, ...(anybody === undefined ? [] : [anybody]), ...plant.ops.leads, ...requester];
}

function commandFor(
  { what, words: text, who }: Happening,
  { id, ask }: StepState,
  by: PersonId,
  { at }: RequestState,
  type: RequestType,
  plant: Plant,
): RequestCommand {
  const meta = { by, at: later(at, 60_000), name: "somebody" };
  const about = { ...meta, step: id, ask };
  const values = valuesFrom(type, id, meta.at);
  const teams = [...plant.teams.keys()];
  const team = TeamId.parse(teams[who % teams.length]);
  const finish = { ...about, type: "finish", evidence: text, onSite: "Ole", values } as const;
  const commands: Readonly<Record<Exclude<Happening["what"], "wake" | Dispute>, RequestCommand>> = {
    take: { ...about, type: "take" },
    approve: { ...about, type: "approve", limits: [], values },
    limits: { ...about, type: "approve", limits: [{ text, until: later(meta.at, DAY_MS) }], values },
    deny: { ...about, type: "deny", reason: text, yesIf: text },
    ask: { ...about, type: "ask", question: text },
    answer: { ...about, type: "answer", answer: text },
    notMine: { ...about, type: "notMine", whose: who % 3 === 0 ? null : team, reason: text },
    handOver: { ...about, type: "handOver", to: PersonId.parse([...plant.people.keys()][who % plant.people.size]) },
    finish: { ...finish, outcome: "done" },
    rollBack: { ...finish, outcome: "rolledBack" },
    confirm: { ...about, type: "confirm", outcome: "works", note: "" },
    complain: { ...about, type: "confirm", outcome: "doesNotWork", note: text },
    note: { ...meta, type: "note", text, place: null },
    change: { ...meta, type: "change", values: valuesFrom(type, "requester", later(meta.at, who * DAY_MS)) },
    takeBack: { ...about, type: "takeBack", reason: text },
    withdraw: { ...meta, type: "withdraw", reason: text },
    extend: { ...meta, type: "extend", until: later(meta.at, (who + 1) * DAY_MS), reason: text },
    nudge: { ...about, type: "nudge" },
    rule: { ...about, type: "rule", team, reason: text },
    close: { ...meta, type: "close", reason: text },
    cutOff: { ...meta, type: "cutOff", reason: text },
    setFreezeAside: { ...meta, type: "setFreezeAside", reason: text },
    unreachable: { ...meta, by: "referee:lanes", type: "placeUnreachable", place: REQUESTER_PLACE, why: "is_archived" },
  };
  return commands[what === "wake" || isDisputed(what) ? "take" : what];
}
