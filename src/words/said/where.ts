/** Where an open request stands and with whom, in one line. */
export type WhereWords = {
  readonly "where.openUntil": { readonly when: string };
  readonly "where.onItsWay": null;
  readonly "where.with": { readonly who: string };
  readonly "where.withDue": { readonly who: string; readonly when: string };
  readonly "where.withOverdue": { readonly who: string; readonly when: string };
  readonly "where.waitsFor": { readonly who: string };
  readonly "where.held": { readonly who: string; readonly when: string };
  readonly "where.disputed": null;
};
