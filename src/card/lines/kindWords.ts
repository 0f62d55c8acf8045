import type { Step, StepKind } from "../../workflow/requestType.ts";

/** Said as it is. */
type Plain =
  | "notice.approve"
  | "notice.do"
  | "notice.confirm"
  | "notice.review"
  | "notice.yourTurn"
  | "notice.doesItWork"
  | "notice.helpNow";

/** What is said to people of a kind of step; what a step itself does stands in its request type. */
export type KindWords = {
  /** A notification to whoever has it. */
  readonly asks: Plain;
  /** The same to whoever asked for the request, when it is theirs. */
  readonly asksRequester: Plain;
  /** A notification to whoever has it while a line stands; null where it says what the step does. */
  readonly asksInAlarm: Plain | null;
  /** What comes at the end of its time to answer. */
  readonly ends: "next.opsHears" | "next.notConfirmed";
};

const WORDS: Readonly<Record<StepKind, KindWords>> = {
  approve: {
    asks: "notice.approve",
    asksRequester: "notice.yourTurn",
    asksInAlarm: null,
    ends: "next.opsHears",
  },
  do: {
    asks: "notice.do",
    asksRequester: "notice.yourTurn",
    asksInAlarm: "notice.helpNow",
    ends: "next.opsHears",
  },
  review: {
    asks: "notice.review",
    asksRequester: "notice.yourTurn",
    asksInAlarm: null,
    ends: "next.opsHears",
  },
  confirm: {
    asks: "notice.confirm",
    asksRequester: "notice.doesItWork",
    asksInAlarm: null,
    ends: "next.notConfirmed",
  },
};

export function wordsOf({ kind }: Pick<Step, "kind">): KindWords {
  return WORDS[kind];
}
