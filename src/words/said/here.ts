/** What to do to answer in words: true of the place it is said in. */
export type HereWords = {
  readonly "here.inThread": null;
  readonly "here.inThreadByName": null;
  readonly "here.next": null;
  readonly "here.nextByName": null;
};
