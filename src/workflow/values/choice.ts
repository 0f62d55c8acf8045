import { type Saying, saying } from "../../words/say.ts";
import type { Field } from "../requestType.ts";
import type { ReadThing } from "./thingText.ts";

type Offered = Pick<Field, "options">;

const CHOICE_PROBLEM = saying("values.choose");

export function choiceProblem(value: string, { options }: Offered): Saying | null {
  return options.some((option) => option.value === value) ? null : CHOICE_PROBLEM;
}

/** An answer by what stands on it, or by what a form sends for it. */
export function readChoice(raw: string, { options }: Offered): ReadThing {
  const said = plain(raw);
  const option =
    options.find(({ value }) => value === raw.trim()) ??
    options.find(({ label }) => plain(label) === said) ??
    options.find(({ value }) => plain(value) === said);
  return option === undefined ? { ok: false, problem: CHOICE_PROBLEM } : { ok: true, value: option.value };
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

export function sayChoice(value: string, { options }: Offered): string {
  return options.find((option) => option.value === value)?.label ?? value;
}
