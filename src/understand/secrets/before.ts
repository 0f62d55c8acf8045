import { digitsIn, isMadeUp, isNoValue, isNumber } from "./looks.ts";
import type { SecretName } from "./names.ts";
import { type Value, valueAt } from "./value.ts";

/** How far before its name a value may stand, in characters. */
const REACH = 90;

/** What both forms hold: a look at this alone is quick. */
const JOINED = /\s(?:is|are|ist|war|es|was|as|als|como|era)\s/;
const IS_THE =
  /(?:^|\s)(\S{3,60}),?\s+(?:(?:that|this|das|eso|esta)\s+)?(?:is|are|ist|war|es|was|as|als|como|era)\s+(?:[\p{L}-]{1,20}\s+){0,3}[\p{L}-]{0,20}$/u;
const QUOTED_AS =
  /["“„«'`]([^"“”„«»'`\n]{3,80})["”“»'`],?\s+(?:is|ist|es|was|war|as|als|como|era)\s+(?:[\p{L}-]{1,20}\s+){0,3}$/u;

/** "Sommer2024! is the password", "use hunter2 as pw", "“open the gate 5” as password". */
export function secretsBefore(text: string, { start, kind, weak }: SecretName): readonly Value[] {
  if (weak) return [];
  const from = Math.max(0, start - REACH);
  const ahead = text.slice(from, start);
  if (!JOINED.test(ahead)) return [];
  const quoted = QUOTED_AS.exec(ahead);
  if (quoted !== null) return [valueAt(text, from + quoted.index)].filter((value) => value !== null);
  const found = IS_THE.exec(ahead);
  const value = found === null ? null : valueAt(text, from + found.index + found[0].indexOf(found[1] ?? ""));
  if (value === null || isNoValue(value)) return [];
  return isMade(value, kind === "pin" || kind === "code" ? 3 : 4) ? [value] : [];
}

/** Meant letter by letter, a number of so many digits at least, or made up. */
export function isMade({ text, quoted }: Value, digits: number): boolean {
  return quoted || (isNumber(text) ? digitsIn(text) >= digits : isMadeUp(text));
}
