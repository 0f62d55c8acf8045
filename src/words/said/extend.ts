import type { Typed } from "../typed.ts";

/** What is said of a later end of what is open. */
export type ExtendWords = {
  readonly "extend.form": null;
  readonly "extend.formUntil": { readonly when: string };
  readonly "extend.submit": null;
  readonly "extend.whatFor": null;
  readonly "extend.later": null;
  /** Of a limit of a later end. */
  readonly "extend.limitAfter": { readonly when: string };
  readonly "extend.most": { readonly when: string };
  readonly "extend.already": { readonly key: string };
  readonly "extend.cannot": { readonly key: string };
  readonly "extend.asked": {
    readonly until: string;
    readonly before: string;
    readonly who: string;
    readonly reason: Typed;
  };
  readonly "extend.closedLate": { readonly who: string; readonly when: string };
  readonly "extend.stillNeeded": { readonly name: string; readonly when: string };
  readonly "extend.elseItEnds": null;
  readonly "extend.over": { readonly name: string; readonly when: string };
  readonly "extend.granted": { readonly name: string; readonly when: string };
  readonly "extend.refused": {
    readonly name: string;
    readonly when: string;
    readonly end: string;
    readonly who: string;
    readonly reason: string;
  };
};
