import type { Typed } from "../typed.ts";

/** Where a request stands, in one sentence, and what became of it. */
export type StandingWords = {
  readonly "standing.openUntil": { readonly when: string };
  readonly "standing.openToClose": { readonly when: string };
  readonly "standing.notDoneYet": null;
  readonly "standing.inReview": { readonly given: number; readonly total: string };
  readonly "standing.given": { readonly given: number; readonly total: string };
  readonly "standing.doneNotConfirmed": null;
  readonly "standing.askedNotDone": null;
  readonly "standing.approvedNotDone": null;
  readonly "standing.riskNotDone": { readonly who: string };
  readonly "standing.closedNotConfirmed": { readonly when: string };
  readonly "standing.toCutOff": { readonly who: string; readonly when: string };
  readonly "standing.endCame": { readonly when: string };
  readonly "standing.repaired": { readonly who: string; readonly when: string };
  readonly "standing.helpCalled": { readonly when: string };
  readonly "standing.onIt": { readonly who: string; readonly when: string };
  readonly "standing.done": { readonly when: string };
  readonly "standing.runsAgain": { readonly when: string };
  readonly "standing.lapsed": { readonly when: string; readonly not: "decided" | "other"; readonly why: string };
  readonly "standing.closedAgain": { readonly when: string };
  readonly "standing.withdrawn": { readonly who: string; readonly when: string };
  readonly "standing.withdrawnBecause": { readonly who: string; readonly when: string; readonly reason: Typed };
  readonly "standing.failed": { readonly when: string };
  readonly "standing.failedBecause": { readonly when: string; readonly reason: Typed };
  readonly "standing.notConfirmed": { readonly when: string };
  readonly "standing.closedByOps": { readonly who: string; readonly when: string };
  readonly "standing.closedByOpsBecause": { readonly who: string; readonly when: string; readonly reason: Typed };
  readonly "standing.deniedBy": { readonly who: string; readonly when: string; readonly reason: Typed };
  readonly "standing.deniedFor": {
    readonly who: string;
    readonly party: string;
    readonly when: string;
    readonly reason: Typed;
  };
  readonly "standing.denied": { readonly when: string; readonly reason: Typed };
  readonly "standing.yesIf": { readonly what: Typed };
  readonly "standing.hadNotAnswered": { readonly who: string };
  readonly "standing.hadNotBegun": { readonly who: string };
  readonly "standing.questionUnanswered": null;
  readonly "standing.couldNotAct": { readonly who: string; readonly when: string; readonly why: string };
  readonly "standing.nobodyOwned": null;
  readonly "standing.stillNeeded": { readonly who: string; readonly does: string };
  readonly "standing.deadline": {
    readonly what: "begins" | "other";
    readonly when: string;
    readonly not: "decided" | "later" | "other";
  };
  readonly "standing.wentToOps": { readonly when: string };
  readonly "standing.newerCard": { readonly when: string };
  readonly "standing.wentTo": { readonly who: string; readonly when: string };
  readonly "standing.closedNotReviewed": { readonly when: string };
};
