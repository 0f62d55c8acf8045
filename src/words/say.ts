import { IntlMessageFormat } from "intl-messageformat";
import type { Catalogue, Key, Said } from "./catalogue.ts";
import { CATALOGUES } from "./catalogues.ts";
import { quoted } from "./quoted.ts";
import { type FormOfAddress, type Language, LOCALES, type Reader } from "./reader.ts";
import { type Typed, typed } from "./typed.ts";
import { typedIn } from "./typedIn.ts";

/** What a key needs to be said; nothing where it needs nothing. */
type ArgsOf<K extends Key> = Said[K] extends null ? [] : [args: Said[K]];

/** Puts something into its reader's words. What is missing, or is said of nothing, does not compile. */
export function say<K extends Key>(reader: Reader, key: K, ...[args]: ArgsOf<K>): string {
  const { language = "en", formOfAddress = "formal" } = reader;
  return spoken(reader.words ?? CATALOGUES[language], language, key)(args ?? NONE, formOfAddress);
}

/**
 * The same of a key that was kept, whose arguments no compiler has seen; null where this release has no such key, or says it with
 * more than was kept.
 */
export function sayKept(reader: Reader, key: string, args: Readonly<Record<string, string>>): string | null {
  if (!isKey(key)) return null;
  const { language = "en", formOfAddress = "formal" } = reader;
  const needs = [...CATALOGUES.en[key].matchAll(/\{(\w+)/g)].map(([, name]) => name ?? "");
  if (!needs.every((name) => name === "you" || Object.hasOwn(args, name))) return null;
  const inMarks = typedIn(key);
  const said = Object.entries(args).map(([name, arg]) => [name, inMarks.has(name) ? typed(arg) : arg] as const);
  return spoken(reader.words ?? CATALOGUES[language], language, key)(Object.fromEntries(said), formOfAddress);
}

function isKey(key: string): key is Key {
  return Object.hasOwn(CATALOGUES.en, key);
}

/** What is to be said to somebody who is not known yet where it is thought of. */
export type Saying = (reader: Reader) => string;

export function saying<K extends Key>(key: K, ...args: ArgsOf<K>): Saying {
  return (reader) => say(reader, key, ...args);
}

/** By name. `you` is always known: messages choose by it where a language tells Sie from du. */
type Args = Readonly<Record<string, string | number | Typed>>;

const NONE: Args = {};

type Speak = (args: Args, you: FormOfAddress) => string;

/** By catalogue, since whoever tries one out has it for a language that has another. */
const known = new WeakMap<Catalogue, Map<Key, Speak>>();

/** Reading a message costs a hundred times what saying it does, so each is read once. */
function spoken(catalogue: Catalogue, language: Language, key: Key): Speak {
  const messages = known.get(catalogue) ?? new Map<Key, Speak>();
  const before = messages.get(key);
  if (before !== undefined) return before;
  const made = speakerOf(catalogue[key], language);
  known.set(catalogue, messages.set(key, made));
  return made;
}

/** How the library's syntax tree calls a text and a name in braces that stands for one. */
const TEXT = 0;
const NAME = 1;

function speakerOf(text: string, language: Language): Speak {
  const message = new IntlMessageFormat(text, LOCALES[language], undefined, { ignoreTag: true });
  const parts = message.getAst().flatMap((part) => (part.type === TEXT || part.type === NAME ? [part] : []));
  // Most messages only have names in them: joined by hand they cost a tenth.
  if (parts.length === message.getAst().length)
    return (args) => parts.map(({ type, value }) => (type === TEXT ? value : drawn(args[value], language))).join("");
  return (args, you) => {
    const known = Object.entries(args).map(([name, arg]) => [name, drawn(arg, language)] as const);
    return String(message.format({ ...Object.fromEntries(known), you }));
  };
}

/** What somebody typed stands in quotation marks, whatever the message is. */
function drawn(arg: Args[string] | undefined, language: Language): string | number | undefined {
  return typeof arg === "object" ? quoted(arg, language) : arg;
}
