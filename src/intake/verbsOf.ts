import type { Verb } from "../card/action.ts";
import type { Meaning } from "../understand/thread/meaning.ts";
import type { PlainKey } from "../words/catalogue.ts";
import type { Step } from "../workflow/requestType.ts";

/** A button that does what words mean. */
export type VerbOf = {
  readonly verb: Verb;
  /** Of a step of this kind only. */
  readonly kind?: Step["kind"];
  /** Only where something stands and help was called. */
  readonly calls?: boolean;
  /** What its button is called in answer to these words. Default: as it is on the card. */
  readonly label?: PlainKey;
  /** Only where the words name a fact that is another one now. */
  readonly needsFacts?: boolean;
  /** Only where the words name somebody, or a team. */
  readonly names?: "person" | "team";
};

/** For each meaning the buttons that do it, the likeliest first: the first that is the speaker's to press is offered. */
export const VERBS_OF: Readonly<Record<Meaning, readonly VerbOf[]>> = {
  // "ok" is a yes to what one is asked: to allow it, or whether it works.
  approve: [{ verb: "both" }, { verb: "approve", kind: "approve" }, { verb: "confirm", kind: "confirm" }],
  deny: [{ verb: "deny" }, { verb: "notFixed" }],
  // Of what is nobody's Ops say whose it is.
  notMine: [{ verb: "notMine" }, { verb: "rule", names: "team" }],
  take: [{ verb: "take" }],
  // Whoever was asked for a yes and writes "done" takes theirs for given.
  done: [{ verb: "done" }, { verb: "confirm" }, { verb: "approve", kind: "approve" }],
  rolledBack: [{ verb: "rolledBack" }],
  failed: [{ verb: "failed" }, { verb: "notFixed" }],
  works: [{ verb: "both", kind: "confirm" }, { verb: "confirm" }, { verb: "done" }],
  doesNotWork: [{ verb: "notFixed" }, { verb: "failed" }],
  runningAgain: [
    { verb: "confirm", calls: true },
    { verb: "done", calls: true },
    { verb: "withdraw", calls: true, label: "talk.runsAgain" },
    { verb: "confirm" },
  ],
  reviewed: [{ verb: "done", kind: "review" }],
  // "I accept the risk" is a yes of whoever is asked for one.
  takeRisk: [{ verb: "takeRisk" }],
  // What Ops decided is on whose something is. What is open by now is cut off instead.
  takeBack: [{ verb: "takeBack" }, { verb: "unrule" }, { verb: "cutOff" }],
  liftRuling: [{ verb: "unrule" }],
  handOver: [
    { verb: "handOver", names: "person" },
    { verb: "notMine", names: "team" },
    { verb: "rule", names: "team" },
  ],
  nudge: [{ verb: "nudge" }],
  goOn: [{ verb: "setFreezeAside" }],
  appeal: [{ verb: "appeal" }],
  withdraw: [{ verb: "withdraw" }, { verb: "takeBack" }, { verb: "cutOff" }, { verb: "close" }],
  extend: [{ verb: "extend" }, { verb: "change", needsFacts: true }, { verb: "change" }, { verb: "appeal" }],
  // What is open already has only its end to be changed.
  change: [
    { verb: "change", needsFacts: true },
    { verb: "extend", needsFacts: true },
    // Once it was denied, what is another fact is asked about once more.
    { verb: "appeal", needsFacts: true },
  ],
  cutOff: [{ verb: "cutOff" }, { verb: "withdraw" }, { verb: "close" }],
  ask: [{ verb: "ask" }],
  whoHasIt: [],
  status: [],
  whyDenied: [],
};
