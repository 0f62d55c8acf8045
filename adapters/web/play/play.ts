import type { LocalId } from "../localId.ts";

/** One of the moments in which Referee shows what it is for. Needs nothing of the others: each begins its own request. */
export type Moment = {
  readonly title: string;
  /** One sentence: why a plant wants this. */
  readonly why: string;
  readonly steps: readonly Step[];
};

/** Who acts, and where: in a channel, or by their own account in their direct message with Referee. */
export type Seat = { readonly as: LocalId; readonly in: LocalId };

/** A time of day on certain weekdays (ISO, 1 is Monday), in the plant's own zone. */
export type PlantMoment = {
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly to: string;
  /** Only on a day like others: no holiday, and nothing frozen for days. */
  readonly ordinary?: true;
};

/** The form that a button opens: answers by the beginning of their question, and the button that sends it. */
export type Filled = { readonly values: Readonly<Record<string, string>>; readonly button: string };

/**
 * One thing to do, told so that a person can do it (`tell`), and with what it shows (`shows`).
 * Buttons are found as a person finds them: by what is written on them, without the dots, newest card first.
 */
export type Step = { readonly tell: string; readonly shows: string } & Doing;

type Doing =
  | ({ readonly do: "say"; readonly text: string } & Seat)
  /** Writes in the thread of the newest card. */
  | ({ readonly do: "reply"; readonly text: string } & Seat)
  | ({ readonly do: "press"; readonly button: string; readonly form?: Filled } & Seat)
  /** Presses a button of the card as it was before it last changed: what a screen shows that was not looked at since. */
  | ({ readonly do: "pressOld"; readonly button: string } & Seat)
  /** `until` winds to the next such moment, and not at all when it is one already. */
  | { readonly do: "wind"; readonly by: number | "next" | PlantMoment }
  | { readonly do: "kill" }
  | ({ readonly do: "look" } & Seat);
