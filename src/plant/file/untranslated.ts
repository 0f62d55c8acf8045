import { LANGUAGES } from "../../words/reader.ts";
import type { Names, Plant } from "../plant.ts";
import type { Finding, Path } from "./yamlFile.ts";

/** So many names are listed; who misses more of them looks at the file anyway. */
const TOLD_AT_MOST = 5;

type Called = { readonly path: Path; readonly name: string; readonly names?: Names };

/** Who translates some of a plant's names means all of them; who translates none means that everybody calls things so. */
export function untranslatedNames(plant: Plant): readonly Finding[] {
  const all = calledIn(plant);
  return LANGUAGES.filter((language) => language !== plant.language).flatMap((language): readonly Finding[] => {
    const missing = all.filter(({ names }) => names?.[language] === undefined);
    const [first] = missing;
    if (first === undefined || missing.length === all.length) return [];
    const told = missing.slice(0, TOLD_AT_MOST).map(({ name }) => name);
    const more = missing.length > told.length ? ` and ${missing.length - told.length} more` : "";
    const what = `who reads ${language} has names in it for some things, and for others not: ${told.join(", ")}${more}`;
    return [{ severity: "warning", path: first.path, what, todo: `add names: { ${language}: … } where it differs` }];
  });
}

/** PLC-12 and MES are called so everywhere. */
const IS_A_WORD = /\p{Ll}{2}/u;

function calledIn({ teams, lines, assets, shifts, freezes }: Plant): readonly Called[] {
  const all: readonly Called[] = [
    ...shifts.map(({ id, ...each }) => ({ ...each, path: ["shifts", id] })),
    ...[...teams.values()].map(({ id, ...each }) => ({ ...each, path: ["teams", id] })),
    ...[...lines.values()].map(({ id, ...each }) => ({ ...each, path: ["lines", id] })),
    ...[...assets.values()].map(({ id, ...each }) => ({ ...each, path: ["assets", id] })),
    ...freezes.map((each, at) => ({ ...each, path: ["freezes", at] })),
  ];
  return all.filter(({ name }) => IS_A_WORD.test(name));
}
