import type { Typed } from "../typed.ts";

/** What is said of a ruling of Ops that is remembered, and of one that was taken back. */
export type RulingWords = {
  readonly "ruling.newer": null;
  readonly "ruling.remembered": {
    readonly who: string;
    readonly when: string;
    readonly things: string;
    readonly team: string;
    readonly reason: Typed;
  };
  readonly "ruling.holds": null;
  readonly "ruling.willHold": { readonly things: string };
  readonly "ruling.undoIntro": { readonly things: string };
  readonly "ruling.undone": {
    readonly who: string;
    readonly things: string;
    readonly team: string;
    readonly reason: Typed;
  };
  readonly "ruling.fileCounts": null;
  readonly "ruling.youDecided": null;
};
