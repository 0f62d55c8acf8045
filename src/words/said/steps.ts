import type { Typed } from "../typed.ts";

/** A step as a line: who has it, since when, until when, and how it was answered. */
export type StepsWords = {
  readonly "steps.held": { readonly when: string; readonly why: string };
  readonly "steps.disputed": { readonly when: string; readonly why: string };
  readonly "steps.stopped": { readonly when: string; readonly why: string };
  readonly "steps.asked": { readonly who: string; readonly when: string };
  readonly "steps.moved": { readonly count: number; readonly why: string };
  readonly "steps.has": { readonly who: string; readonly when: string };
  readonly "steps.nobody": null;
  readonly "steps.nobodyAsked": { readonly who: string; readonly count: number; readonly when: string };
  readonly "steps.toTake": { readonly who: string; readonly count: number };
  readonly "steps.opsKnows": { readonly when: string };
  readonly "steps.overdue": { readonly when: string };
  readonly "steps.due": { readonly when: string };
  readonly "steps.approved": { readonly who: string; readonly when: string };
  readonly "steps.approvedWithLimits": { readonly who: string; readonly when: string };
  readonly "steps.saidNo": { readonly who: string; readonly when: string };
  readonly "steps.did": { readonly who: string; readonly what: string; readonly when: string };
  readonly "steps.didProof": {
    readonly who: string;
    readonly what: string;
    readonly when: string;
    readonly proof: string;
  };
  readonly "steps.onSite": { readonly who: Typed };
  readonly "steps.rolledBack": { readonly who: string; readonly when: string; readonly what: Typed };
  readonly "steps.failed": { readonly who: string; readonly when: string; readonly what: Typed };
  readonly "steps.doesNotWork": { readonly who: string; readonly when: string; readonly what: Typed };
  readonly "steps.notConfirmed": { readonly when: string };
  readonly "steps.notAnyMore": { readonly when: string };
  readonly "steps.together": { readonly who: string; readonly when: string };
  readonly "steps.mayBeTouched": null;
};
