import type { Plant } from "../plant/plant.ts";

export type NamedThing = {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind?: string;
  readonly line?: string;
};

export type ShiftSpan = { readonly id: string; readonly name: string; readonly from: string; readonly to: string };

/** What the reader must know of a plant: the names used there, its time zone and its shifts. */
export type Vocabulary = {
  /** Letters of the plant's request keys, e.g. "HAM". */
  readonly code: string;
  readonly assets: readonly NamedThing[];
  readonly lines: readonly NamedThing[];
  readonly teams: readonly NamedThing[];
  readonly people: readonly NamedThing[];
  /** IANA name. */
  readonly timeZone: string;
  readonly shifts: readonly ShiftSpan[];
};

/** Knows nobody and nothing; texts are still understood, only names are not. */
export const NO_VOCABULARY: Vocabulary = {
  code: "",
  assets: [],
  lines: [],
  teams: [],
  people: [],
  timeZone: "UTC",
  shifts: [],
};

/** The names of one plant. */
export function vocabularyOf(plant: Plant): Vocabulary {
  return {
    code: plant.code,
    assets: [...plant.assets.values()].map(({ id, name, aliases, kind, line }) => ({
      id,
      name,
      aliases,
      ...(kind === undefined ? {} : { kind }),
      ...(line === undefined ? {} : { line }),
    })),
    lines: [...plant.lines.values()].map(({ id, name, aliases }) => ({ id, name, aliases })),
    teams: [...plant.teams.values()].map(({ id, name }) => ({ id, name, aliases: [] })),
    people: [...plant.people.values()].map(({ id, name }) => ({ id, name, aliases: [] })),
    timeZone: plant.timeZone,
    shifts: plant.shifts.map(({ id, name, from, to }) => ({ id, name, from, to })),
  };
}
