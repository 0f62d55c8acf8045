/** What somebody is answered alone, beside what they did. */
export type AloneWords = {
  readonly "alone.secretOwn": null;
  readonly "alone.secretOther": null;
  readonly "alone.heldBack": { readonly what: "draft" | "call" | "note" | "question" | "other"; readonly when: string };
  /** What somebody does counts, and is no longer answered. */
  readonly "alone.answersHeldBack": { readonly when: string };
  /** Its message was changed, and it does not follow. */
  readonly "alone.draftAsBefore": null;
  readonly "alone.phone": { readonly who: string; readonly phone: string; readonly number: string };
  /** What was written in a thread that is about something else. */
  readonly "alone.standsBeside": null;
  readonly "alone.phoneShift": { readonly number: string };
  readonly "alone.notYours": null;
  readonly "alone.nothingHere": null;
  readonly "alone.nothingUnknown": null;
  readonly "alone.notRecorded": { readonly title: string };
  readonly "alone.standInAsksAgain": { readonly who: string; readonly other: string; readonly key: string };
  readonly "alone.theyAskAgain": { readonly who: string; readonly key: string };
  readonly "alone.askedAgain": { readonly key: string };
  readonly "alone.draftNewTime": { readonly key: string };
  readonly "alone.askedOften": { readonly key: string };
  readonly "alone.draftLike": { readonly key: string };
  readonly "alone.whichKey": { readonly keys: string; readonly example: string };
  readonly "alone.wordsToo": null;
  readonly "alone.bundle": { readonly count: string };
  readonly "alone.bundleEach": null;
  readonly "alone.bundleLook": null;
  readonly "alone.needed": null;
  readonly "alone.notTogether": null;
  readonly "alone.pickTime": null;
  readonly "alone.pickDay": null;
  readonly "alone.pickBoth": null;
  readonly "alone.listChanged": null;
  readonly "alone.tooMany": null;
  readonly "alone.nameLimit": null;
  readonly "alone.endsBefore": { readonly when: string };
  readonly "alone.hoursPlease": null;
  readonly "alone.untilWhen": null;
  readonly "alone.timeOver": null;
};
