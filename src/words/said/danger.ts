/** What is said to whoever wants a guard or an interlock out of the way. */
export type DangerWords = {
  readonly "danger.guardStays": null;
  readonly "danger.noBypass": null;
  /** Who of Safety can be reached. */
  readonly "danger.safetyNow": { readonly who: string };
  readonly "danger.callSafety": null;
};
