/** What happens next by itself. */
export type NextWords = {
  readonly "next.line": { readonly what: string };
  readonly "next.at": { readonly what: string; readonly when: string };
  readonly "next.asked": { readonly who: string; readonly count: number };
  readonly "next.over": null;
  readonly "next.goesOn": { readonly who: string };
  readonly "next.reminder": { readonly who: string };
  readonly "next.managerTold": null;
  readonly "next.opsHears": null;
  readonly "next.notConfirmed": null;
};
