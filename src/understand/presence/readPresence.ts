import type { Vocabulary } from "../text/vocabulary.ts";
import type { SaidTimes, TimeContext } from "../time/said.ts";
import {
  ASK_CLAUSES,
  AWAY_CLAUSES,
  BACK_CLAUSES,
  COVER_CLAUSES,
  DUTY_CLAUSES,
  END_CLAUSES,
  FREEZE_CLAUSES,
  FROZEN_CLAUSES,
  LEADER_CLAUSES,
  NOT_IN_CLAUSES,
  SWAP_CLAUSES,
  THAW_CLAUSES,
  WHO_CLAUSES,
} from "./phrases.ts";
import { type PlainWords, plainWords } from "./plainWords.ts";

/** Somebody by the id of the plant file, or all who may be meant (`meantBy`); null for whoever writes. */
export type Whom = string | null;

/** Assets and lines that are named; all of the plant when both are empty. */
export type Things = { readonly assets: readonly string[]; readonly lines: readonly string[] };

/** What a sentence says, or asks, about who is there and what may be touched. */
export type PresenceSaid =
  /** `standIn`: undefined where nobody is named. */
  | { readonly type: "away"; readonly person: Whom; readonly standIn?: Whom }
  | { readonly type: "back"; readonly person: Whom }
  /** One is asked in place of the other: "Karin covers for Otto", "I take Otto's shift". */
  | { readonly type: "standIn"; readonly person: Whom; readonly standIn: Whom }
  /** Nobody stands in any more, or not the one who is named. `person`: for whom. */
  | { readonly type: "standInEnd"; readonly person: Whom; readonly standIn?: Whom }
  /** Whoever of both is on call then gives it to the other. */
  | { readonly type: "swap"; readonly one: Whom; readonly other: Whom }
  /** `team`: an id, or a side in capital letters. */
  | { readonly type: "duty"; readonly person: Whom; readonly team: string }
  | { readonly type: "freeze"; readonly things: Things }
  | { readonly type: "thaw"; readonly things: Things }
  | { readonly type: "whoIsOnCall"; readonly teams: readonly string[]; readonly things: Things };

export type Presence = PresenceSaid &
  Pick<PlainWords, "lastsDays" | "isThrough" | "isNight"> & { readonly times: SaidTimes };

/** What is no question. */
export type Arranged = Exclude<Presence, { readonly type: "whoIsOnCall" }>;

/** Null for every sentence that is about something else, or about something else too. */
export function readPresence(text: string, vocabulary: Vocabulary, time: TimeContext): Presence | null {
  const plain = plainWords(text, vocabulary, time);
  if (plain === null || plain.words === "" || plain.words.split(" ").length > MOST_WORDS) return null;
  const said = saidIn(plain);
  if (said === null) return null;
  const { lastsDays, isThrough, isNight } = plain;
  return { ...said, times: plain.times(), lastsDays, isThrough, isNight };
}

/** More words than anybody needs for it, once times and little words are taken out. */
const MOST_WORDS = 24;

/** What sounds like an order, a swap or a question is no absence, though it may have a word of one. */
function saidIn(plain: PlainWords): PresenceSaid | null {
  return (
    freezeIn(plain) ??
    standInEndIn(plain) ??
    whoIn(plain) ??
    dutyIn(plain) ??
    swapIn(plain) ??
    backIn(plain) ??
    standInIn(plain) ??
    awayIn(plain)
  );
}

type Groups = Readonly<Record<string, string | undefined>>;

function matchOf(clauses: readonly RegExp[], words: string): Groups | null {
  for (const clause of clauses) {
    const found = clause.exec(words);
    if (found !== null) return { ...found.groups };
  }
  return null;
}

function freezeIn({ words, named, times }: PlainWords): PresenceSaid | null {
  const isThaw = matchOf(THAW_CLAUSES, words) !== null;
  const isTold = matchOf(FROZEN_CLAUSES, words) !== null && times().until !== null;
  if (!isThaw && !isTold && matchOf(FREEZE_CLAUSES, words) === null) return null;
  return { type: isThaw ? "thaw" : "freeze", things: thingsIn(named) };
}

function whoIn({ words, named }: PlainWords): PresenceSaid | null {
  if (matchOf(WHO_CLAUSES, words) === null && matchOf(LEADER_CLAUSES, words) === null) return null;
  return { type: "whoIsOnCall", teams: [...idsOf(named, "G"), ...sidesIn(words)], things: thingsIn(named) };
}

function sidesIn(words: string): readonly string[] {
  return words.split(" ").flatMap((word) => SIDES.get(word) ?? []);
}

