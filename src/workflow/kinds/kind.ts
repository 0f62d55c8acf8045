import type { Step } from "../requestType.ts";

/** A fact of a step that only some kinds have a use for. */
export type OwnKey = "checks" | "checkedAt" | "evidence" | "window" | "looksAt" | "together" | "settles";

/**
 * What a kind of step means, from the file that names it to its verdict. No file outside this folder compares a kind: the
 * rules ask for what is true of it. What it says to people is in `card/lines/kindWords.ts`.
 */
export type Kind = {
  /** How it is answered: the commands that end it. */
  readonly answeredBy: readonly ("approve" | "deny" | "finish" | "confirm")[];
  /**
   * A yes or no on what is asked for. Two that open together are two people's, changed facts have it asked anew, work that
   * does not help leaves it as it is, and it stands among what somebody must decide.
   */
  readonly decides: boolean;
  /** Something is changed in the plant: it waits for freezes, opens what is granted, and is done again if it did not help. */
  readonly carriesOut: boolean;
  /** Whether it may also have been rolled back, or failed. */
  readonly canFail: boolean;
  /**
   * The part of whoever asked. `noVoice`: they, and whoever may be them, neither have it nor answer it. `notAsked`: they
   * are not called for it. `first`: they are asked first, and answer what is theirs from whatever account.
   */
  readonly requester: "noVoice" | "notAsked" | "first";
  /** Whether Ops, once rung for it, may have it. If not, escalation adds watchers, never voters. */
  readonly fallsToOps: boolean;
  /** What comes of the end of its time to answer. `opsHear`: it stays with whoever has it. `notConfirmed`: it counts as that. */
  readonly silence: "opsHear" | "notConfirmed";
  /** Since when whoever has what cannot wait is asked how it goes. */
  readonly asksSince: "taken" | "mended";
  /** Whether it can be made to supply a fact: it is not answered without. */
  readonly canOweFacts: boolean;
  /** What a file may say of it beyond what every step has. */
  readonly uses: readonly OwnKey[];
};

/** Whether a step says something of which only some kinds have a use. */
export const SAYS: Readonly<Record<OwnKey, (step: Step) => boolean>> = {
  checks: ({ checks }) => checks.length > 0,
  checkedAt: ({ checkedAt }) => checkedAt !== "site",
  evidence: ({ evidence }) => evidence !== null,
  window: ({ window }) => window !== null,
  looksAt: ({ looksAt }) => looksAt.length > 0,
  together: ({ together }) => together.length > 0,
  settles: ({ settles }) => settles.length > 0,
};
