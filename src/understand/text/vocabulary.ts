import type { Plant } from "../../plant/plant.ts";
import { perPlant } from "../../plant/remember.ts";
import { findNames, indexNames, type NameIndex, type NameMatch } from "../../plant/who/naming.ts";
import { perObject, readOnce } from "../../recent.ts";
import type { Language } from "../../words/reader.ts";

/** A shift as times of day, `HH:MM`. */
export type ShiftSpan = { readonly id: string; readonly name: string; readonly from: string; readonly to: string };

/** What the reader must know of a plant: the names used there, its time zone and its shifts. */
export type Vocabulary = {
  /** Letters of the plant's request keys, e.g. "HAM"; empty when not known. */
  readonly code: string;
  readonly assets: NameIndex<string>;
  readonly lines: NameIndex<string>;
  readonly people: NameIndex<string>;
  /** First names that several people share, by the ids of all of them: `otto|otto-meier`. Default: none. */
  readonly namesakes?: NameIndex<string>;
  /** Companies that serve the plant, by the teams of side vendor. */
  readonly vendors: NameIndex<string>;
  readonly teams: NameIndex<string>;
  /** IANA name. */
  readonly timeZone: string;
  readonly language: Language;
  readonly shifts: readonly ShiftSpan[];
};

export const NO_NAMES: NameIndex<string> = { bySpelling: new Map(), byOutline: new Map(), longest: 0 };

/** Knows no names; texts are still understood. */
export const NO_VOCABULARY: Vocabulary = {
  code: "",
  assets: NO_NAMES,
  lines: NO_NAMES,
  people: NO_NAMES,
  vendors: NO_NAMES,
  teams: NO_NAMES,
  timeZone: "UTC",
  language: "en",
  shifts: [],
};

/** The names of one plant. Made once per plant. */
export const vocabularyOf: (plant: Plant) => Vocabulary = perPlant((plant) => ({
  code: plant.code,
  assets: indexNames<string>(plant.assets.values()),
  lines: indexNames<string>(plant.lines.values()),
  people: indexNames<string>(
    [...plant.people.values()].map((person) => ({
      ...person,
      aliases: [...person.aliases, ...firstNames(person.name)],
    })),
  ),
  namesakes: indexNames<string>(namesakesOf(plant)),
  vendors: indexNames<string>(
    [...plant.teams.values()]
      .filter(({ side }) => side === "vendor")
      .map(({ id, name }) => ({ id, name, aliases: firstNames(name) })),
  ),
  teams: indexNames<string>([...plant.teams.values()].map(({ id, name }) => ({ id, name, aliases: [] }))),
  timeZone: plant.timeZone,
  language: plant.language,
  shifts: plant.shifts,
}));

/** "Otto" for Otto Brandt, "PackTec" for PackTec service; nobody where two people share it, since a name that two share finds neither. */
function firstNames(name: string): readonly string[] {
  const [first] = name.split(" ");
  return first === undefined || first.length < 3 ? [] : [first];
}

/** Between the ids of people who share a name; no id has it. */
const NAMESAKES = "|";

/** Who may be meant by an id that stands for several people, or for one. */
export function meantBy(id: string): readonly string[] {
  return id.split(NAMESAKES);
}

function namesakesOf({ people }: Plant): readonly { id: string; name: string; aliases: readonly string[] }[] {
  const byFirst = new Map<string, { readonly name: string; readonly ids: readonly string[] }>();
  for (const { id, name } of people.values())
    for (const first of firstNames(name)) {
      const key = first.toLowerCase();
      byFirst.set(key, { name: first, ids: [...(byFirst.get(key)?.ids ?? []), id] });
    }
  return [...byFirst.values()].flatMap(({ name, ids }) =>
    ids.length > 1 ? [{ id: ids.join(NAMESAKES), name, aliases: [] }] : [],
  );
}

/** The names of one kind that a text holds. */
export function namesIn(index: NameIndex<string>, text: string): readonly NameMatch<string>[] {
  return index.longest === 0 ? [] : namesFound(index)(text);
}

const MOST_LOOKED_THROUGH = 50;
/** A message is looked through for them by each of its readers. */
const namesFound = perObject((index: NameIndex<string>) =>
  readOnce((text) => findNames(index, text), MOST_LOOKED_THROUGH),
);
