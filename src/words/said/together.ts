/** Equal approvals that are given with one press. */
export type TogetherWords = {
  readonly "together.alike": { readonly what: string };
  readonly "together.look": null;
  readonly "together.title": { readonly count: number; readonly what: string };
  readonly "together.what": { readonly name: string; readonly about: string };
  readonly "together.intro": null;
  readonly "together.differ": null;
  readonly "together.item": { readonly name: string; readonly who: string; readonly facts: string };
  readonly "together.same": { readonly name: string; readonly who: string };
  readonly "together.fact": { readonly label: string; readonly value: string };
  readonly "together.leftOpen": null;
  readonly "together.limits": { readonly what: string };
  readonly "together.approve": { readonly count: number };
  readonly "together.done": { readonly keys: string };
  readonly "together.notDone": { readonly key: string; readonly why: string };
  readonly "together.changed": null;
  readonly "together.none": null;
  readonly "together.sameInAll": { readonly facts: string };
  readonly "together.leftOut": { readonly count: number };
};
