import type { BackWords } from "./said/back.ts";
import type { ListWords } from "./said/list.ts";
import type { SameWords } from "./said/same.ts";
import type { SecondWords } from "./said/second.ts";
import type { StandingWords } from "./said/standing.ts";
import type { TalkWords } from "./said/talk.ts";
import type { WeekWords } from "./said/week.ts";

/** Everything Referee says, by its key, with what is needed to say it: null for nothing. */
export type Said = BackWords & ListWords & SameWords & SecondWords & StandingWords & TalkWords & WeekWords;

export type Key = keyof Said;

/** What is said without anything put into it. */
export type PlainKey = { [K in Key]: Said[K] extends null ? K : never }[Key];

/** Messages by their keys: ICU MessageFormat, with names, plurals and choices in braces. */
export type Texts<Words> = { readonly [K in keyof Words]: string };

/** All there is to say, in one language. */
export type Catalogue = Texts<Said>;
