/** Why a time that was said is asked for. */
export type TimesWords = {
  readonly "times.day": { readonly said: string };
  readonly "times.hour": { readonly said: string };
  readonly "times.order": { readonly said: string };
  readonly "times.several": { readonly said: string };
  readonly "times.endPassed": null;
  readonly "times.endsFirst": null;
  readonly "times.tooLong": { readonly unit: "hours" | "days"; readonly count: number };
};
