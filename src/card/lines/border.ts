import type { Asset, Plant } from "../../plant/plant.ts";
import type { Closed, Open } from "../../request/state.ts";
import { assetOf, itemsOf, subjectsOf } from "../../workflow/value.ts";

/** Offices begin at this level of the Purdue model, and the DMZ lies below it. */
const OFFICE = 4;
/** The highest level of the plant itself. */
const PLANT = 3;

/**
 * What border a connection crosses, by the zones and levels of the plant file: "From control room (level 3) to cell 3
 * (level 1)." Null where the file does not say it of both ends, or nobody named the other end yet. No judgement: whoever
 * decides knows what it means.
 */
export function sayBorder({ rules, values }: Pick<Open | Closed, "rules" | "values">, plant: Plant): string | null {
  const other = rules.fields.find(({ kind }) => kind === "endpoint");
  const [from] = other === undefined ? [] : assetsIn(values[other.id], plant);
  const [to] = subjectsOf(rules, values, plant).flatMap(({ asset }) => (asset === null ? [] : [asset]));
  if (from?.level === undefined || to?.level === undefined) return null;
  if (from.level === to.level && from.zone === to.zone) return `Stays in ${place(to)}.`;
  return `From ${place(from)} to ${place(to)}${isPastDmz(from.level, to.level) ? ", past the DMZ" : ""}.`;
}

function assetsIn(value: string | undefined, plant: Plant): readonly Asset[] {
  return itemsOf(value).flatMap((item) => assetOf(plant, item) ?? []);
}

function place({ zone, level }: Asset): string {
  return zone === undefined ? `level ${level}` : `${zone} (level ${level})`;
}

function isPastDmz(one: number, other: number): boolean {
  return Math.max(one, other) >= OFFICE && Math.min(one, other) <= PLANT;
}
