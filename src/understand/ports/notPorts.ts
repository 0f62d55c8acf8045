import { fold } from "../text/fold.ts";

const NUMBERS = "\\d{1,7}(?:\\s?(?:-|,|/|&|\\+|to|bis|a|and|und|y|or|oder|o)\\s?\\d{1,7}){0,9}(?!\\d)";
const CALLED = new RegExp(
  `(?<![\\p{L}\\d])(?:ports?|puertos?|portnummern?|tcp|udp)[\\s:/#-]{0,3}(?:(?:no|nr|number|nummer|numero)\\.?\\s?)?(${NUMBERS})`,
  "gu",
);
const SLASHED = /(?<![\d.\p{L}])(\d{1,7})\s?\/\s?(?:tcp|udp)(?![\p{L}\d])/gu;
const LAST_PORT = 65_535;

/** Numbers that a text calls ports and that no port has, in the order of the text, each once. */
export function notPortsIn(text: string): readonly number[] {
  const folded = fold(text);
  const said = [CALLED, SLASHED].flatMap((form) => [...folded.matchAll(form)].map(([, numbers = ""]) => numbers));
  const numbers = said.flatMap((each) => (each.match(/\d+/g) ?? []).map(Number));
  return [...new Set(numbers.filter((number) => number > LAST_PORT))];
}
