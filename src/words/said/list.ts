/** Lists of names, and stretches of time. */
export type ListWords = {
  readonly "list.nobody": null;
  readonly "list.period": { readonly from: string; readonly to: string };
};
