import type { Action } from "../card/action.ts";
import { INPUT } from "../card/forms/forms.ts";
import type { decodeForm } from "../card/forms/shown.ts";
import { RefusedError } from "../errors.ts";
import { PersonId, TeamId } from "../plant/ids.ts";
import type { Meta, RequestCommand, World } from "../request/commands.ts";
import type { Limit } from "../request/events.ts";
import { changeable } from "../request/rules/changeable.ts";
import { typeOf } from "../request/rules/draft.ts";
import { grantEnd } from "../request/rules/follow.ts";
import { speaksAsRequester } from "../request/rules/requester.ts";
import type { RequestState } from "../request/state.ts";
import { fieldsFrom } from "../workflow/requestType.ts";
import type { Values } from "../workflow/value.ts";
import { withFacts } from "./chosenFacts.ts";
import { refuseBypass } from "./danger.ts";
import { changesIn, type Errors, type Facts, type Filled, readFacts } from "./filled.ts";
import { type Limits, readLimits } from "./limits.ts";
import { chosen, stepIn } from "./press.ts";

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
  const limits = action.verb === "limits" ? limitsOf(changed, state, meta, world) : NO_LIMITS;
  if (limits.type === "errors") return limits;
  const command = commandFor(action, changed, given.values, limits.limits, meta);
  return { type: "command", command: withFacts(command, state, world) };
}

const NO_FACTS = { type: "values", values: {} } as const;
const NO_LIMITS = { type: "limits", limits: [] } as const;

/**
 * What the requester writes is what they ask for. Others may have to name a bypass, to deny it or to tell of one that
 * was found; refusing their words would keep them from it.
 */
function isWish({ verb }: Action, state: RequestState, { by }: Meta): boolean {
  if (verb === "fill" || verb === "change") return true;
  return (verb === "answer" || verb === "note") && state.status === "open" && speaksAsRequester(state, by);
}

/** The facts a form asks for; null where it asks for none. */
function factsOf({ verb, step }: Action, state: RequestState, world: World): Facts | null {
  if (verb === "fill" && state.status === "draft") {
    const type = typeOf(state, world);
    return { fields: fieldsFrom(type, "requester"), type, values: state.values, sendsAnew: false };
  }
  const from = verb === "change" ? "requester" : STEP_FACTS.has(verb) ? step : null;
  if (state.status !== "open" || from === null) return null;
  const { rules: type, values } = state;
  const fields = verb === "change" ? changeable(state) : fieldsFrom(type, from);
  return { fields, type, values, sendsAnew: verb === "change" };
}

/** The buttons of a step in whose forms its facts are asked for. */
const STEP_FACTS: ReadonlySet<Action["verb"]> = new Set<Action["verb"]>([
  "approve",
  "limits",
  "done",
  "rolledBack",
  "failed",
]);

/** The limits this request was sent with, by the words that its type knows for them now. */
function limitsOf(changed: Filled, state: RequestState, { at }: Meta, { plant, types }: World): Limits {
  const rules = state.status === "open" ? state.rules : null;
  const known = rules === null ? [] : (types.get(rules.type)?.limits ?? []);
  const offered = (rules?.limits ?? []).map((limit) => ({
    ...limit,
    words: known.find(({ id }) => id === limit.id)?.words ?? limit.words,
  }));
  const ends = state.status === "open" && state.rules.endsAt !== null ? grantEnd(state, at) : null;
  return readLimits(changed, offered, plant, at, ends);
}

function commandFor(
  action: Action,
  filled: Filled,
  values: Values,
  limits: readonly Limit[],
  meta: Meta,
): RequestCommand {
  const said = (input: string) => filled[input]?.trim() ?? "";
  const about = () => ({ ...meta, ask: action.ask, step: stepIn(action.step) });
  const finish = (outcome: "done" | "rolledBack" | "failed"): RequestCommand => ({
    ...about(),
    type: "finish",
    outcome,
    evidence: said(INPUT.evidence),
    onSite: said(INPUT.onSite),
    values,
  });
  switch (action.verb) {
    case "fill":
      return { ...meta, type: "fill", values };
    case "read":
      return { ...meta, type: "read", reading: chosen(said(INPUT.type)), values: {} };
    case "approve":
    case "limits":
      return { ...about(), type: "approve", limits, values };
    case "deny":
      return { ...about(), type: "deny", reason: said(INPUT.reason), yesIf: said(INPUT.yesIf) };
    case "ask":
      return { ...about(), type: "ask", question: said(INPUT.question) };
    case "answer":
      return { ...about(), type: "answer", answer: said(INPUT.answer) };
    case "notMine":
      return { ...about(), type: "notMine", whose: teamIn(said(INPUT.team)), reason: said(INPUT.reason) };
    case "handOver":
      return { ...about(), type: "handOver", to: personIn(said(INPUT.person)) };
    case "done":
      return finish("done");
    case "rolledBack":
      return finish("rolledBack");
    case "failed":
      return finish("failed");
    case "notFixed":
      return { ...about(), type: "confirm", outcome: "doesNotWork", note: said(INPUT.note) };
    default:
      return requestWide(action, said, values, meta);
  }
}

function requestWide(action: Action, said: (input: string) => string, values: Values, meta: Meta): RequestCommand {
  switch (action.verb) {
    case "note":
      return { ...meta, type: "note", text: said(INPUT.note), place: null };
    case "change":
      return { ...meta, type: "change", values };
    case "withdraw":
      return { ...meta, type: "withdraw", reason: said(INPUT.reason) };
    case "rule":
      return {
        ...meta,
        type: "rule",
        ask: action.ask,
        step: stepIn(action.step),
        team: requiredTeam(said(INPUT.team)),
        reason: said(INPUT.reason),
      };
    case "close":
      return { ...meta, type: "close", reason: said(INPUT.reason) };
    case "cutOff":
      return { ...meta, type: "cutOff", reason: said(INPUT.reason) };
    case "ruleOut":
      return { ...meta, type: "ruleOut", reason: said(INPUT.reason) };
    case "setFreezeAside":
      return { ...meta, type: "setFreezeAside", reason: said(INPUT.reason) };
    default:
      throw new RefusedError(
        "OUTDATED",
        "This form belongs to an older card. The newest card in the thread has the buttons.",
      );
  }
}

function teamIn(text: string): TeamId | null {
  const team = TeamId.safeParse(text);
  return team.success ? team.data : null;
}

function requiredTeam(text: string): TeamId {
  const team = teamIn(text);
  if (team !== null) return team;
  throw new RefusedError("FIELD_MISSING", "Choose a team.");
}

function personIn(text: string): PersonId {
  const person = PersonId.safeParse(text);
  if (person.success) return person.data;
  throw new RefusedError("FIELD_MISSING", "Choose a person.");
}
