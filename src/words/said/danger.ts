/** What is said to whoever wants a guard or an interlock out of the way. */
export type DangerWords = {
  readonly "danger.guardStays": null;
  readonly "danger.noBypass": null;
  /** The same where no button stands beside it. */
  readonly "danger.noBypassTalk": null;
  /** Who of Safety can be reached; `phones` is empty or `name number · name number`. */
  readonly "danger.safetyNow": { readonly who: string };
  readonly "danger.phones": { readonly phones: string };
  readonly "danger.callSafety": null;
};
