import type { Typed } from "../typed.ts";

/** Messages of their own beside a card. */
export type PingsWords = {
  readonly "pings.answered": { readonly who: string };
  readonly "pings.works": { readonly who: string };
  readonly "pings.doesNotWork": { readonly who: string };
  readonly "pings.notNeeded": null;
  readonly "pings.sentAs": { readonly key: string };
  readonly "pings.nobodyCalled": null;
  readonly "pings.answeredTitle": null;
  readonly "pings.notes": { readonly count: string; readonly key: string };
  readonly "pings.notesFrom": { readonly count: string; readonly key: string; readonly who: string };
  readonly "pings.asks": { readonly who: string; readonly text: Typed };
  readonly "pings.noted": { readonly who: string; readonly text: Typed };
  readonly "pings.sentFiles": { readonly count: number };
  readonly "pings.whoSentFiles": { readonly who: string; readonly count: number };
  readonly "pings.endOf": { readonly name: string; readonly closing: string };
  readonly "pings.closes": { readonly who: string; readonly does: string };
};
