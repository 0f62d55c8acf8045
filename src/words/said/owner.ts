import type { Typed } from "../typed.ts";

/** What whoever has a step hears beside their card. */
export type OwnerWords = {
  readonly "owner.cutOffSecurity": { readonly name: string; readonly who: string };
  readonly "owner.attack": { readonly name: string };
  readonly "owner.over": { readonly name: string; readonly outcome: string };
  readonly "owner.deadline": { readonly name: string; readonly deadline: string };
  readonly "owner.deadlineYou": { readonly name: string; readonly deadline: string };
  readonly "owner.mended": { readonly who: string; readonly name: string };
  readonly "owner.mendedWhat": { readonly who: string; readonly name: string; readonly what: Typed };
  readonly "owner.runsAgain": { readonly name: string };
  readonly "owner.howGoes": { readonly name: string };
  readonly "owner.howGoesSince": { readonly name: string; readonly when: string };
  readonly "owner.due": { readonly when: string };
  readonly "owner.withYou": { readonly name: string; readonly due: string };
  /** `what`: in the words of whoever does not see it work. */
  readonly "owner.notWorking": {
    readonly name: string;
    readonly due: string;
    readonly who: string;
    readonly what: Typed;
  };
  readonly "owner.othersLook": {
    readonly name: string;
    readonly who: string;
    readonly what: Typed;
    readonly whose: string;
  };
  readonly "owner.notDone": { readonly name: string; readonly outcome: string };
  readonly "owner.reminder": { readonly name: string; readonly due: string };
  readonly "owner.nudged": { readonly name: string; readonly due: string };
  readonly "owner.handed": { readonly who: string; readonly name: string; readonly due: string };
  readonly "owner.overdue": { readonly name: string };
  readonly "owner.yourStep": { readonly does: string; readonly what: string };
  readonly "owner.asking": { readonly asks: string; readonly what: string };
  readonly "owner.whyYou": { readonly why: string };
  readonly "owner.released": {
    readonly name: string;
    readonly due: string;
    readonly who: string;
    readonly why: string;
  };
  readonly "owner.nobodyAnswered": { readonly name: string; readonly does: string; readonly due: string };
  readonly "owner.nobodyTook": { readonly owner: string; readonly name: string; readonly due: string };
  readonly "owner.saidLast": { readonly text: Typed; readonly who: string; readonly when: string };
  readonly "owner.had": { readonly line: string; readonly who: string };
  readonly "owner.again": { readonly name: string; readonly due: string };
  readonly "owner.questionAnswered": { readonly who: string; readonly answer: Typed };
};
