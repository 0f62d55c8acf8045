import type { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import { missingFrom } from "../../request/rules/draft.ts";
import type { Closed, Open } from "../../request/state.ts";
import { type Field, fieldsFrom } from "../../workflow/requestType.ts";
import { sayValue, type Values } from "../../workflow/value.ts";
import type { Action } from "../action.ts";
import type { Form, FormInput } from "../card.ts";
import { pickInstant, pickThings } from "./pickers.ts";
import { encodeForm } from "./shown.ts";

const LINE_LENGTH = 150;
export const TEXT_LENGTH = 1_000;

/** Input ids that are not fields. Each is read back by the row of its verb. */
export const INPUT = {
  reason: "reason",
  yesIf: "yesIf",
  question: "question",
  answer: "answer",
  note: "note",
  evidence: "evidence",
  onSite: "onSite",
  again: "again",
  team: "team",
  person: "person",
  limit: "limit",
  limitText: "limitText",
  limitUntil: "limitUntil",
  type: "type",
} as const;
export type Input = (typeof INPUT)[keyof typeof INPUT];

/** An input for a field; what is known stands in it already, as seen from now, and whole. */
export function fieldInput(field: Field, values: Values, plant: Plant, now: EpochMs): FormInput {
  const value = values[field.id];
  const base = { id: field.id, label: field.ask, hint: field.hint, required: field.required };
  if (field.kind === "choice") {
    const isOffered = field.options.some((option) => option.value === value);
    return { ...base, initial: isOffered ? (value ?? "") : "", kind: { type: "choice", options: field.options } };
  }
  if (field.kind === "instant") return { ...base, ...pickInstant(value, plant) };
  if (field.kind === "asset" || field.kind === "endpoint" || field.kind === "place")
    return { ...base, ...pickThings(field, value, plant, now) };
  const initial = value === undefined ? "" : sayValue(field, value, plant, now);
  const type = field.kind === "text" ? "text" : "line";
  const most = type === "text" ? TEXT_LENGTH : LINE_LENGTH;
  // What is cut when it is shown would come back as something else.
  return { ...base, initial, kind: { type, maxLength: Math.max(most, initial.length) } };
}

/** A sent request, seen from the instant its form opens. */
export type Seen = (Open | Closed) & { readonly at: EpochMs };

/** The facts the pressed step supplies; those it still owes are required. */
export function factInputs(action: Action, state: Seen, plant: Plant): readonly FormInput[] {
  if (action.step === null) return [];
  return fieldsFrom(state.rules, action.step).map((field) => fieldInput(field, state.values, plant, state.at));
}

/** Of these what nobody has said yet. */
export function owedInputs(action: Action, state: Seen, plant: Plant): readonly FormInput[] {
  if (action.step === null) return [];
  return missingFrom(state.values, state.rules, action.step).map((field) =>
    fieldInput(field, state.values, plant, state.at),
  );
}

export function form(action: Action, title: string, submit: string, intro: string, inputs: readonly FormInput[]): Form {
  return { title, submit, intro, value: encodeForm(action, inputs), inputs };
}

export function input(id: Input, label: string, required = true) {
  return { id, label, hint: "", required, initial: "" };
}

export function line(id: Input, label: string, required = true): FormInput {
  return { ...input(id, label, required), kind: { type: "line", maxLength: LINE_LENGTH } };
}

export function text(id: Input, label: string): FormInput {
  return { ...input(id, label), kind: { type: "text", maxLength: TEXT_LENGTH } };
}
