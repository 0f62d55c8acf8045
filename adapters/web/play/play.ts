/** One of the moments in which Referee shows what it is for. Needs nothing of the others: each begins its own request. */
export type Moment = {
  readonly title: string;
  /** One sentence: why a plant wants this. */
  readonly why: string;
  readonly steps: readonly Step[];
};

/** Where somebody acts: their direct message with Referee, or a channel by its id. */
type Seat = { readonly as: string; readonly in: "direct" | (string & {}) };

/**
 * One thing to do, told so that a person can do it (`tell`), and with what to look at afterwards (`then`).
 * Buttons and inputs are found as a person finds them: by the beginning of what is written on them, newest card first.
 */
export type Step = { readonly tell: string; readonly then: string } & (
  | ({ readonly do: "say"; readonly text: string; readonly reply?: true } & Seat)
  | ({ readonly do: "press"; readonly button: string } & Seat)
  | { readonly do: "fill"; readonly values: Readonly<Record<string, string>>; readonly button: string }
  | { readonly do: "wind"; readonly by: number | "next" }
  | { readonly do: "kill" }
  | ({ readonly do: "look" } & Seat)
);
