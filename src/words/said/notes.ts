import type { Typed } from "../typed.ts";

/** What Referee writes below a request by itself, and why somebody has it now. */
export type NotesWords = {
  readonly "notes.goesOn": { readonly reason: string };
  readonly "notes.notWorking": { readonly reason: string };
  readonly "notes.wantsBack": { readonly reason: string };
  readonly "notes.wantsRiskBack": { readonly reason: string };
  readonly "notes.tookApproval": { readonly reason: string };
  readonly "notes.tookNo": { readonly reason: string };
  readonly "notes.tookRisk": { readonly reason: string };
  readonly "notes.tookLaterApproval": { readonly reason: string };
  readonly "notes.tookLaterNo": { readonly reason: string };
  readonly "notes.closedByOps": null;
  readonly "notes.closedByOpsBecause": { readonly reason: Typed };
  readonly "notes.withdrawn": null;
  readonly "notes.withdrawnBecause": { readonly reason: Typed };
  readonly "notes.gaveUp": { readonly who: string };
  /** In records of releases that put the words into it. */
  readonly "notes.couldNotMend": { readonly who: string; readonly what: Typed };
  readonly "notes.closedFirst": { readonly why: string };
  readonly "notes.notClosedYet": { readonly evidence: Typed };
  readonly "notes.safetySince": { readonly name: string };
  readonly "notes.safetyBegun": { readonly name: string };
  readonly "notes.safetyOpen": { readonly name: string };
  readonly "notes.hadAsked": { readonly who: string; readonly text: Typed };
  readonly "notes.duringFreeze": { readonly name: string };
  readonly "notes.changed": { readonly who: string; readonly changes: string };
  readonly "notes.change": { readonly label: string; readonly now: string; readonly was: string };
  readonly "notes.leftOpen": null;
  readonly "notes.offShift": { readonly when: string };
  readonly "notes.opsRuled": { readonly reason: Typed };
  readonly "notes.opsAsked": null;
  readonly "notes.handedOver": null;
};
