import type { Typed } from "../typed.ts";

/** Why a time that was said is asked for. */
export type TimesWords = {
  readonly "times.day": { readonly said: Typed };
  readonly "times.hour": { readonly said: Typed };
  readonly "times.order": { readonly said: Typed };
  readonly "times.several": { readonly said: Typed };
  readonly "times.endPassed": null;
  readonly "times.endsFirst": null;
  readonly "times.tooLong": { readonly unit: "hours" | "days"; readonly count: number };
};
