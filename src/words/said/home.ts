import type { Typed } from "../typed.ts";

/** Somebody's own page: what waits for them, and what they asked for. */
export type HomeWords = {
  readonly "home.title": null;
  readonly "home.waiting": null;
  readonly "home.waitingNone": null;
  readonly "home.mine": null;
  readonly "home.mineNone": null;
  readonly "home.granted": null;
  readonly "home.grantedNone": null;
  readonly "home.grantedAll": null;
  readonly "home.grantedAllNone": null;
  readonly "home.oneByOne": null;
  readonly "home.ask": null;
  readonly "home.asOf": { readonly when: string };
  readonly "home.stranger": null;
  readonly "home.old": null;
  readonly "home.askTitle": null;
  readonly "home.askIntro": null;
  readonly "home.askLabel": null;
  readonly "home.askHint": null;
  readonly "home.askMissing": null;
  readonly "home.turnNobody": null;
  readonly "home.turnWorks": null;
  readonly "home.dueAt": { readonly what: string; readonly when: string };
  readonly "home.overdueSince": { readonly what: string; readonly when: string };
  readonly "home.turnFor": { readonly party: string };
  readonly "home.turnBy": { readonly turn: string; readonly who: string; readonly text: Typed };
  readonly "home.notSent": { readonly text: Typed };
  readonly "home.grantedFor": {
    readonly name: string;
    readonly until: string;
    readonly who: string;
    readonly watch: string;
  };
  readonly "home.watches": null;
};
