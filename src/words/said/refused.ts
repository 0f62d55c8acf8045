import type { Typed } from "../typed.ts";

/** Why a press or a form changes nothing, for whoever pressed. */
export type RefusedWords = {
  readonly "refused.notFree": null;
  readonly "refused.onlyDecider": null;
  readonly "refused.doesNotActFor": { readonly who: string; readonly party: string };
  readonly "refused.theyAsked": { readonly who: string };
  readonly "refused.theyAreAway": { readonly who: string; readonly when: string };
  readonly "refused.theyAnswered": { readonly who: string; readonly key: string };
  readonly "refused.withAlready": { readonly who: string };
  readonly "refused.withOps": null;
  readonly "refused.ownTeam": null;
  readonly "refused.ruling": null;
  readonly "refused.openedClose": { readonly key: string };
  readonly "refused.nothingOpen": { readonly key: string };
  readonly "refused.noFreeze": { readonly key: string };
  /** `safety`: what is open has come to be on what is theirs. */
  readonly "refused.cutters": { readonly safety: "yes" | "no" };
  readonly "refused.inactive": { readonly name: string };
  readonly "refused.stillNeeded": { readonly what: string };
  readonly "refused.chooseAbout": null;
  readonly "refused.field": { readonly label: string; readonly problem: string };
  readonly "refused.noField": null;
  readonly "refused.fewerWords": null;
  readonly "refused.noStep": null;
  readonly "refused.notThisStep": null;
  readonly "refused.ownStandIn": { readonly key: string; readonly other: string };
  readonly "refused.onlyStandIn": { readonly who: string; readonly other: string; readonly key: string };
  readonly "refused.theyStandIn": { readonly who: string; readonly other: string };
  readonly "refused.onlyRequester": { readonly who: string; readonly key: string };
  readonly "refused.limitPast": null;
  readonly "refused.limitBefore": { readonly when: string };
  readonly "refused.notDoneYet": null;
  readonly "refused.youAnswered": { readonly who: string; readonly key: string; readonly when: string };
  readonly "refused.endPassed": { readonly when: string; readonly who: string };
  readonly "refused.timePassed": { readonly when: string; readonly who: string };
  readonly "refused.questionOpen": null;
  readonly "refused.questionAnswered": null;
  readonly "refused.questionFor": { readonly who: string };
  readonly "refused.unknownRequest": null;
  readonly "refused.begun": { readonly key: string };
  readonly "refused.endsShown": { readonly key: string };
  readonly "refused.openedAgain": { readonly key: string };
  readonly "refused.notSent": null;
  readonly "refused.unknownDraft": null;
  readonly "refused.sentAs": { readonly key: string };
  readonly "refused.draftAway": null;
  readonly "refused.theirDraft": { readonly who: string };
  /** To whoever is none of the plant's own people. */
  readonly "refused.anothersDraft": null;
  readonly "refused.closed": { readonly key: string; readonly when: string };
  readonly "refused.closedBecause": { readonly key: string; readonly when: string; readonly why: Typed };
  readonly "refused.noSuchStep": { readonly key: string };
  readonly "refused.outdated": { readonly key: string };
  readonly "refused.answeredAlready": { readonly who: string; readonly key: string; readonly when: string };
  /** Whoever pressed gave an answer before, and it was another. */
  readonly "refused.saidOtherwise": {
    readonly key: string;
    readonly when: string;
    readonly what: "noLimits" | "limits" | "otherLimits" | "facts" | "words";
    readonly back: "yes" | "no";
  };
  readonly "refused.settledAlready": { readonly who: string; readonly key: string; readonly when: string };
  /** A note of somebody who may not read the request. */
  readonly "refused.noteBelow": null;
  readonly "refused.notLinked": null;
  readonly "refused.withHolder": { readonly key: string; readonly who: string };
  /** To whoever adds a note only where its card stands. */
  readonly "refused.withHolderBelow": { readonly key: string; readonly who: string };
  readonly "refused.ownRequest": { readonly key: string };
  readonly "refused.maybeOwn": { readonly key: string };
  readonly "refused.onlyOps": null;
  readonly "refused.write": {
    readonly what:
      | "why"
      | "ruling"
      | "how"
      | "yesIf"
      | "onSite"
      | "notWorking"
      | "question"
      | "answer"
      | "note"
      | "number"
      | "happened"
      | "other";
  };
  readonly "refused.choosePerson": null;
  readonly "refused.chooseTeam": null;
  readonly "refused.noTime": null;
  readonly "refused.chooseWhat": null;
  readonly "refused.olderForm": null;
  readonly "refused.newerCard": null;
  readonly "refused.bypass": null;
  readonly "refused.writeThat": { readonly what: string };
  readonly "refused.writeDone": null;
  readonly "refused.emergencySafety": { readonly name: string };
  readonly "refused.emergencyUnknown": { readonly name: Typed };
  readonly "refused.ownReview": { readonly key: string };
  readonly "refused.theirReview": { readonly who: string; readonly key: string };
  readonly "refused.secondOfTwo": { readonly key: string };
  readonly "refused.safetySince": { readonly name: string; readonly key: string };
  readonly "refused.safetyBegun": { readonly name: string; readonly key: string };
  readonly "refused.reviewFirst": { readonly key: string };
  readonly "refused.emergencyLinked": null;
};
