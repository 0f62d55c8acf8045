import type { PersonId } from "../ids.ts";
import { AWAY, foldedWords, LITTLE, ON_CALL, STANDS_IN, TOGETHER } from "./titleWords.ts";

/** What people are called (in folded words) and the plant's other words, which are nobody's name. */
export type Names = { readonly people: ReadonlyMap<string, PersonId>; readonly words: ReadonlySet<string> };

/** Whom a title names for certain, or why it does not say. */
export type Titled = { readonly people: readonly PersonId[]; readonly problem: string | null };

/**
 * Whom a title names. "On call - Sven Adler" and "Cem Yilmaz (swapped with Anna)" name one for certain; "Urlaub Anna
 * Berg" says that somebody is away, and a word that is neither a name nor known beside one may belong to a longer name.
 * Nobody, and no problem, where no name of the plant stands in it.
 */
export function namedInTitle(title: string, names: Names): Titled {
  const isAsked = title.includes("?");
  const parts = partsOf(title).map((text) => ({ inBrackets: text.startsWith("("), pieces: piecesOf(text, names) }));
  const naming = parts.filter(({ pieces }) => pieces.some(isPerson));
  if (naming.length === 0) return { people: [], problem: null };
  if (parts.some(({ pieces }) => pieces.some((piece) => !isPerson(piece) && AWAY.has(piece.word))))
    return unclear("says that somebody is away, or not on call");
  if (isAsked) return unclear("asks, and does not say who is on call");
  const outside = naming.filter(({ inBrackets }) => !inBrackets);
  const [part, ...others] = outside.length > 0 ? outside : naming;
  if (part === undefined || others.length > 0) return unclear("names several people and does not say who is on call");
  return peopleOn(part.pieces, names);
}

function unclear(problem: string): Titled {
  return { people: [], problem };
}

/** What stands between dashes, colons, bars and brackets; what stood in round ones keeps the first of them. */
function partsOf(title: string): readonly string[] {
  const parts = title.split(/\s[-–—·•]\s|[=-]?>|[→⇒↔/]|[:|]\s|(?=\()|\)|[[\]]/u).map((part) => part.trim());
  return parts.filter((part) => part !== "");
}

type Piece = { readonly person: PersonId } | { readonly word: string };
type NamePiece = Extract<Piece, { person: PersonId }>;

function isPerson(piece: Piece): piece is NamePiece {
  return "person" in piece;
}

/** The names in a text and the words beside them, in order; a longer name goes before a shorter one. */
function piecesOf(text: string, { people }: Names): readonly Piece[] {
  const words = foldedWords(text);
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length; ) {
    const length = MOST_NAME_WORDS.find((count) => people.has(words.slice(at, at + count).join(" "))) ?? 0;
    const person = people.get(words.slice(at, at + length).join(" "));
    pieces.push(person === undefined ? { word: words[at] ?? "" } : { person });
    at += Math.max(1, length);
  }
  return pieces;
}

const MOST_NAME_WORDS = [6, 5, 4, 3, 2, 1];

/** One person among harmless words; two who are there together; or one who stands in for the other. */
function peopleOn(pieces: readonly Piece[], names: Names): Titled {
  const first = pieces.findIndex(isPerson);
  const last = pieces.findLastIndex(isPerson);
  const people = pieces.filter(isPerson).map(({ person }) => person);
  const beside = wordsIn([...pieces.slice(0, first), ...pieces.slice(last + 1)]);
  const between = wordsIn(pieces.slice(first, last));
  if (!beside.every((word) => isHarmless(word, names))) return unclear("has words that may be part of another name");
  if (between.every((word) => TOGETHER.has(word))) return { people: [...new Set(people)], problem: null };
  const standsIn = between.some((word) => STANDS_IN.has(word));
  const [who] = people;
  if (people.length === 2 && who !== undefined && standsIn && between.every(isAboutStandingIn))
    return { people: [who], problem: null };
  return unclear("names several people and does not say who is on call");
}

function wordsIn(pieces: readonly Piece[]): readonly string[] {
  return pieces.flatMap((piece) => (isPerson(piece) ? [] : [piece.word]));
}

function isHarmless(word: string, { words }: Names): boolean {
  return /^\p{N}+(?:h|st|nd|rd|th)?$/u.test(word) || ON_CALL.has(word) || words.has(word);
}

function isAboutStandingIn(word: string): boolean {
  return STANDS_IN.has(word) || LITTLE.has(word);
}
