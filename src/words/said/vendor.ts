/** Visitors from vendors: who looks after them, and what they read. */
export type VendorWords = {
  readonly "vendor.looksAfter": { readonly who: string };
  readonly "vendor.timeOver": { readonly request: string };
  readonly "vendor.cutOff": { readonly request: string; readonly who: string; readonly why: string };
  readonly "vendor.nobodyOurs": { readonly name: string };
  readonly "vendor.readsOwn": null;
};
