import { DAY_MS, type EpochMs, HOUR_MS, later, MINUTE_MS } from "../../src/clock.ts";
import { PersonId, TeamId } from "../../src/plant/ids.ts";
import type { Actor } from "../../src/request/actor.ts";
import type { CommandOf, RequestCommand, World } from "../../src/request/commands.ts";
import { PlaceName } from "../../src/request/place.ts";
import { isSettled, type RequestState, type StepState } from "../../src/request/state.ts";
import { meaningOf } from "../../src/workflow/meaning.ts";
import { type Field, fieldsFrom, type RequestType, StepId } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import type { Chance } from "../support/chance.ts";
import { valuesFrom } from "../workflow/walk.ts";
import { agreementsFor, cutOff, VENDOR } from "./agreements.ts";

/** What a command is made up from. */
export type Try = {
  readonly state: RequestState;
  readonly world: World;
  readonly type: RequestType;
  readonly by: Actor;
  readonly at: EpochMs;
  readonly chance: Chance;
  /** The step that it is about, where it is about one. */
  readonly step: Pick<StepState, "id" | "ask">;
};

export type CommandType = RequestCommand["type"];
type Makers = { readonly [T in CommandType]: (from: Try) => CommandOf<T> };

const meta = ({ by, at }: Try) => ({ by, at, name: "somebody" });
const aboutStep = (from: Try) => {
  const { id, ask } = from.step;
  // Now and then a card that shows what is no longer so.
  return { ...meta(from), step: id, ask: from.chance.between(0, 1) < 0.04 ? Math.max(0, ask - 1) : ask };
};
const words = ({ chance }: Try) =>
  chance.oneOf(["ok", "", "not now", "line one\nline two", "<!channel> *now*", "🔥".repeat(40), "long ".repeat(500)]);
const reason = (from: Try) => words(from) || "because";

/** Every command there is, made up. One without a line here does not compile. */
export const TRIES: Makers = {
  start: (from) => ({
    ...{
      ...meta(from),
      name: from.chance.oneOf(["somebody", "Otto Brandt"]),
      type: "start",
      spot: { adapter: "web", conversation: "line-3", thread: "1" },
      text: "please",
    },
    ...{ quoted: null, reading: readingOf(from), values: valuesFor(from, "requester") },
  }),
  read: (from) => ({ ...meta(from), type: "read", reading: readingOf(from), values: valuesFor(from, "requester") }),
  fill: (from) => ({ ...meta(from), type: "fill", values: valuesFor(from, "requester") }),
  moveWindow: (from) => ({ ...meta(from), type: "moveWindow", from: soon(from) }),
  revise: (from) => ({
    ...{ ...meta(from), type: "revise", text: "please, now", reading: readingOf(from), files: [], edition: 1 },
    values: valuesFor(from, "requester"),
  }),
  putAway: (from) => ({ ...meta(from), type: "putAway", because: "deleted", edition: 1 }),
  propose: (from) => ({
    ...{ ...meta(from), type: "propose", proposed: readingOf(from).type, values: valuesFor(from, "requester") },
    ...{ reader: "model", prompt: "hash" },
  }),
  discard: (from) => ({ ...meta(from), type: "discard" }),
  send: (from) => ({
    ...{ ...meta(from), type: "send" },
    agreements: agreementsFor(from.state, from.type, from.at, from.chance.between(0, 80)),
  }),
  join: (from) => ({ ...meta(from), type: "join", spot: { adapter: "web", conversation: "line-7", thread: "9" } }),
  take: (from) => ({ ...aboutStep(from), type: "take" }),
  approve: (from) => ({ ...aboutStep(from), type: "approve", limits: limitsIn(from), values: stepValues(from) }),
  both: (from) => ({
    ...aboutStep(from),
    type: "both",
    also: aboutStep({ ...from, step: otherStep(from) }),
    values: valuesOfStage(from),
  }),
  deny: (from) => ({ ...aboutStep(from), type: "deny", reason: words(from), yesIf: reason(from) }),
  takeBack: (from) => ({ ...aboutStep(answered(from)), type: "takeBack", reason: reason(from) }),
  appeal: (from) => ({
    ...{ ...aboutStep(denied(asked(from))), type: "appeal", news: reason(from) },
    values: from.chance.between(0, 1) < 0.6 ? Values.parse({}) : valuesFor(from, "requester"),
  }),
  takeRisk: (from) => ({
    ...{ ...aboutStep(denied(asRiskOwner(from))), type: "takeRisk", reason: reason(from) },
    values: stepValues(denied(from)),
  }),
  ask: (from) => ({ ...aboutStep(from), type: "ask", question: words(from) }),
  answer: (from) => ({ ...aboutStep(from), type: "answer", answer: words(from) }),
  notMine: (from) => ({ ...aboutStep(from), type: "notMine", whose: teamOrNone(from), reason: words(from) }),
  handOver: (from) => ({ ...aboutStep(from), type: "handOver", to: personIn(from) }),
  finish: (from) => ({
    ...{
      ...aboutStep(from),
      type: "finish",
      outcome: from.chance.oneOf(["done", "done", "done", "rolledBack", "failed"]),
    },
    ...{ evidence: reason(from), onSite: "Ole", values: stepValues(from) },
  }),
  confirm: (from) => ({
    ...{ ...aboutStep(from), type: "confirm", outcome: from.chance.oneOf(["works", "works", "doesNotWork"]) },
    note: reason(from),
    ...(from.chance.between(0, 1) < 0.3 ? { again: stepOfAny(from) } : {}),
  }),
  note: (from) => ({ ...meta(from), type: "note", text: words(from), place: null }),
  change: (from) => ({ ...meta(from), type: "change", values: valuesFor(from, "requester") }),
  withdraw: (from) => ({ ...meta(from), type: "withdraw", reason: words(from) }),
  extend: (from) => ({ ...meta(asked(from)), type: "extend", until: longer(from), reason: reason(from) }),
  nudge: (from) => ({ ...aboutStep(from), type: "nudge" }),
  rule: (from) => ({ ...aboutStep(asOps(from)), type: "rule", team: teamIn(from), reason: reason(from) }),
  undoRuling: (from) => ({ ...meta(asOps(from)), type: "undoRuling", ruledAt: ruledAt(from), reason: reason(from) }),
  close: (from) => ({ ...meta(from), type: "close", reason: reason(from) }),
  cutOff: (from) => ({ ...meta(from), type: "cutOff", reason: reason(from) }),
  ruleOut: (from) => ({ ...meta(asOps(from)), type: "ruleOut", reason: reason(from) }),
  setFreezeAside: (from) => ({ ...meta(asOps(from)), type: "setFreezeAside", reason: reason(from) }),
  wake: (from) => ({ ...meta(from), type: "wake", by: "referee:clock" }),
  revisit: (from) => ({ ...meta(from), type: "revisit", by: "referee:rules" }),
  agreementLost: (from) => ({ ...meta(from), type: "agreementLost", by: "referee:rules", agreement: cutOff(from.at) }),
  callUnread: (from) => ({
    ...{ ...meta(from), type: "callUnread", by: "referee:lanes", place: placeIn(from), person: personIn(from) },
  }),
  placeUnreachable: (from) => ({
    ...{ ...meta(from), type: "placeUnreachable", by: "referee:lanes", place: placeIn(from), why: "is_archived" },
  }),
};

