import type { Key, Said } from "./catalogue.ts";
import type { Typed } from "./typed.ts";

type TypedNames<K extends Key> = {
  [Name in keyof Said[K]]: Said[K][Name] extends Typed ? Name : never;
}[keyof Said[K]];

/** Every key that takes words somebody typed. */
export type TypedKey = { [K in Key]: [TypedNames<K>] extends [never] ? never : K }[Key];

type TypedArguments = { readonly [K in TypedKey]: { readonly [Name in TypedNames<K>]: true } };

/**
 * What of a key somebody typed, for what was kept by it: a record holds plain texts (plant/told/told.ts). One that is missing, or too
 * many, does not compile.
 */
export const TYPED: TypedArguments = {
  "answers.ruled": { why: true },
  "answers.unknownAsset": { text: true },
  "appeal.asked": { reason: true },
  "appeal.yourNo": { news: true },
  "appeal.told": { news: true },
  "back.halted": { reason: true },
  "back.wants": { reason: true },
  "back.took": { reason: true },
  "back.tookLater": { reason: true },
  "back.askedToStop": { reason: true },
  "duty.ruled": { why: true },
  "duty.noTeam": { name: true },
  "duty.notMended": { what: true },
  "duty.passedOnWhy": { why: true },
  "duty.notOursWhy": { why: true },
  "extend.asked": { reason: true },
  "home.turnBy": { text: true },
  "home.notSent": { text: true },
  "linking.linked": { name: true },
  "linking.asks": { name: true },
  "linking.asksFrom": { name: true },
  "notes.closedByOpsBecause": { reason: true },
  "notes.withdrawnBecause": { reason: true },
  "notes.couldNotMend": { what: true },
  "notes.hadAsked": { text: true },
  "notes.notClosedYet": { evidence: true },
  "notes.opsRuled": { reason: true },
  "opsWords.notDone": { what: true },
  "owner.mendedWhat": { what: true },
  "owner.notWorking": { what: true },
  "owner.othersLook": { what: true },
  "owner.saidLast": { text: true },
  "owner.questionAnswered": { answer: true },
  "pings.asks": { text: true },
  "pings.noted": { text: true },
  "record.asked": { text: true },
  "refused.closedBecause": { why: true },
  "refused.emergencyUnknown": { name: true },
  "request.askedBefore": { question: true },
  "risk.intro": { reason: true },
  "risk.taken": { reason: true, denied: true },
  "risk.halted": { reason: true },
  "risk.tookBack": { reason: true },
  "risk.told": { reason: true },
  "ruling.remembered": { reason: true },
  "ruling.undone": { reason: true },
  "standing.withdrawnBecause": { reason: true },
  "standing.failedBecause": { reason: true },
  "standing.closedByOpsBecause": { reason: true },
  "standing.deniedBy": { reason: true },
  "standing.deniedFor": { reason: true },
  "standing.denied": { reason: true },
  "standing.yesIf": { what: true },
  "steps.onSite": { who: true },
  "steps.rolledBack": { what: true },
  "steps.failed": { what: true },
  "steps.doesNotWork": { what: true },
  "thread.notRecorded": { words: true },
  "times.day": { said: true },
  "times.hour": { said: true },
  "times.order": { said: true },
  "times.several": { said: true },
  "typed.wouldChange": { draft: true },
  "typed.taken": { draft: true },
  "typed.stillNeeds": { draft: true },
  "typed.changedNothing": { draft: true },
  "values.network": { said: true },
  "values.badAddress": { said: true },
  "values.noAddress": { said: true },
  "values.quoted": { text: true },
  "vendor.nobodyOurs": { name: true },
};

const known: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(TYPED).map(([key, names]) => [key, new Set(Object.keys(names))]),
);

const NONE: ReadonlySet<string> = new Set();

export function typedIn(key: Key): ReadonlySet<string> {
  return known.get(key) ?? NONE;
}
