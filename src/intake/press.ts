import type { Action } from "../card/action.ts";
import type { Form } from "../card/card.ts";
import { INPUT, TEXT_LENGTH } from "../card/forms/inputs.ts";
import { formOf, handOf, VERBS } from "../card/verbs/verbs.ts";
import { RefusedError } from "../errors.ts";
import { cutText } from "../plainText.ts";
import { stateAs, worldForActor } from "../request/asRead.ts";
import type { Meta, RequestCommand, World } from "../request/commands.ts";
import { mayPress } from "../request/rules/mayPress.ts";
import type { RequestState } from "../request/state.ts";
import { questionLabelOf } from "../understand/labels.ts";
import { readThread } from "../understand/thread/readThread.ts";
import { saying } from "../words/say.ts";
import { withFacts } from "./chosenFacts.ts";
import type { Query } from "./reading.ts";
import { questionIn } from "./readMessage.ts";

/** What a pressed button comes to: a form to fill in first, or a command at once. */
export type Pressing =
  | { readonly type: "form"; readonly form: Form }
  | { readonly type: "command"; readonly command: RequestCommand };

/**
 * A press, judged by the state as it is now. `words`: what whoever presses wrote before they were offered the button; null for
 * those of cards. Where the press is enough, what stands in them beside what is to be done is why.
 * @throws RefusedError when this person cannot do it, in words for them
 */
export function readPress(
  action: Action,
  state: RequestState,
  meta: Meta,
  world: World,
  words: string | null = null,
): Pressing {
  const read = worldForActor(world);
  const check = () => mayPress(state, handOf(action.verb), action, meta, world);
  const form = formOf(action, stateAs(state, read), read, meta.at, check);
  if (form !== null) return { type: "form", form };
  return { type: "command", command: withFacts(commandBehind(action, meta, whyIn(words, world)), state, world) };
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

/** Shortened to what its form would take. */
function whyIn(words: string | null, { plant }: World): string {
  return words === null ? "" : cutText(readThread(words, plant.code).rest, TEXT_LENGTH);
}

function commandBehind(action: Action, meta: Meta, why: string): RequestCommand {
  const row = VERBS[action.verb];
  if (row.by === "press" || row.by === "either")
    return row.command({ action, meta, said: (input) => (input === INPUT.reason ? why : ""), values: {}, limits: [] });
  throw new RefusedError("OUTDATED", saying("refused.newerCard"));
}
