import type { Language } from "../../words/reader.ts";
import { mender } from "../text/spelling.ts";
import { ENGLISH } from "./english.ts";
import { GERMAN, GERMAN_PARTS } from "./german.ts";
import type { Sense } from "./said.ts";
import { SPANISH } from "./spanish.ts";
import { mark, type WordTable } from "./words.ts";
import { zoneWords } from "./zoneWords.ts";

/** What a form means: one list of senses for each word it stands for ("tonight" is a day and a part of it). */
export type Meaning = {
  readonly words: readonly string[];
  readonly stands: readonly (readonly Sense[])[];
  readonly languages: readonly Language[];
};

const SIGNS: WordTable = [
  [mark("to"), "-"],
  [mark("atHour"), "@"],
  [mark("and"), "&"],
  [mark("filler"), "~|,|(|)"],
];

/** Greetings, and phrases whose words mean no time in them. */
const NO_TIMES = `good morning|good evening|good afternoon|good night|guten morgen|guten abend|gute nacht|guten tag|buenos dias|
  buenas tardes|buenas noches|at once|a la vez|so far|by far|second hand|day shift lead|at least|at most|at all|at first|at the moment|
  mas tarde|muy tarde|tarde para|es tarde|a bit|a lot|por ahora|zum ersten`;

let kept: ReadonlyMap<string, readonly Meaning[]> | undefined;

/** The meanings of forms that begin with a word, longest first. */
export function meaningsOf(word: string): readonly Meaning[] {
  kept ??= build();
  return kept.get(word) ?? [];
}

type Draft = { readonly stands: Sense[][]; readonly languages: Set<Language> };

function build(): ReadonlyMap<string, readonly Meaning[]> {
  const byForm = new Map<string, Draft>();
  addTable(byForm, ENGLISH, "en");
  addTable(byForm, GERMAN, "de");
  addTable(byForm, SPANISH, "es");
  addTable(byForm, compounds(), "de");
  addTable(byForm, [...SIGNS, ...zoneWords()], null);
  for (const form of NO_TIMES.split("|")) byForm.set(form.trim(), { stands: [[]], languages: new Set() });
  const byWord = new Map<string, Meaning[]>();
  for (const [form, { stands, languages }] of byForm) {
    const words = form.split(" ");
    const [first = ""] = words;
    const meanings = byWord.get(first) ?? [];
    meanings.push({ words, stands, languages: [...languages] });
    byWord.set(first, meanings);
  }
  for (const meanings of byWord.values()) meanings.sort((a, b) => b.words.length - a.words.length);
  return byWord;
}

function addTable(byForm: Map<string, Draft>, table: WordTable, language: Language | null): void {
  for (const [senses, forms] of table) {
    const list: readonly Sense[] = "is" in senses ? [senses] : senses;
    for (const form of forms.split("|")) addForm(byForm, form, list, language);
  }
}

function addForm(byForm: Map<string, Draft>, form: string, senses: readonly Sense[], language: Language | null): void {
  const known = byForm.get(form) ?? { stands: [], languages: new Set<Language>() };
  for (const [index, sense] of senses.entries()) {
    const there = known.stands[index];
    if (there === undefined) known.stands.push([sense]);
    else if (!there.some((other) => JSON.stringify(other) === JSON.stringify(sense))) there.push(sense);
  }
  if (language !== null) known.languages.add(language);
  byForm.set(form, known);
}

/** "Freitagabend" and its like. */
function compounds(): WordTable {
  const days = GERMAN.flatMap(([senses, forms]) =>
    "is" in senses && senses.is === "weekday" ? [{ senses, forms }] : [],
  );
  return days.flatMap(({ senses, forms }) =>
    GERMAN_PARTS.flatMap(([partSense, parts]) =>
      parts.split("|").map(
        (ending) =>
          [
            [senses, "is" in partSense ? partSense : mark("filler")],
            forms
              .split("|")
              .filter((form) => form.length > 3)
              .map((form) => `${form}${ending}`)
              .join("|"),
          ] as const,
      ),
    ),
  );
}

// Long enough that a slip of one letter cannot make them another common word.
const MENDED = `tomorrow tonight monday tuesday wednesday thursday friday saturday sunday midnight morning evening afternoon
  weekend until montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend ubermorgen nachste nachsten nachster
  wochenende miercoles jueves viernes sabado domingo manana january february september october november december januar
  februar oktober dezember febrero septiembre octubre noviembre diciembre mediodia medianoche nachmittag vormittag
  mitternacht spatestens`;
// One letter away from a word above, and words of their own.
const MEANT = ["sundry", "untie", "eventing", "mooring", "manama", "banana", "jueces", "mending", "tonnight"];

export const mendTimeWord: (word: string) => string = mender(MENDED, MEANT);
