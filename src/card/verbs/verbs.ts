import type { EpochMs } from "../../clock.ts";
import type { World } from "../../request/commands.ts";
import type { Hand } from "../../request/rules/mayPress.ts";
import type { RequestState } from "../../request/state.ts";
import type { Reader } from "../../words/reader.ts";
import { say } from "../../words/say.ts";
import type { Action, Verb } from "../action.ts";
import type { Form } from "../card.ts";
import { ANSWER_VERBS } from "./answerVerbs.ts";
import { DRAFT_VERBS, OFFER_VERBS } from "./draftVerbs.ts";
import { OPS_VERBS } from "./opsVerbs.ts";
import { PASS_VERBS } from "./passVerbs.ts";
import { REQUESTER_VERBS } from "./requesterVerbs.ts";
import type { VerbRow } from "./verb.ts";

const ROWS = {
  ...OFFER_VERBS,
  ...DRAFT_VERBS,
  ...ANSWER_VERBS,
  ...PASS_VERBS,
  ...REQUESTER_VERBS,
  ...OPS_VERBS,
} as const satisfies Readonly<Record<Verb, VerbRow>>;

/** Everything that can be pressed. A name in `Verb` without a row here does not compile. */
export const VERBS: Readonly<Record<Verb, VerbRow>> = ROWS;

/** The verbs that take up words kept aside: the flow has a way for each. */
export type WordsVerb = { [V in Verb]: (typeof ROWS)[V] extends { by: "words" } ? V : never }[Verb];

export function handOf(verb: Verb): Hand {
  return VERBS[verb].hand;
}

/** What a verb's button says; three dots, where a form follows. */
export function labelOf(verb: Verb, reader: Reader): string {
  const { label, by } = VERBS[verb];
  return by === "form" ? `${say(reader, label)}…` : say(reader, label);
}

/**
 * The form behind a button as things stand, or null where it opens none.
 * @param check asked before anything is shown; throws for whoever may not press. Default: everybody may
 */
export function formOf(
  action: Action,
  state: RequestState,
  world: World,
  now: EpochMs,
  check: () => void = () => undefined,
): Form | null {
  const row = VERBS[action.verb];
  if (row.by !== "form" && row.by !== "either") return null;
  if (row.form.of === "draft") {
    if (state.status !== "draft" || !row.form.when(action)) return null;
    check();
    return row.form.make(action, state, world, now);
  }
  if (state.status !== "open" && state.status !== "closed") return null;
  const form = row.form.make(action, state, world, now);
  if (form !== null) check();
  return form;
}
