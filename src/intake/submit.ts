import type { Action } from "../card/action.ts";
import { INPUT } from "../card/forms.ts";
import type { EpochMs } from "../clock.ts";
import { RefusedError } from "../errors.ts";
import { PersonId, TeamId } from "../plant/ids.ts";
import type { Meta, RequestCommand, World } from "../request/commands.ts";
import type { Limit } from "../request/events.ts";
import { typeOf } from "../request/rules/draft.ts";
import type { RequestState } from "../request/state.ts";
import { type Field, fieldsFrom } from "../workflow/requestType.ts";
import { instantOf, type Values } from "../workflow/value.ts";
import { withFacts } from "./chosenFacts.ts";
import { refuseBypass } from "./danger.ts";
import { chosen, stepIn } from "./press.ts";
import { readInstant, readValue } from "./readValue.ts";

/** A filled-in form: a command, or what to look at again, by input. */
export type Submission =
  | { readonly type: "command"; readonly command: RequestCommand }
  | { readonly type: "errors"; readonly errors: Readonly<Record<string, string>> };

type Filled = Readonly<Record<string, string>>;

/** @throws RefusedError when the form belongs to a button that has none, or asks for a guard to be out of the way */
export function readSubmission(
  action: Action,
  filled: Filled,
  state: RequestState,
  meta: Meta,
  world: World,
): Submission {
  if (isWish(action, state, meta)) refuseBypass(Object.values(filled));
  const fields = readFields(fieldsOf(action, state, world), filled, meta.at, world);
  if (fields.type === "errors") return fields;
  const limit =
    action.verb === "limits" ? readLimit(filled, state, meta.at, world) : ({ type: "limits", limits: [] } as const);
  if (limit.type === "errors") return limit;
  const command = commandFor(action, filled, fields.values, limit.limits, meta);
  return { type: "command", command: withFacts(command, state, world) };
}

/**
 * What the requester writes is what they ask for. Others may have to name a bypass, to deny it or to tell of one that
 * was found; refusing their words would keep them from it.
 */
function isWish({ verb }: Action, state: RequestState, { by }: Meta): boolean {
  if (verb === "fill" || verb === "change") return true;
  return (verb === "answer" || verb === "note") && state.status === "open" && state.asked.requester === by;
}

function fieldsOf({ verb, step }: Action, state: RequestState, world: World): readonly Field[] {
  if (verb === "fill" && state.status === "draft") return fieldsFrom(typeOf(state, world), "requester");
  if (state.status !== "open") return [];
  if (verb === "change") return fieldsFrom(state.rules, "requester");
  return step === null ? [] : fieldsFrom(state.rules, step);
}

type Fields = { readonly type: "values"; readonly values: Values } | Extract<Submission, { type: "errors" }>;

function readFields(fields: readonly Field[], filled: Filled, now: EpochMs, world: World): Fields {
  const read = fields.flatMap((field) => {
    const raw = filled[field.id]?.trim() ?? "";
    return raw === "" ? [] : [{ field, ...readValue(field, raw, world.plant, now) }];
  });
  const wrong = read.flatMap((one) => (one.ok ? [] : [[one.field.id, one.problem] as const]));
  if (wrong.length > 0) return { type: "errors", errors: Object.fromEntries(wrong) };
  return {
    type: "values",
    values: Object.fromEntries(read.flatMap((one) => (one.ok ? [[one.field.id, one.value]] : []))),
  };
}

type Limits = { readonly type: "limits"; readonly limits: readonly Limit[] } | Extract<Submission, { type: "errors" }>;

/** At least one limit: "with limits" without any would be a plain approval in disguise. */
function readLimit(filled: Filled, state: RequestState, now: EpochMs, { plant }: World): Limits {
  const offered = state.status === "open" ? state.rules.limits : [];
  const label = offered.find(({ id }) => id === filled[INPUT.limit])?.label;
  const texts = [label, filled[INPUT.limitText]?.trim()].filter((text) => text !== undefined && text !== "");
  const rawUntil = filled[INPUT.limitUntil]?.trim() ?? "";
  const until = rawUntil === "" ? null : readInstant(rawUntil, plant, now);
  if (until?.ok === false) return { type: "errors", errors: { [INPUT.limitUntil]: until.problem } };
  const end = until === null ? null : instantOf(until.value);
  if (texts.length === 0 && end === null)
    return { type: "errors", errors: { [INPUT.limitText]: "Name at least one limit, or use Approve." } };
  return { type: "limits", limits: [{ text: texts.join("; "), until: end }] };
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
