import { isRecord } from "../../src/json.ts";
import type { PlantNow } from "./plantFile.ts";
import type { Value, Wanted } from "./wanted.ts";

/** One thing that is different: `path` in the plant file, what is there, and what will be. A list is added to. */
export type Change = {
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: Value;
  readonly line: number;
};
export type Entry = { readonly wanted: Wanted; readonly isNew: boolean; readonly changes: readonly Change[] };

/** What rows change in the plant file; an entry without changes is as it is. */
export function entriesOf(wanted: readonly Wanted[], plant: PlantNow): readonly Entry[] {
  return wanted.map((each) => {
    const { section, id, line, values } = each;
    const before: unknown = plant[section]?.[id];
    const changes = Object.entries(values).flatMap(([key, value]): Change[] => {
      const path = [section, id, ...key.split(".")];
      const now = at(before, path.slice(2));
      const after = merged(now, value);
      return after === null ? [] : [{ path, before: now, after, line }];
    });
    return { wanted: each, isNew: before === undefined, changes };
  });
}

/** Null where it is so already. */
function merged(before: unknown, value: Value): Value | null {
  if (typeof value === "string" || typeof value === "number") return before === value ? null : value;
  const has = Array.isArray(before) ? before : [];
  const added = value.filter((item) => !has.includes(item));
  return added.length === 0 ? null : [...has.map(String), ...added];
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inside, key) => (isRecord(inside) ? inside[key] : undefined), value);
}

/** What would change, a line each, and the count. */
export function sayEntries(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ wanted: { section, id }, isNew, changes }) => {
    if (changes.length === 0) return [];
    if (isNew)
      return [
        `+ ${section}.${id}: ${changes.map(({ path, after }) => `${path.slice(2).join(".")} ${sayValue(after)}`).join(", ")}`,
      ];
    return changes.map(({ path, before, after }) => `~ ${path.join(".")}: ${sayChange(before, after)}`);
  });
}

function sayChange(before: unknown, after: Value): string {
  if (Array.isArray(after))
    return `adds ${sayValue(after.filter((item) => !Array.isArray(before) || !before.includes(item)))}`;
  return before === undefined || before === null
    ? `is now ${sayValue(after)}`
    : `${JSON.stringify(before)} → ${sayValue(after)}`;
}

const sayValue = (value: Value) =>
  Array.isArray(value) ? `[${value.map((each) => JSON.stringify(each)).join(", ")}]` : JSON.stringify(value);
