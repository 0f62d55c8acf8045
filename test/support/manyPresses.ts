import { AssetId } from "../../src/plant/ids.ts";
import type { Asset, Plant } from "../../src/plant/plant.ts";

/** A plant with so many more machines, "Press 0" and on, each like its MES: more than stands in any list. */
export function withPresses(plant: Plant, count: number): Plant {
  const like = plant.assets.get(AssetId.parse("mes"));
  if (like === undefined) throw new Error("the plant has no MES");
  const presses = Array.from({ length: count }, (_, n): [AssetId, Asset] => {
    const id = AssetId.parse(`press-${n}`);
    return [id, { ...like, id, name: `Press ${n}`, aliases: [`stamping ${n}`] }];
  });
  return { ...plant, assets: new Map([...plant.assets, ...presses]) };
}
