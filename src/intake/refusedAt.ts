import type { Form } from "../card/card.ts";
import type { ErrorCode, RefusedError } from "../errors.ts";
import type { Reader } from "../words/reader.ts";
import type { Errors, Filled } from "./filled.ts";
import { isChanged } from "./picked.ts";

/** Refusals about what was filled in, rather than about who did it or what has happened meanwhile. */
const ABOUT_ANSWERS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "FIELD_INVALID",
  "FIELD_MISSING",
  "REASON_MISSING",
  "SAID_OTHERWISE",
]);

/**
 * Where a form says why what was filled in is refused, so that it stays open with everything typed: at the field it is
 * about, else at the first question that must be answered and is not, else at the first one. Null for other refusals.
 */
export function refusedAt(error: RefusedError, form: Form | null, typed: Filled, reader: Reader): Errors | null {
  if (form === null || !ABOUT_ANSWERS.has(error.code)) return null;
  const given = Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ""));
  const at =
    form.inputs.find(({ id }) => id === error.field) ??
    form.inputs.find(({ id, required }) => required && !isChanged(id, given)) ??
    form.inputs[0];
  return at === undefined ? null : { type: "errors", errors: { [at.id]: error.saidTo(reader) } };
}
