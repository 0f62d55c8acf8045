import type { Catalogue } from "./catalogue.ts";
import { de } from "./de/de.ts";
import { en } from "./en/en.ts";
import { es } from "./es/es.ts";
import type { Language } from "./reader.ts";

/** What Referee says, in every language. One that says less than the others does not compile. */
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, de, es };
