import { type Language, LOCALES, type Reader } from "./reader.ts";
import { say } from "./say.ts";

/** "Anna", "Anna and Ben", "Anna, Ben and Cem"; "nobody" for none. */
export function sayList(names: readonly string[], reader: Reader): string {
  if (names.length === 0) return say(reader, "list.nobody");
  return join(names, "conjunction", reader);
}

/** "502 or 503". */
export function sayChoice(names: readonly string[], reader: Reader): string {
  return join(names, "disjunction", reader);
}

type Kind = "conjunction" | "disjunction";

function join(names: readonly string[], kind: Kind, { language = "en" }: Reader): string {
  const [only = ""] = names;
  return names.length < 2 ? only : formatFor(language, kind).format(names);
}

const formats = new Map<string, Intl.ListFormat>();

function formatFor(language: Language, type: Kind): Intl.ListFormat {
  const known = formats.get(`${language} ${type}`);
  if (known !== undefined) return known;
  const made = new Intl.ListFormat(LOCALES[language], { type });
  formats.set(`${language} ${type}`, made);
  return made;
}
