import type { Asset, Plant } from "../plant.ts";
import { perPlant } from "../remember.ts";
import { findAssets, findLines } from "./findAssets.ts";
import { findNames, indexNames } from "./naming.ts";
import { spell, wordsOf } from "./spelling.ts";

/**
 * The assets that protect people which a text names, also beside others, and also by half of their names: `the F-PLC`
 * where the plant has an `F-PLC 3`. Half a name that something else bears too says nothing.
 */
export function guardsNamedIn(plant: Plant, text: string): readonly Asset[] {
  const { halves, meant } = guardNames(plant);
  const named = findAssets(plant, text).flatMap(({ id }) => plant.assets.get(id) ?? []);
  const half = findNames(halves, text).flatMap(({ id }) => meant.get(id) ?? []);
  return [...new Set([...named, ...half])].filter(({ safety }) => safety !== null);
}

/** What is left of their names without line and number, and what is meant by each: several may be, and one is enough. */
const guardNames = perPlant((plant) => {
  const meant = new Map<string, Asset[]>();
  const names = [...plant.assets.values()].flatMap((asset) =>
    [asset.name, ...asset.aliases].map((name) => ({ asset, half: halfOf(plant, name) })),
  );
  const others = new Set(names.filter(({ asset }) => asset.safety === null).map(({ half }) => half));
  for (const { asset, half } of names)
    if (asset.safety !== null && half !== "" && !others.has(half)) meant.set(half, [...(meant.get(half) ?? []), asset]);
  const things = [...meant.keys()].map((half) => ({ id: half, name: half, aliases: [] }));
  return { halves: indexNames(things), meant };
});

function halfOf(plant: Plant, name: string): string {
  const bare = findLines(plant, name).reduce((left, { text }) => left.replace(text, " "), name);
  const words = wordsOf(bare);
  const last = words.findLastIndex(({ folded }) => !/\d/.test(folded));
  return spell(words.slice(0, last + 1));
}