/** A step of the request, mostly one that waits for somebody. */
export function stepIn({ state, chance }: Pick<Try, "state" | "chance">): Pick<StepState, "id" | "ask"> {
  const steps = state.status === "open" || state.status === "closed" ? [...state.steps.values()] : [];
  const live = steps.filter(({ status }) => status === "open" || status === "asked" || status === "disputed");
  const held = steps.filter(({ status }) => status === "held");
  const likely = live.length > 0 ? live : held;
  return anyOf(chance.between(0, 1) < 0.85 && likely.length > 0 ? likely : steps, chance) ?? NO_STEP;
}

/** Any step of it, to be done again. */
function stepOfAny({ state, chance }: Try): StepId {
  const steps = state.status === "open" || state.status === "closed" ? [...state.steps.keys()] : [];
  return anyOf(steps, chance) ?? NO_STEP.id;
}

/** Another step, mostly one of the same stage. */
function otherStep(from: Try): Try["step"] {
  const { state, chance } = from;
  if (state.status !== "open") return NO_STEP;
  const stage = state.rules.stages.find(({ steps }) => steps.some(({ id }) => id === from.step.id));
  const beside = (stage?.steps ?? [])
    .flatMap(({ id }) => state.steps.get(id) ?? [])
    .filter(({ id }) => id !== from.step.id);
  return chance.between(0, 1) < 0.9 ? (anyOf(beside, chance) ?? NO_STEP) : stepIn(from);
}

function valuesOfStage(from: Try): Values {
  const { type, at } = from;
  const all = type.stages.flatMap(({ steps }) => (steps.some(({ id }) => id === from.step.id) ? steps : []));
  return Values.parse(Object.assign({}, ...all.map(({ id }) => valuesFrom(type, id, at))));
}

export const NO_STEP = { id: StepId.parse("none"), ask: 0 };

/** The same of a step that was answered, by whoever did so. */
function answered(from: Try): Try {
  const { state, chance } = from;
  if (state.status !== "open" && state.status !== "closed") return from;
  const step = anyOf([...state.steps.values()].filter(isSettled), chance);
  if (step === undefined) return from;
  return { ...from, step, by: chance.between(0, 1) < 0.8 ? step.verdict.by : from.by };
}

