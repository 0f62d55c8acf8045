import type { Plant } from "../../src/plant/plant.ts";
import { unmarked } from "./marked.ts";

/** What people typed or called things, and what is called the same in every language. */
const namesIn = (plant: Plant) =>
  [
    ...[plant.people, plant.teams, plant.assets, plant.lines, plant.calendars].flatMap((all) => [...all.values()]),
    ...[plant.shifts, plant.freezes].flat(),
  ]
    .map(({ name }) => name)
    .concat(plant.name);
const TYPED = [
  ...["a few words", "please", "seen", "The line runs until Friday", "Ask again for the weekend"],
  ...["It is not needed any more", "HAM", "crew A", "(optional)", "Details", "Referee", "Thread", "Modbus TCP"],
];
const TIMES = "Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Nov Dec CET and or".split(" ");

/** Whose words stand in a document: where advice is from. */
const SOURCES = /\b(?:IEC|NIST|CISA|NERC|OSHA|NCSC-UK|Directive|Modbus Application)\b/;

function wordsOf(text: string): readonly string[] {
  return (text.match(/\p{L}[\p{L}'’]+/gu) ?? []).map((word) => word.toLowerCase());
}

/** What of a line stands in no catalogue, no request type and no name of the plant. */
export function englishIn(plant: Plant): (line: string) => string {
  const known = new Set([...namesIn(plant), ...TYPED, ...TIMES].flatMap((text) => wordsOf(text)));
  return (line) => {
    const rest = unmarked(line).replace(/\s+/gu, " ").trim();
    return wordsOf(rest).every((word) => known.has(word)) || SOURCES.test(rest) ? "" : rest;
  };
}
