import type { Typed } from "../typed.ts";

/** Visitors from vendors: who looks after them, and what they read. */
export type VendorWords = {
  readonly "vendor.looksAfter": { readonly who: string };
  readonly "vendor.timeOver": { readonly request: string };
  readonly "vendor.cutOff": { readonly request: string; readonly who: string; readonly why: string };
  readonly "vendor.nobodyOurs": { readonly name: Typed };
  readonly "vendor.readsOwn": null;
  /** `count`: of those who are not asked. */
  readonly "vendor.agreed": {
    readonly who: string;
    readonly count: number;
    readonly key: string;
    readonly until: string;
  };
  readonly "vendor.notAgreed": { readonly key: string; readonly agreed: string; readonly when: string };
  readonly "vendor.goneAsked": { readonly agreed: string; readonly who: string };
  readonly "vendor.goneInUse": { readonly agreed: string; readonly who: string };
  /** Of what stands open by it; `when`: since. */
  readonly "vendor.gone": { readonly key: string; readonly when: string };
  readonly "vendor.goesOn": null;
  readonly "vendor.cutWith": { readonly agreed: string };
  readonly "vendor.goneForOps": { readonly agreed: string };
};
