/** To somebody alone, who typed something below what waits for them. */
export type TypedWords = {
  readonly "typed.isItForDraft": null;
  readonly "typed.wouldChange": { readonly draft: string };
  /** On buttons. */
  readonly "typed.changeDraft": null;
  /** Once it was taken: what is left to be said, or nothing. */
  readonly "typed.taken": { readonly draft: string };
  readonly "typed.stillNeeds": { readonly draft: string; readonly what: string };
  /** What was typed means nothing to it. */
  readonly "typed.draftWaits": null;
  readonly "typed.changedNothing": { readonly draft: string };
  readonly "typed.severalQuestions": { readonly name: string; readonly count: number };
};
