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
  "reviewed",
  "takeRisk",
] as const;

/** What somebody wants of a request that stands already. */
export const WISHES = [
  "takeBack",
  "withdraw",
  "extend",
  "change",
  "cutOff",
  "appeal",
  "liftRuling",
  "handOver",
  "nudge",
  "goOn",
] as const;

/** What somebody wants to know of it. */
export const QUESTIONS = ["whoHasIt", "status", "whyDenied", "ask"] as const;

export type Decision = (typeof DECISIONS)[number];
export type Meaning = Decision | (typeof WISHES)[number] | (typeof QUESTIONS)[number];

const KNOWN: ReadonlySet<Meaning> = new Set<Meaning>(DECISIONS);
const ANSWERED: ReadonlySet<Meaning> = new Set<Meaning>(["whoHasIt", "status", "whyDenied"]);
const WISHED: ReadonlySet<Meaning> = new Set<Meaning>(WISHES);

/** Whether it is for having something done about the request that is no answer to it. */
export function isWish(meaning: Meaning): boolean {
  return WISHED.has(meaning);
}

/** Whether it is a question that Referee answers itself. */
export function isAnswered(meaning: Meaning): boolean {
  return ANSWERED.has(meaning);
}

export function isDecision(meaning: Meaning): meaning is Decision {
  return KNOWN.has(meaning);
}
