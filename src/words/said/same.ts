type Waiting = { readonly key: string; readonly when: string; readonly where: string };
type Times = { readonly times: number; readonly key: string };
type Like = { readonly key: string; readonly when: string; readonly count: number; readonly fields: string };

/** What was asked for before and is the same: to whoever is about to ask, to those who decide, and to those who joined. */
export type SameWords = {
  readonly "same.heading": { readonly when: string };
  readonly "same.waiting": Waiting & { readonly who: string };
  readonly "same.yours": Waiting;
  readonly "same.told": { readonly key: string; readonly what: string };
  readonly "same.standsOpen": Times & { readonly until: string };
  readonly "same.allowed": Times & { readonly when: string };
  readonly "same.allowedUntil": Times & { readonly when: string; readonly until: string };
  readonly "same.limits": { readonly limits: string };
  readonly "same.join": { readonly key: string };
  readonly "same.like": { readonly key: string };
  readonly "same.joined": { readonly key: string };
  readonly "same.over": { readonly key: string; readonly outcome: string };
  readonly "same.filled": { readonly key: string };
  readonly "same.notSame": null;
  readonly "same.likeAllowed": Like;
  readonly "same.likeDenied": Like;
  readonly "same.likeOpen": Like;
  readonly "same.alsoWait": { readonly who: string };
  readonly "same.waitsToo": { readonly who: string };
  readonly "same.nowOpen": { readonly request: string; readonly until: string };
  readonly "same.ended": { readonly request: string; readonly outcome: string };
};