/** The same of a step that was denied. */
function denied(from: Try): Try {
  const { state, chance } = from;
  if (state.status !== "open" && state.status !== "closed") return from;
  const steps = [...state.steps.values()].filter((step) => isSettled(step) && step.verdict.type === "denied");
  const step = anyOf(steps, chance);
  return step === undefined ? from : { ...from, step };
}

/** Mostly by whoever may take risks. */
function asRiskOwner(from: Try): Try {
  const { riskOwner, riskOwnerStandIn } = from.world.plant;
  const by = from.chance.between(0, 1) < 0.3 ? riskOwnerStandIn : riskOwner;
  return by === null || from.chance.between(0, 1) < 0.2 ? from : { ...from, by };
}

/** Mostly by Ops. */
function asOps(from: Try): Try {
  const by = anyOf(from.world.plant.ops.leads, from.chance);
  return by === undefined || from.chance.between(0, 1) < 0.2 ? from : { ...from, by };
}

function ruledAt({ state, at, chance }: Try): EpochMs {
  const rulings = state.status === "open" || state.status === "closed" ? state.rulings : [];
  return anyOf(rulings, chance)?.at ?? at;
}

/** Mostly by whoever asked. */
function asked(from: Try): Try {
  const { state, chance } = from;
  return state.status === "unstarted" || chance.between(0, 1) < 0.2 ? from : { ...from, by: state.asked.requester };
}

/** Mostly later than it ends now. */
function longer(from: Try): EpochMs | null {
  const { state, chance } = from;
  if (state.status !== "open" || state.grant.status !== "running") return soon(from);
  return later(state.grant.until, Math.round(chance.between(-2, 60)) * HOUR_MS);
}

export function anyOf<T>(things: readonly T[], chance: Chance): T | undefined {
  return things[Math.floor(chance.between(0, things.length))];
}

function readingOf({ type }: Try) {
  return { type: type.type, candidates: [], because: [] };
}

function stepValues(from: Try): Values {
  const { chance, type, at, step } = from;
  // Mostly what the type asks of that step, now and then what is another's.
  return chance.between(0, 1) < 0.95 ? valuesFrom(type, step.id, at) : valuesFor(from, "requester");
}

/** A value for every field of a supplier; machines and instants by chance, since much hangs on them. */
function valuesFor(from: Try, supplier: Parameters<typeof fieldsFrom>[1]): Values {
  const { type, at } = from;
  const known = valuesFrom(type, supplier, at);
  let instant = at;
  const chosen = fieldsFrom(type, supplier).flatMap((field): readonly [string, string][] => {
    if (field.kind === "instant")
      instant = later(instant, from.chance.oneOf([HOUR_MS, 5 * HOUR_MS, DAY_MS, 6 * DAY_MS]));
    const value = valueFor(field, instant, from);
    return value === null ? [] : [[field.id, value]];
  });
  return Values.parse({ ...known, ...Object.fromEntries(chosen) });
}

function valueFor(field: Field, instant: EpochMs, { world, chance }: Try): string | null {
  const { kind, options } = field;
  if (meaningOf(field) === "visitor") return chance.oneOf([VENDOR, VENDOR, "a few words"]);
  switch (kind) {
    case "instant":
      return String(instant);
    case "choice":
      return anyOf(options, chance)?.value ?? null;
    case "asset":
    case "place":
      return `asset:${anyOf([...world.plant.assets.keys()], chance) ?? "plc-12"}`;
    default:
      return null;
  }
}

function soon({ at, chance }: Try): EpochMs {
  return later(at, Math.round(chance.between(-1, 48)) * HOUR_MS);
}

function limitsIn({ at, chance }: Try): CommandOf<"approve">["limits"] {
  if (chance.between(0, 1) < 0.7) return [];
  return [{ text: "read only", until: chance.oneOf([null, later(at, 3 * HOUR_MS), later(at, -MINUTE_MS)]) }];
}

function personIn({ world, chance }: Try): PersonId {
  return anyOf([...world.plant.people.keys()], chance) ?? PersonId.parse("otto");
}

function teamIn({ world, chance }: Try): TeamId {
  return anyOf([...world.plant.teams.keys()], chance) ?? TeamId.parse("ot-controls");
}

function teamOrNone(from: Try): TeamId | null {
  return from.chance.between(0, 1) < 0.4 ? null : teamIn(from);
}

function placeIn({ state, chance }: Try): PlaceName {
  const places = state.status === "unstarted" ? [] : [...state.places.keys()];
  return anyOf(places, chance) ?? PlaceName.parse("requester");
}
