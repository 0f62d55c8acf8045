/** What a digest says beside its sections: what came of it since, and as it was said the day before. */
export type DigestLaterWords = {
  readonly "digestLater.nudged": { readonly when: string };
  readonly "digestLater.asSaid": null;
  /** `teams`: of whom nothing stood in yesterday's digest. */
  readonly "digestLater.nothingThen": { readonly teams: string };
  readonly "digestLater.asNow": null;
};
