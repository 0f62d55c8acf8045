import type { Action } from "../card/action.ts";
import type { Form } from "../card/card.ts";
import { formOf, handOf, VERBS } from "../card/verbs/verbs.ts";
import { RefusedError } from "../errors.ts";
import { stateAs, worldForActor } from "../request/asRead.ts";
import type { Meta, RequestCommand, World } from "../request/commands.ts";
import { mayPress } from "../request/rules/mayPress.ts";
import type { RequestState } from "../request/state.ts";
import { questionLabelOf } from "../understand/labels.ts";
import { saying } from "../words/say.ts";
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
  const read = worldForActor(world);
  const check = () => mayPress(state, handOf(action.verb), action, meta, world);
  const form = formOf(action, stateAs(state, read), read, meta.at, check);
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
  mayPress(state, handOf("read"), action, meta, world);
  if (state.status !== "draft") return null;
  return questionIn(state.asked.text, label, { plant: world.plant, types: world.types, now: state.startedAt });
}

function commandBehind(action: Action, meta: Meta): RequestCommand {
  const row = VERBS[action.verb];
  if (row.by === "press" || row.by === "either")
    return row.command({ action, meta, said: () => "", values: {}, limits: [] });
  throw new RefusedError("OUTDATED", saying("refused.newerCard"));
}
