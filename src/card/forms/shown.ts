import { createHash } from "node:crypto";
import { type Action, decodeAction, encodeAction } from "../action.ts";
import type { FormInput } from "../card.ts";
import { answersShown, wholeAnswer } from "./picked.ts";

/** What each input of a form showed when it was opened, as a short digest by input id; inputs that were empty are absent. */
export type Shown = ReadonlyMap<string, string>;

/**
 * What a form carries: its action, and what it showed. Whoever sends it off may do so a day later, after a card, a name
 * or the plant's day has changed; whether they changed an input can only be told by what they saw then. With 30 inputs at
 * most 1,700 characters, which Slack's and Teams' forms bear.
 */
export function encodeForm(action: Action, inputs: readonly FormInput[]): string {
  const shown = inputs.flatMap((input) => {
    const whole = wholeAnswer(input.id, answersShown(input));
    return whole === "" ? [] : [`${input.id}:${digestOf(whole)}`];
  });
  return [encodeAction(action), ...(shown.length === 0 ? [] : [shown.join(",")])].join(DIVIDER);
}

/** What a form that was sent off carries back. */
export type SentForm = { readonly action: Action; readonly shown: Shown };

/** @throws RefereeError `ACTION_UNREADABLE` for a value that Referee did not make */
export function decodeForm(value: string): SentForm {
  const at = value.indexOf(DIVIDER);
  const shown = at < 0 ? [] : value.slice(at + DIVIDER.length).split(",");
  const digests = shown.flatMap((each): [string, string][] => {
    const [id, digest, ...others] = each.split(":");
    return id === undefined || digest === undefined || others.length > 0 ? [] : [[id, digest]];
  });
  return { action: decodeAction(at < 0 ? value : value.slice(0, at)), shown: new Map(digests) };
}

/** No action has it: its parts are divided by single strokes, and the last has none. */
const DIVIDER = "|shown=";

/** Whether an input, with what can be picked in it, came back as the form showed it. */
export function isAsShown(shown: Shown, input: string, answers: Readonly<Record<string, string>>): boolean {
  return shown.get(input) === digestOf(wholeAnswer(input, answers));
}

/** Platforms trim what they send back, break lines their own way, and put spaces for other spaces. */
function digestOf(text: string): string {
  const plain = text.normalize("NFC").replace(/\s+/gu, " ").trim();
  return createHash("sha256").update(plain).digest("base64url").slice(0, 8);
}
