import type { Typed } from "../typed.ts";

/** What is said where the risk owner takes the risk of what was denied. */
export type RiskWords = {
  readonly "risk.safety": null;
  readonly "risk.noVeto": null;
  readonly "risk.nobody": { readonly plant: string };
  readonly "risk.onlyOwner": { readonly who: string; readonly count: number };
  readonly "risk.ownNo": null;
  readonly "risk.saidNo": null;
  readonly "risk.answered": null;
  readonly "risk.tooLate": { readonly key: string };
  readonly "risk.intro": { readonly party: string; readonly reason: Typed };
  readonly "risk.ifTaken": null;
  readonly "risk.whyTake": null;
  readonly "risk.taken": {
    readonly who: string;
    readonly when: string;
    readonly reason: Typed;
    readonly denier: string;
    readonly denied: Typed;
  };
  readonly "risk.step": { readonly who: string; readonly when: string; readonly denier: string };
  /** The same, once whoever took it wants that back. */
  readonly "risk.halted": {
    readonly who: string;
    readonly taken: string;
    readonly when: string;
    readonly reason: Typed;
  };
  /** Above the form of whoever takes it back. */
  readonly "risk.backIntro": null;
  readonly "risk.tookBack": { readonly who: string; readonly name: string; readonly reason: Typed };
  readonly "risk.told": { readonly who: string; readonly name: string; readonly reason: Typed };
  readonly "risk.mayTake": { readonly who: string; readonly count: number };
  readonly "risk.deniedAgain": { readonly name: string };
};
