import { DEEDS } from "./words/deeds.ts";
import { FAULTS } from "./words/faults.ts";
import { PEOPLE } from "./words/people.ts";
import { TALK } from "./words/talk.ts";
import { THINGS } from "./words/things.ts";

/**
 * What words are about, whatever their language, ending or compound. Words are folded; "stem*" begins so, and is found as
 * the last part of a compound, too: German says last what a thing is. A word may be about several things.
 */
export const CONCEPTS: Readonly<Record<string, string>> = { ...DEEDS, ...THINGS, ...PEOPLE, ...FAULTS, ...TALK };
