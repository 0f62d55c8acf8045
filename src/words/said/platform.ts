/** What platforms have Referee say beside what a card or an answer says: frames, buttons of their own, and what failed. */
export type PlatformWords = {
  readonly "platform.details": null;
  readonly "platform.close": null;
  readonly "platform.cancel": null;
  readonly "platform.thread": null;
  readonly "platform.whatCanIDo": null;
  readonly "platform.leftOut": { readonly count: string };
  readonly "platform.andMore": { readonly count: string };
  readonly "platform.formFailed": null;
  readonly "platform.noFormHere": null;
  readonly "platform.detailsFailed": null;
  readonly "platform.searchList": null;
  readonly "platform.day": null;
  readonly "platform.time": null;
  readonly "platform.needed": null;
  readonly "platform.oldClient": null;
  readonly "platform.recorded": null;
  readonly "platform.recordedHere": null;
  readonly "platform.notRecorded": null;
  readonly "platform.noAccount": null;
  readonly "platform.upToDate": null;
  readonly "platform.notShown": null;
  readonly "platform.answeredThere": null;
  readonly "platform.welcome": null;
};
