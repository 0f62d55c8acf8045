/** What is said when somebody takes back their yes or no. */
export type BackWords = {
  readonly "back.isFree": null;
  readonly "back.isBegun": null;
  readonly "back.halted": {
    readonly who: string;
    readonly approved: string;
    readonly when: string;
    readonly reason: string;
  };
  readonly "back.standing": { readonly who: string };
  readonly "back.wants": { readonly who: string; readonly name: string; readonly reason: string };
  readonly "back.took": {
    readonly who: string;
    readonly verdict: "approved" | "denied";
    readonly name: string;
    readonly reason: string;
  };
  readonly "back.inReview": null;
  readonly "back.waitsForYou": null;
  readonly "back.waitsForYouDue": { readonly when: string };
  readonly "back.askedToStop": { readonly who: string; readonly name: string; readonly reason: string };
  readonly "back.youDecide": null;
  readonly "back.cardWaits": { readonly when: string };
};
