import type { Plant } from "../plant/plant.ts";
import { perObject } from "../recent.ts";
import { labelOf } from "../understand/labels.ts";
import { quoted } from "../understand/reasons.ts";
import { type Called, calledIn } from "../understand/things/calledFor.ts";
import { fillBlanks } from "../workflow/blanks.ts";
import { type RequestType, TypeId } from "../workflow/requestType.ts";
import { VENDOR, vendorCalled } from "./vendorCalled.ts";

/** A type that a text calls by name, or in its own words, which stand there as `because`. */
export type Found = { readonly type: RequestType; readonly isSure: boolean; readonly because: readonly string[] };

/** The types a text calls by their names or words, likeliest first: those that the model has never heard of. */
export function ownTypesIn(text: string, types: ReadonlyMap<TypeId, RequestType>, plant: Plant): readonly Found[] {
  const active = [...types.values()].filter((type) => type.active);
  const byVendor = active.flatMap((type): readonly Found[] => {
    const said = vendorCalled(text, type.words, plant);
    return said === null ? [] : [{ type, isSure: true, because: [quoted(said)] }];
  });
  const byName = calledIn(text, active.map(calledAs)).flatMap(({ type, isSure, by }) => {
    const found = types.get(TypeId.parse(type));
    return found === undefined ? [] : [{ type: found, isSure, because: by.map(quoted) }];
  });
  return [...byVendor, ...byName.filter(({ type }) => !byVendor.some((found) => found.type === type))];
}

/** What the model has learned is not found by its name too; whatever a plant wrote down for it is. */
const calledAs = perObject(({ type, name, title, words }: RequestType): Called => {
  const names = labelOf(type) === null ? [name, fillBlanks(title, () => " ")] : [];
  return { type, names, words: words.filter((each) => !each.includes(VENDOR)) };
});
