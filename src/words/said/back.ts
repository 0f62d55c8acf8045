import type { Typed } from "../typed.ts";

/** What somebody wants back: their yes, or a risk they took. */
type Wanted = "approved" | "riskTaken";

/** What is said when somebody takes back their yes or no. */
export type BackWords = {
  /** Above the form. */
  readonly "back.isFree": null;
  readonly "back.isBegun": null;
  /** Of a step that was approved, once whoever did so wants it back. */
  readonly "back.halted": {
    readonly who: string;
    readonly approved: string;
    readonly when: string;
    readonly reason: Typed;
  };
  /** Where the request stands, while whoever has begun decides. */
  readonly "back.standing": { readonly who: string; readonly what: Wanted };
  readonly "back.wants": {
    readonly who: string;
    readonly what: Wanted;
    readonly name: string;
    readonly reason: Typed;
  };
  readonly "back.took": {
    readonly who: string;
    readonly verdict: "approved" | "denied";
    readonly name: string;
    readonly reason: Typed;
  };
  readonly "back.inReview": null;
  /** Of the approval of a later end. */
  readonly "back.tookLater": { readonly who: string; readonly name: string; readonly reason: Typed };
  readonly "back.laterInReview": null;
  readonly "back.waitsForYou": null;
  readonly "back.waitsForYouDue": { readonly when: string };
  /** To whoever has begun. */
  readonly "back.askedToStop": {
    readonly who: string;
    readonly what: Wanted;
    readonly name: string;
    readonly reason: Typed;
  };
  readonly "back.youDecide": null;
  /** On the card of what was to be carried out. */
  readonly "back.cardWaits": { readonly when: string };
  readonly "back.tooLate": { readonly key: string };
  readonly "back.isOpen": { readonly key: string };
  readonly "back.isDone": { readonly key: string };
};
