import type { EpochMs } from "../../clock.ts";
import { RefusedError } from "../../errors.ts";
import { TeamId } from "../../plant/ids.ts";
import type { Meta, RequestCommand, World } from "../../request/commands.ts";
import type { Limit } from "../../request/events.ts";
import type { Hand } from "../../request/rules/mayPress.ts";
import type { Closed, Draft, Open } from "../../request/state.ts";
import type { PlainKey } from "../../words/catalogue.ts";
import type { Reader } from "../../words/reader.ts";
import { say, saying } from "../../words/say.ts";
import type { StepId } from "../../workflow/requestType.ts";
import type { Values } from "../../workflow/value.ts";
import type { Action, Verb } from "../action.ts";
import type { CardAction, Form, FormInput } from "../card.ts";
import { form, type Input, line, text } from "../forms/inputs.ts";

export type Style = Extract<CardAction, { type: "press" }>["style"];

/** A press, or a form that was sent off, for the command it comes to. */
export type Given = {
  readonly action: Action;
  readonly meta: Meta;
  /** What stands in an input of the form; empty where nothing does, and after a press that needed no form. */
  readonly said: (input: Input) => string;
  /** The facts that were given in the form. */
  readonly values: Values;
  readonly limits: readonly Limit[];
};

/** Makes the command; whether it may be is for the rules to decide. */
type MakeCommand = (given: Given) => RequestCommand;

/** A form about a draft. */
type DraftForm = {
  readonly of: "draft";
  /** The requester's fields stand in it. */
  readonly facts?: "draft";
  readonly when: (action: Action) => boolean;
  readonly make: (action: Action, draft: Draft, world: World, now: EpochMs) => Form;
};

/** A form about a request that was sent; makes null where nothing has to be asked. */
type SentForm = {
  readonly of: "sent";
  /**
   * Whose fields stand in it: those the pressed step supplies, all or what it owes, or those of both of two steps; those the
   * requester may still change; or its end.
   */
  readonly facts?: "step" | "owed" | "both" | "changeable" | "end";
  readonly limits?: true;
  readonly make: (action: Action, state: Open | Closed, world: World, now: EpochMs) => Form | null;
};

type Always = {
  /** Whose button it is. */
  readonly hand: Hand;
  /** What its button says where the request type says nothing else; without the dots of one that opens a form. */
  readonly label: `verbs.${Verb}`;
  /** How its button stands out. Default: `plain`. */
  readonly style?: Style;
  /** Its form says something to the others and decides nothing: what is asked for, always or when the requester says it. */
  readonly says?: "wish" | "note";
  /** It sends a draft on its way. */
  readonly sends?: true;
};

/** All there is to know of a verb: whose it is, its button, its form and its command. */
export type VerbRow = Always &
  (
    | { readonly by: "press"; readonly command: MakeCommand }
    | { readonly by: "form"; readonly form: DraftForm | SentForm; readonly command: MakeCommand }
    /** A press is enough where its form has nothing to ask. */
    | { readonly by: "either"; readonly form: DraftForm | SentForm; readonly command: MakeCommand }
    /** Takes up words that were kept aside; what comes of them is known when they are read. */
    | { readonly by: "words" }
  );

/** A form that asks the same of every request. */
export function asking(
  title: PlainKey,
  submit: PlainKey,
  intro: PlainKey | null,
  ...inputs: readonly ((reader: Reader) => FormInput)[]
): SentForm {
  return {
    of: "sent",
    make: (action, _, { plant }) =>
      form(
        action,
        say(plant, title),
        say(plant, submit),
        intro === null ? "" : say(plant, intro),
        inputs.map((input) => input(plant)),
      ),
  };
}

/** A question for one line, and for several. */
export function asksLine(id: Input, label: PlainKey, required = true): (reader: Reader) => FormInput {
  return (reader) => line(id, say(reader, label), required);
}

export function asksText(id: Input, label: PlainKey): (reader: Reader) => FormInput {
  return (reader) => text(id, say(reader, label));
}

/** Of a step: who, when, which step, and the ask that was answered. */
export function aboutStep({ meta, action }: Given) {
  return { ...meta, ask: action.ask, step: stepIn(action.step) };
}

/** @throws RefusedError for a step button without its step */
function stepIn(step: StepId | null): StepId {
  if (step !== null) return step;
  throw new RefusedError("OUTDATED", saying("refused.noStep"));
}

export function teamIn(text: string): TeamId | null {
  const team = TeamId.safeParse(text);
  return team.success ? team.data : null;
}
