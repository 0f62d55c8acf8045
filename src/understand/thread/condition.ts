import { fold } from "../text/fold.ts";

/** What begins a condition behind a yes: "only", "until", "as long as", "nur", "siempre que". */
const BEGINS =
  /(?<![\p{L}\d])(?:only|read[- ]?only|until|till|as long as|provided|on (?:the |one )?condition|with (?:the |a |one )?(?:condition|limits?)|for (?:\d+|an?|one|two|three|four|six) (?:min|hour|day|week|shift)\p{L}*|if|max(?:imum)?|at most|no longer than|nur|bis|solange|sofern|vorausgesetzt|wenn|unter der bedingung|mit der bedingung|fur (?:\d+|ein\p{L}*|zwei|drei) |hochstens|lesend|solo|hasta|siempre que|siempre y cuando|mientras|con la condicion|durante|como mucho)(?![\p{L}])/u;

/** The condition that a text names from there on, in its own words; null when it names none. */
export function conditionIn(text: string, from: number): string | null {
  const found = BEGINS.exec(fold(text).slice(from));
  return found === null ? null : text.slice(from + found.index).trim();
}

/** Whether a clause is nothing but a condition of what was said before it. */
export function isCondition(line: string): boolean {
  return BEGINS.exec(line)?.index === 0;
}
