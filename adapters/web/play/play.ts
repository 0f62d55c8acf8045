import type { LocalId } from "../localId.ts";
import type { Texts } from "../texts.ts";

/** One of the moments in which Referee shows what it is for. Needs nothing of the others: each begins its own request. */
export type Moment = {
  readonly title: Texts;
  /** One sentence: why a plant wants this. */
  readonly why: Texts;
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

/** An answer in a form, by the beginning of its question. */
export type Answer = { readonly to: Texts; readonly is: Texts };

/** The form that a button opens, and the button that sends it. */
export type Filled = { readonly answers: readonly Answer[]; readonly button: Texts };

/**
 * One thing to do, told so that a person can do it (`tell`), and with what it shows (`shows`), if with anything.
 * Buttons are found as a person finds them: by what is written on them, in whichever language, without the dots, newest card
 * first.
 */
export type Step = { readonly tell: Texts; readonly shows: Texts | null } & Doing;

type Doing =
  | ({ readonly do: "say"; readonly text: Texts } & Seat)
  /** Writes in the thread of the newest card. */
  | ({ readonly do: "reply"; readonly text: Texts } & Seat)
  | ({ readonly do: "press"; readonly button: Texts; readonly form?: Filled } & Seat)
  /** Presses a button of the card as it was before it last changed: what a screen shows that was not looked at since. */
  | ({ readonly do: "pressOld"; readonly button: Texts } & Seat)
  /** `until` winds to the next such moment, and not at all when it is one already. */
  | { readonly do: "wind"; readonly by: number | "next" | PlantMoment }
  | { readonly do: "kill" }
  | ({ readonly do: "look" } & Seat);
