import type { Asset, Plant } from "../../plant/plant.ts";
import type { Closed, Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
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
  if (from.level === to.level && from.zone === to.zone)
    return say(plant, "request.staysIn", { place: place(to, plant) });
  const said = { from: place(from, plant), to: place(to, plant) };
  return say(plant, isPastDmz(from.level, to.level) ? "request.crossesDmz" : "request.crosses", said);
}

function assetsIn(value: string | undefined, plant: Plant): readonly Asset[] {
  return itemsOf(value).flatMap((item) => assetOf(plant, item) ?? []);
}

function place({ zone, level }: Asset, plant: Plant): string {
  const said = { level: String(level) };
  return zone === undefined ? say(plant, "request.level", said) : say(plant, "request.zone", { zone, ...said });
}

function isPastDmz(one: number, other: number): boolean {
  return Math.max(one, other) >= OFFICE && Math.min(one, other) <= PLANT;
}