/** How people call the teams of a side, or a role. */
const SIDES: ReadonlyMap<string, string> = new Map([
  ["ot", "OT"],
  ["it", "IT"],
  ["security", "SECURITY"],
  ["seguridad", "SECURITY"],
  ["safety", "SAFETY"],
  ["network", "NETWORK"],
]);

function dutyIn({ words, named }: PlainWords): PresenceSaid | null {
  const found = matchOf(DUTY_CLAUSES, words);
  if (found === null || found.where === undefined) return null;
  const team = named.get(found.where)?.id ?? found.where.toUpperCase();
  return { type: "duty", person: whom(found.who, named), team };
}

function swapIn({ words, named }: PlainWords): PresenceSaid | null {
  const found = matchOf(SWAP_CLAUSES, words);
  if (found === null) return null;
  // "I take Otto's shift" says which way it goes.
  if (found.with === undefined) return { type: "standIn", person: whom(found.one, named), standIn: null };
  return { type: "swap", one: whom(found.one, named), other: whom(found.with, named) };
}

function standInEndIn({ words, named }: PlainWords): PresenceSaid | null {
  const found = matchOf(END_CLAUSES, words);
  if (found === null) return null;
  const person = whom(found.for, named);
  return found.by === undefined
    ? { type: "standInEnd", person }
    : { type: "standInEnd", person, standIn: whom(found.by, named) };
}

function backIn({ words, named }: PlainWords): PresenceSaid | null {
  const found = matchOf(BACK_CLAUSES, words);
  return found === null ? null : { type: "back", person: whom(found.who, named) };
}

/** "Karin covers for me tonight": nobody is away, but somebody else is asked. */
function standInIn({ words, named, isMine }: PlainWords): PresenceSaid | null {
  const found = matchOf(COVER_CLAUSES, words);
  if (found === null) return null;
  const isForMe = isMine || ME.test(found.for ?? words);
  if (!named.has(found.for ?? "") && (!isForMe || !named.has(found.by ?? ""))) return null;
  return { type: "standIn", person: whom(found.for, named), standIn: whom(found.by, named) };
}

const ME = /\b(?:me|mich|mir)\b/;

function awayIn(plain: PlainWords): PresenceSaid | null {
  const { words, named, times } = plain;
  const notIn = matchOf(NOT_IN_CLAUSES, words);
  if (notIn !== null && times().said !== null) return { type: "away", person: whom(notIn.who, named) };
  const away = awayAnyhow(plain);
  return away === null || SUBJECT.test(words) || times().said !== null ? away : null;
}

/** The same, whether or not anybody is named and a time is said. */
function awayAnyhow({ words, named }: PlainWords): PresenceSaid | null {
  for (const [first, rest] of halves(words)) {
    const away = matchOf(AWAY_CLAUSES, first);
    if (away === null) continue;
    const person = whom(away.who, named);
    if (rest === "") return { type: "away", person };
    const covers = matchOf([...COVER_CLAUSES, ...ASK_CLAUSES], rest);
    if (covers !== null) return { type: "away", person, standIn: whom(covers.by, named) };
  }
  return null;
}

/** Somebody it is about: "not there" alone is about anything. */
const SUBJECT = /\b(?:i|ich|yo|we|P\d|bin|habe?|estoy|tengo|fehle|falto)\b/;

/** A sentence whole, and in two clauses wherever it may be cut. */
function halves(words: string): readonly (readonly [string, string])[] {
  const all = words.split(" ");
  const cuts = all.flatMap((word, at): readonly (readonly [string, string])[] => {
    const isJoint = JOINTS.has(word);
    if (at === 0 || (!isJoint && !/^P\d$/.test(word) && !STARTS.has(word))) return [];
    const rest = all.slice(isJoint ? at + 1 : at).filter((each, index) => index > 0 || !JOINTS.has(each));
    return [[all.slice(0, at).join(" "), rest.join(" ")]];
  });
  return [[words, ""], ...cuts];
}

const JOINTS: ReadonlySet<string> = new Set([",", "and", "und", "y", "but", "aber", "pero", "while", "wahrend"]);
const STARTS: ReadonlySet<string> = new Set(
  "with ask call me mich mir vertretung stand cover covered vertreten le".split(" "),
);

/** Whoever writes, where nobody is named. */
function whom(sign: string | undefined, named: PlainWords["named"]): Whom {
  return sign === undefined ? null : (named.get(sign)?.id ?? null);
}

function thingsIn(named: PlainWords["named"]): Things {
  return { assets: idsOf(named, "T"), lines: idsOf(named, "L") };
}

function idsOf(named: PlainWords["named"], kind: string): readonly string[] {
  return [...named.values()].filter((each) => each.kind === kind).map(({ id }) => id);
}
