/** What else is planned at the same time on the same machine or line. */
export type OverlapWords = {
  readonly "overlap.title": null;
  /** `when`: the time that both have in common; `where`: whose turn it is there. */
  readonly "overlap.item": { readonly request: string; readonly when: string; readonly where: string };
};
