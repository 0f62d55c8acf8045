/** Freezes, as cards tell of them. */
export type FreezeWords = {
  readonly "freeze.meets": { readonly when: string };
  readonly "freeze.overBefore": { readonly name: string; readonly when: string };
  readonly "freeze.after": { readonly name: string; readonly when: string };
  readonly "freeze.notBefore": { readonly name: string; readonly when: string };
  readonly "freeze.notThen": { readonly name: string; readonly when: string };
  readonly "freeze.allTheSame": { readonly name: string; readonly when: string };
};
