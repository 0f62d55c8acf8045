/** What is asked and answered about who is there. */
export type PresenceWords = {
  /** `first`: a first name that several people have; `choice`: their whole names. */
  readonly "presence.which": { readonly first: string; readonly choice: string };
};
