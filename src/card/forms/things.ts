import type { Asset, Line, Plant } from "../../plant/plant.ts";
import { perPlant } from "../../plant/remember.ts";
import { searchable, searchNames } from "../../plant/who/searchNames.ts";
import type { Field, FieldKind } from "../../workflow/requestType.ts";
import type { Option } from "../card.ts";

/** The things of a plant that a field can name, by what people type of their names: best first, all of them for "". */
export function thingsFor({ kind }: Pick<Field, "kind">, plant: Plant, typed = ""): readonly Option[] {
  if (!NAMES_THINGS.has(kind)) return [];
  const lines = kind === "place" ? searchNames(searchableLines(plant), typed).map(lineOption) : [];
  return [...lines, ...searchNames(searchableAssets(plant), typed).map(assetOption)];
}

const NAMES_THINGS: ReadonlySet<FieldKind> = new Set<FieldKind>(["asset", "endpoint", "place"]);

const searchableAssets = perPlant((plant) => searchable(plant.assets.values()));
const searchableLines = perPlant((plant) => searchable(plant.lines.values()));

const assetOption = ({ id, name }: Asset): Option => ({ value: `asset:${id}`, label: name });
const lineOption = ({ id, name }: Line): Option => ({ value: `line:${id}`, label: name });
