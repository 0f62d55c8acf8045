import { HOUR_MS, later } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import { commonPart, type Interval, overlaps } from "../../plant/time/localTime.ts";
import { stepsOf } from "../../workflow/requestType.ts";
import { instantOf, subjectsOf } from "../../workflow/value.ts";
import type { Open } from "../state.ts";
import { windowOf } from "./window.ts";

/** Where nobody said until when something is carried out, about so long. */
const WITHOUT_END_MS = HOUR_MS;

/** The agreed times of what is still to be carried out. */
export function plannedIn({ rules, values, steps }: Pick<Open, "rules" | "values" | "steps">): readonly Interval[] {
  return stepsOf(rules).flatMap((rule) => {
    const window = windowOf(values, rule);
    if (window === null || steps.get(rule.id)?.status === "settled") return [];
    const ends = window.until ?? (rules.endsAt === null ? null : instantOf(values[rules.endsAt]));
    return [{ from: window.from, to: ends ?? later(window.from, WITHOUT_END_MS) }];
  });
}

/** When two requests are to be carried out at the same time; null where they are not. */
export function commonTime(one: Open, other: Open): Interval | null {
  const [common] = plannedIn(one)
    .flatMap((mine) => plannedIn(other).flatMap((theirs) => (overlaps(mine, theirs) ? [commonPart(mine, theirs)] : [])))
    .toSorted((a, b) => a.from - b.from);
  return common ?? null;
}

/** What something is carried out on, in a word each: machines, and the lines they belong to. */
export function touchedThings({ rules, values }: Pick<Open, "rules" | "values">, plant: Plant): readonly string[] {
  const things = subjectsOf(rules, values, plant).flatMap(({ asset, line }) => [
    ...(asset === null ? [] : [`asset-${asset.id}`]),
    ...(line === null ? [] : [`line-${line.id}`]),
  ]);
  return [...new Set(things)];
}
