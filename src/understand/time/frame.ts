import type { Temporal } from "temporal-polyfill";
import { type EpochMs, later, MINUTE_MS } from "../../clock.ts";
import { zoned } from "../../plant/time/localTime.ts";
import type { Language } from "../../words/reader.ts";
import type { TimeContext } from "./said.ts";

/** Where and when a text is read. */
export type Frame = {
  readonly context: TimeContext;
  readonly timeZone: string;
  readonly language: Language;
  /** The beginning of the minute in which the text was written: "08:00" said at 08:00:30 is now. */
  readonly now: EpochMs;
  readonly today: Temporal.PlainDate;
  /** Hour of the day now. */
  readonly hour: number;
};

export function frameOf(context: TimeContext): Frame {
  const { timeZone, language } = context.plant;
  const local = zoned(context.now, timeZone);
  return {
    context,
    timeZone,
    language: language ?? "en",
    now: later(context.now, -(context.now % MINUTE_MS)),
    today: local.toPlainDate(),
    hour: local.hour,
  };
}
