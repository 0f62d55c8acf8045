import type { Typed } from "../typed.ts";

/** What is said to whoever writes in a request's thread, or changes what they wrote. */
export type ThreadWords = {
  readonly "thread.notRecorded": { readonly words: Typed };
  readonly "thread.notRecordedLong": null;
  readonly "thread.has": { readonly who: string };
  readonly "thread.nobodyHas": { readonly who: string };
  readonly "thread.notDenied": null;
  readonly "thread.added": { readonly key: string };
  readonly "thread.changedOver": { readonly key: string };
  readonly "thread.changedEdited": { readonly key: string };
  readonly "thread.changedDeleted": { readonly key: string };
  readonly "thread.onItsCard": { readonly ways: string };
  readonly "thread.wayChange": { readonly button: string };
  readonly "thread.wayWithdraw": { readonly button: string };
  readonly "thread.wayCutOff": { readonly button: string };
  readonly "thread.wayNote": { readonly button: string };
  readonly "thread.draftKeeps": { readonly button: string };
  readonly "thread.recordedDeleted": { readonly what: "answer" | "note" | "other"; readonly key: string };
  readonly "thread.recordedEdited": { readonly what: "answer" | "note" | "other"; readonly key: string };
  readonly "thread.kept": { readonly labels: string; readonly button: string };
  readonly "thread.noPlace": null;
};
