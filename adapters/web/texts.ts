/** The languages of the page: those in which Referee speaks. */
export const PAGE_LANGUAGES = ["en", "de", "es"] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** What the page says, in each of its languages. */
export type Texts = Readonly<Record<PageLanguage, string>>;
