import type { ReadValue } from "./thingText.ts";

const TEXT_PROBLEM = "Write a few words.";

export function textProblem(value: string): string | null {
  return value.trim() === "" ? TEXT_PROBLEM : null;
}

/** The words as they were typed. */
export function readText(raw: string): ReadValue {
  const value = raw.replace(/\r\n?/g, "\n").trim();
  return value === "" ? { ok: false, problem: TEXT_PROBLEM } : { ok: true, value };
}
