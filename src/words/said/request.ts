import type { Typed } from "../typed.ts";

/** The card of a request, beside where it stands and its steps. */
export type RequestWords = {
  readonly "request.consider": { readonly what: string };
  readonly "request.considerFrom": { readonly source: string };
  readonly "request.whyYou": { readonly why: string };
  readonly "request.sameName": { readonly who: string };
  readonly "request.limits": { readonly what: string };
  readonly "request.until": { readonly when: string };
  readonly "request.checks": null;
  readonly "request.checksAtDesk": null;
  readonly "request.phone": { readonly numbers: string };
  readonly "request.moreFiles": { readonly count: string };
  readonly "request.quoting": { readonly who: string; readonly other: string };
  readonly "request.asks": { readonly who: string };
  readonly "request.askedBefore": { readonly who: string; readonly question: Typed };
  readonly "request.onlyAComment": { readonly who: string };
  readonly "request.staysIn": { readonly place: string };
  readonly "request.crosses": { readonly from: string; readonly to: string };
  readonly "request.crossesDmz": { readonly from: string; readonly to: string };
  readonly "request.level": { readonly level: string };
  readonly "request.zone": { readonly zone: string; readonly level: string };
  readonly "request.askedEnd": { readonly when: string; readonly asked: string };
  readonly "request.more": { readonly count: string };
  readonly "request.lateClosing": { readonly who: string; readonly when: string };
  readonly "request.lateClosingBetter": { readonly when: string };
};
