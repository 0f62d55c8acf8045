import type { Typed } from "../typed.ts";

/** Why a request is before Ops. */
export type OpsWordsWords = {
  readonly "opsWords.nobodyTaken": { readonly name: string };
  readonly "opsWords.nudgedLater": { readonly name: string; readonly who: string; readonly when: string };
  readonly "opsWords.notSaidRuns": null;
  readonly "opsWords.stillToCome": { readonly deadline: string; readonly what: string };
  readonly "opsWords.security": null;
  readonly "opsWords.cutOff": { readonly who: string; readonly when: string };
  readonly "opsWords.lostRequester": { readonly who: string };
  readonly "opsWords.lostParty": { readonly who: string };
  readonly "opsWords.frozen": { readonly when: string; readonly name: string };
  readonly "opsWords.frozenOver": { readonly when: string; readonly name: string };
  readonly "opsWords.stillOpen": { readonly who: string; readonly when: string };
  readonly "opsWords.unanswered": { readonly who: string; readonly when: string };
  readonly "opsWords.whose": { readonly why: string };
  readonly "opsWords.overdueWith": { readonly who: string };
  readonly "opsWords.overdueClosing": { readonly closing: string };
  readonly "opsWords.nobodyOf": { readonly who: string };
  readonly "opsWords.nobodyClosing": { readonly closing: string };
  readonly "opsWords.notDone": { readonly who: string; readonly what: Typed };
  readonly "opsWords.stillStands": { readonly who: string };
  readonly "opsWords.heldBack": { readonly who: string };
  readonly "opsWords.heldKind": {
    readonly who: string;
    readonly kind: "draft" | "call" | "note" | "question" | "other";
  };
};
