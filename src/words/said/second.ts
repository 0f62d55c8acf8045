/** What a second reader proposed, told from what Referee read. */
export type SecondWords = {
  readonly "second.filled": { readonly reader: string; readonly fields: string };
  readonly "second.choice": { readonly type: string };
};
