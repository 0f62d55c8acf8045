/** What stands open in a plant now. */
export type BoardWords = {
  readonly "board.title": { readonly plant: string; readonly count: number };
  readonly "board.none": null;
  readonly "board.order": null;
  readonly "board.rest": { readonly plant: string };
  readonly "board.line": { readonly name: string; readonly until: string; readonly watch: string };
  readonly "board.does": { readonly who: string; readonly does: string };
  readonly "board.thenDoes": { readonly who: string; readonly does: string };
  readonly "board.leaves": null;
};
