import type { Action, Verb } from "../card/action.ts";
import type { decodeForm } from "../card/forms/shown.ts";
import type { Given } from "../card/verbs/verb.ts";
import { VERBS } from "../card/verbs/verbs.ts";
import { RefusedError } from "../errors.ts";
import { readerOf } from "../request/asRead.ts";
import type { Meta, RequestCommand, World } from "../request/commands.ts";
import { changeable } from "../request/rules/changeable.ts";
import { missingFrom, typeOf } from "../request/rules/draft.ts";
import { limitedWithin } from "../request/rules/extend.ts";
import { alsoIn } from "../request/rules/mayPress.ts";
import { speaksAsRequester } from "../request/rules/requester.ts";
import { beginsFirst, grantEnd } from "../request/rules/window.ts";
import type { Closed, Open, RequestState } from "../request/state.ts";
import { saying } from "../words/say.ts";
import { type Field, fieldsFrom } from "../workflow/requestType.ts";
import { withFacts } from "./chosenFacts.ts";
import { refuseBypass } from "./danger.ts";
import { changesIn, type Errors, type Facts, type Filled, readFacts } from "./filled.ts";
import { type Limits, readLimits } from "./limits.ts";

/** A filled-in form: a command, or what to look at again, by input. */
export type Submission = { readonly type: "command"; readonly command: RequestCommand } | Errors;

/** A form as it came back: the button it belongs to, and what its inputs showed. */
export type SentForm = ReturnType<typeof decodeForm>;

/** @throws RefusedError when the form belongs to a button that has none, or asks for a guard to be out of the way */
export function readSubmission(
  { action, shown }: SentForm,
  typed: Filled,
  state: RequestState,
  meta: Meta,
  world: World,
): Submission {
  const changes = changesIn(typed, shown);
  const { changed } = changes;
  if (isWish(action, state, meta)) refuseBypass(Object.values(changed));
  const facts = factsOf(action, state, world);
  const given = facts === null ? NO_FACTS : readFacts(facts, changes, meta.at, world);
  if (given.type === "errors") return given;
  const form = formAsked(action.verb);
  const isLimited = form?.of === "sent" && form.limits === true;
  const limits = isLimited ? limitsOf(changed, action, state, meta, world) : NO_LIMITS;
  if (limits.type === "errors") return limits;
  const said = (input: string) => changed[input]?.trim() ?? "";
  const command = commandBehind({ action, meta, said, values: given.values, limits: limits.limits });
  return { type: "command", command: withFacts(command, state, world) };
}

const NO_FACTS = { type: "values", values: {} } as const;
const NO_LIMITS = { type: "limits", limits: [] } as const;

/**
 * What the requester writes is what they ask for. Others may have to name a bypass, to deny it or to tell of one that
 * was found; refusing their words would keep them from it.
 */
function isWish({ verb }: Action, state: RequestState, { by }: Meta): boolean {
  const { says } = VERBS[verb];
  return says === "wish" || (says === "note" && state.status === "open" && speaksAsRequester(state, by));
}

/** The facts a form asks for; null where it asks for none. */
function factsOf({ verb, step, arg }: Action, state: RequestState, world: World): Facts | null {
  const asked = formAsked(verb)?.facts;
  if (asked === "draft" && state.status === "draft") {
    const type = typeOf(state, world);
    return { fields: fieldsFrom(type, "requester"), type, values: state.values, sendsAnew: false };
  }
  if (asked === undefined || asked === "draft" || (state.status !== "open" && state.status !== "closed")) return null;
  const fields = fieldsAsked(asked, { step, arg }, state);
  return fields === null
    ? null
    : { fields, type: state.rules, values: state.values, before: state.values, sendsAnew: asked === "changeable" };
}

/** Which of a sent request's fields; null where it lacks the step whose they are. */
function fieldsAsked(
  asked: "step" | "owed" | "both" | "changeable" | "end",
  { step, arg }: Pick<Action, "step" | "arg">,
  state: Open | Closed,
): readonly Field[] | null {
  const { rules, values } = state;
  if (asked === "changeable") return changeable(state);
  if (asked === "end") return rules.fields.filter(({ id }) => id === rules.endsAt);
  if (step === null) return null;
  if (asked === "owed") return missingFrom(values, rules, step);
  const also = asked === "both" ? alsoIn(arg) : null;
  return [step, ...(also === null ? [] : [also.step])].flatMap((each) => fieldsFrom(rules, each));
}

function formAsked(verb: Verb) {
  const row = VERBS[verb];
  return row.by === "form" || row.by === "either" ? row.form : null;
}

/** The limits this request was sent with, by the words that its type knows for them now. */
function limitsOf(changed: Filled, { step }: Action, state: RequestState, { at }: Meta, world: World): Limits {
  const { types } = world;
  const rules = state.status === "open" ? state.rules : null;
  const known = rules === null ? [] : (types.get(rules.type)?.limits ?? []);
  const offered = (rules?.limits ?? []).map((limit) => ({
    ...limit,
    words: known.find(({ id }) => id === limit.id)?.words ?? limit.words,
  }));
  const later = state.status === "open" && step !== null ? limitedWithin(state, step) : null;
  if (later !== null) return readLimits(changed, offered, readerOf(world), at, later.until, later.after);
  const ends = state.status === "open" && state.rules.endsAt !== null ? grantEnd(state, at) : null;
  const begins = state.status === "open" ? beginsFirst(state) : null;
  return readLimits(changed, offered, readerOf(world), at, ends, null, begins);
}

function commandBehind(given: Given): RequestCommand {
  const row = VERBS[given.action.verb];
  if (row.by === "form" || row.by === "either") return row.command(given);
  throw new RefusedError("OUTDATED", saying("refused.olderForm"));
}
