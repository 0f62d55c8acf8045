import type { Typed } from "../typed.ts";

/** To somebody alone, who typed something below what waits for them. */
export type TypedWords = {
  readonly "typed.isItForDraft": null;
  readonly "typed.wouldChange": { readonly draft: Typed };
  /** On buttons. */
  readonly "typed.changeDraft": null;
  /** Once it was taken: what is left to be said, or nothing. */
  readonly "typed.taken": { readonly draft: Typed };
  readonly "typed.stillNeeds": { readonly draft: Typed; readonly what: string };
  /** What was typed means nothing to it. */
  readonly "typed.draftWaits": null;
  readonly "typed.changedNothing": { readonly draft: Typed };
  readonly "typed.severalQuestions": { readonly name: string; readonly count: number };
};
