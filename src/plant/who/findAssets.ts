import type { AssetId, LineId } from "../ids.ts";
import type { Plant } from "../plant.ts";
import { perPlant } from "../remember.ts";
import { findNames, indexNames, type NameMatch } from "./naming.ts";

export type AssetMatch = NameMatch<AssetId>;
export type LineMatch = NameMatch<LineId>;

const assetNames = perPlant((plant) => indexNames(plant.assets.values()));
const lineNames = perPlant((plant) => indexNames(plant.lines.values()));

/** The assets a text names, by the names and aliases of the plant file. */
export function findAssets(plant: Plant, text: string): readonly AssetMatch[] {
  return findNames(assetNames(plant), text);
}

/** The lines a text names. `HMI line 3` names the line too: whoever wants only bare lines leaves out what an asset covers. */
export function findLines(plant: Plant, text: string): readonly LineMatch[] {
  return findNames(lineNames(plant), text);
}
