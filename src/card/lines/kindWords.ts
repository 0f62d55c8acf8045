import type { Step, StepKind } from "../../workflow/requestType.ts";

/** What is said to people of a kind of step; what a step itself does stands in its request type. */
export type KindWords = {
  /** A notification to whoever has it; "by 14:00" may follow. */
  readonly asks: string;
  /** The same to whoever asked for the request, when it is theirs. */
  readonly asksRequester: string;
  /** A notification to whoever has it while a line stands; null where it says what the step does. */
  readonly asksInAlarm: string | null;
  /** What comes at the end of its time to answer. */
  readonly ends: string;
};

const WORDS: Readonly<Record<StepKind, KindWords>> = {
  approve: {
    asks: "Please answer",
    asksRequester: "It is your turn.",
    asksInAlarm: null,
    ends: "Ops hears of it",
  },
  do: {
    asks: "Please carry out",
    asksRequester: "It is your turn.",
    asksInAlarm: "Help is needed now",
    ends: "Ops hears of it",
  },
  confirm: {
    asks: "Please confirm",
    asksRequester: "Does it work?",
    asksInAlarm: null,
    ends: "it counts as not confirmed",
  },
};

export function wordsOf({ kind }: Pick<Step, "kind">): KindWords {
  return WORDS[kind];
}
