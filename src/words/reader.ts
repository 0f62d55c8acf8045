import type { Catalogue } from "./catalogue.ts";

/** The languages in which Referee speaks: each is a folder beside this file, and a line in `catalogues.ts`. */
export const LANGUAGES = ["en", "de", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of a locale as platforms write them, `de-AT` or `es_MX`; null for one in which Referee does not speak. */
export function languageOf(locale: string): Language | null {
  const [language] = locale.toLowerCase().split(/[-_]/);
  return LANGUAGES.find((each) => each === language) ?? null;
}

/** How people are spoken to where a language tells: Sie or du, usted or tú. */
export const FORMS_OF_ADDRESS = ["formal", "informal"] as const;
export type FormOfAddress = (typeof FORMS_OF_ADDRESS)[number];

/**
 * For whom something is put into words; a plant is one. English and formal where it does not say.
 * `words`: a catalogue in place of that of the language, for whoever tries one out.
 */
export type Reader = {
  readonly language?: Language;
  readonly formOfAddress?: FormOfAddress;
  readonly words?: Catalogue;
};

/** What an adapter needs to put words of its own beside what was said: all that can be kept of a reader. */
export type Tongue = Pick<Reader, "language" | "formOfAddress">;

export function tongueOf({ language = "en", formOfAddress = "formal" }: Reader): Tongue {
  return { language, formOfAddress };
}

/** British English writes CET where American English writes GMT+1, yet shortens September to four letters. */
export const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", de: "de-DE", es: "es-ES" };
