import { type Saying, saying } from "../../words/say.ts";
import type { ReadThing } from "./thingText.ts";

const TEXT_PROBLEM = saying("values.text");

export function textProblem(value: string): Saying | null {
  return value.trim() === "" ? TEXT_PROBLEM : null;
}

/** The words as they were typed. */
export function readText(raw: string): ReadThing {
  const value = raw.replace(/\r\n?/g, "\n").trim();
  return value === "" ? { ok: false, problem: TEXT_PROBLEM } : { ok: true, value };
}
