import type { Plant } from "../../plant/plant.ts";
import type { Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { isQuoted } from "../../workflow/meaning.ts";
import type { Field } from "../../workflow/requestType.ts";
import { isTyped } from "../../workflow/value.ts";
import { sayFact } from "../words.ts";

/** What it is for is the requester's own words, and no fact: longer is for the thread. */
const MOST_PURPOSE = 120;
/** More than this nobody reads twenty times before one press. */
const MOST_FACTS = 400;

/** Each fact with its label. What somebody typed stands behind what Referee knows, in quotation marks. */
export function sayFacts(state: Open, fields: readonly Field[], plant: Plant): readonly string[] {
  const isLast = (field: Field) => isTyped(field, state.values[field.id]);
  const inOrder = [...fields.filter((field) => !isLast(field)), ...fields.filter(isLast)];
  return inOrder.map((field) => sayOne(state, field, plant));
}

/** Whether all that would be agreed to can be shown whole: what is cut may say something else than what is read. */
export function fitsWhole(state: Open, plant: Plant): boolean {
  const { fields, asset } = state.rules;
  const facts = fields.filter(
    (field) => field.id !== asset && !isQuoted(field) && state.values[field.id] !== undefined,
  );
  return [...sayFacts(state, facts, plant), ...sayLimits(state)].join("; ").length <= MOST_FACTS;
}

/** What others agreed to only if, as they wrote it. */
export function sayLimits({ limits }: Open): readonly string[] {
  return limits.map(({ text }) => text).filter((text) => text !== "");
}

function sayOne(state: Open, field: Field, plant: Plant): string {
  const value = state.values[field.id] ?? "";
  const { label } = field;
  if (value === "") return say(plant, "together.fact", { label, value: say(plant, "together.leftOpen") });
  const said = sayFact(field, value, plant, state.at, isQuoted(field) ? MOST_PURPOSE : undefined);
  return say(plant, "together.fact", { label, value: said });
}
