import type { Action, Verb } from "../card/action.ts";
import type { Form } from "../card/card.ts";
import { draftForm, requestForm, typeForm } from "../card/forms.ts";
import { RefusedError } from "../errors.ts";
import type { Meta, RequestCommand, World } from "../request/commands.ts";
import { typeOf } from "../request/rules/draft.ts";
import { type Hand, mayPress } from "../request/rules/mayPress.ts";
import type { RequestState } from "../request/state.ts";
import { questionLabelOf } from "../understand/labels.ts";
import { type StepId, TypeId } from "../workflow/requestType.ts";
import { withFacts } from "./chosenFacts.ts";
import type { Query } from "./reading.ts";
import { questionIn } from "./readMessage.ts";

/** What a pressed button comes to: a form to fill in first, or a command at once. */
export type Pressing =
  | { readonly type: "form"; readonly form: Form }
  | { readonly type: "command"; readonly command: RequestCommand };

/**
 * A press, judged by the state as it is now.
 * @throws RefusedError when this person cannot do it, in words for them
 */
export function readPress(action: Action, state: RequestState, meta: Meta, world: World): Pressing {
  const form = formBehind(action, state, meta, world);
  if (form !== null) return { type: "form", form };
  return { type: "command", command: withFacts(commandBehind(action, meta), state, world) };
}

/**
 * The question that a press chose of an undecided draft, as its message asks it; null for every other press.
 * @throws RefusedError when this person cannot choose
 */
export function questionBehind(action: Action, state: RequestState, meta: Meta, world: World): Query | null {
  const label = action.verb === "read" ? questionLabelOf(action.arg) : null;
  if (label === null) return null;
  mayPress(state, HANDS.read, action, meta, world);
  if (state.status !== "draft") return null;
  return questionIn(state.asked.text, label, { plant: world.plant, types: world.types, now: state.startedAt });
}

function formBehind(action: Action, state: RequestState, meta: Meta, world: World): Form | null {
  const check = () => mayPress(state, HANDS[action.verb], action, meta, world);
  if (action.verb === "fill" && state.status === "draft") {
    check();
    return draftForm(action, state, typeOf(state, world), world, meta.at);
  }
  if (action.verb === "read" && action.arg === "" && state.status === "draft") {
    check();
    return typeForm(action, world);
  }
  if (state.status !== "open" && state.status !== "closed") return null;
  const form = requestForm(action, state, world, meta.at);
  if (form !== null) check();
  return form;
}

/** Whose each button is; the answer to "may they" is asked of the state. */
export const HANDS: Readonly<Record<Verb, Hand>> = {
  start: "draft",
  reply: "draft",
  comment: "anybody",
  send: "draft",
  fill: "draft",
  discard: "draft",
  read: "draft",
  callNow: "draft",
  take: "holder",
  approve: "holder",
  limits: "holder",
  deny: "holder",
  ask: "holder",
  notMine: "holder",
  handOver: "holder",
  done: "holder",
  rolledBack: "holder",
  failed: "holder",
  confirm: "holder",
  notFixed: "holder",
  answer: "requester",
  change: "requester",
  withdraw: "requester",
  longer: "anybody",
  askAgain: "anybody",
  note: "anybody",
  nudge: "ops",
  rule: "opsForOthers",
  close: "ops",
  cutOff: "cutter",
  setFreezeAside: "opsForOthers",
  ruleOut: "opsForOthers",
};

function commandBehind({ verb, step, ask, arg }: Action, meta: Meta): RequestCommand {
  const about = { ...meta, ask };
  switch (verb) {
    case "send":
    case "callNow":
      return { ...meta, type: "send" };
    case "discard":
      return { ...meta, type: "discard" };
    case "read":
      return { ...meta, type: "read", reading: chosen(arg), values: {} };
    case "take":
      return { ...about, type: "take", step: stepIn(step) };
    case "approve":
      return { ...about, type: "approve", step: stepIn(step), limits: [], values: {} };
    case "done":
      return { ...about, type: "finish", step: stepIn(step), outcome: "done", evidence: "", onSite: "", values: {} };
    case "confirm":
      return { ...about, type: "confirm", step: stepIn(step), outcome: "works", note: "" };
    case "nudge":
      return { ...about, type: "nudge", step: stepIn(step) };
    default:
      throw new RefusedError("OUTDATED", "This button needs a newer card. The newest card in the thread has it.");
  }
}

/** The reading a person chose; nothing in the text says so, they do. */
export function chosen(type: string) {
  const id = TypeId.safeParse(type);
  if (!id.success) throw new RefusedError("FIELD_MISSING", "Choose what it is about.");
  return { type: id.data, candidates: [id.data], because: [] };
}

/** @throws RefusedError for a step button without its step */
export function stepIn(step: StepId | null): StepId {
  if (step !== null) return step;
  throw new RefusedError("OUTDATED", "This button does not belong to a step.");
}
