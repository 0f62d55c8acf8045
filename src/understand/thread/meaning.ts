/** What somebody's words in a request's thread answer: a decision, in whoever's mouth they are one. */
export const DECISIONS = [
  "approve",
  "deny",
  "notMine",
  "take",
  "done",
  "rolledBack",
  "failed",
  "works",
  "doesNotWork",
  "runningAgain",
] as const;

/** What somebody wants of a request that stands already. */
export const WISHES = ["takeBack", "withdraw", "extend", "change", "cutOff"] as const;

/** What somebody wants to know of it. */
export const QUESTIONS = ["whoHasIt", "status", "whyDenied", "ask"] as const;

export type Decision = (typeof DECISIONS)[number];
export type Meaning = Decision | (typeof WISHES)[number] | (typeof QUESTIONS)[number];

const KNOWN: ReadonlySet<Meaning> = new Set<Meaning>(DECISIONS);

export function isDecision(meaning: Meaning): meaning is Decision {
  return KNOWN.has(meaning);
}
