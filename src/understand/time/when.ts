import { Temporal } from "temporal-polyfill";
import { type EpochMs, later } from "../../clock.ts";
import { instantOn } from "../../plant/time/localTime.ts";
import type { Reader } from "../../words/reader.ts";
import { say } from "../../words/say.ts";
import { typed } from "../../words/typed.ts";
import type { FieldMeaning } from "../../workflow/fieldMeaning.ts";
import { fold } from "../text/fold.ts";
import { findTimes } from "./findTimes.ts";
import { instantIn, type SaidTime, type SaidTimes, type TimeContext } from "./said.ts";

/** "Until Friday" ends when a day's work ends, so that somebody is there to close what was opened. */
export const END_OF_WORKDAY = "18:00";

/**
 * The one instant that an answer such as "Fri 18:00", "in 2 h" or "until tomorrow noon" means; null if none is clear, and
 * `whyOpen` says why. A stretch is read as its end.
 */
export function readWhen(raw: string, context: TimeContext): EpochMs | null {
  const times = timesIn(raw, context);
  const said = times.until ?? times.from ?? times.at;
  if (said === null) return times.durationMs === null ? null : later(context.now, times.durationMs);
  return endOf(said, context);
}

/** Why an answer names no one instant, in few words: "“12/11”: which day is meant?". Null when it names none at all. */
export function whyOpen(raw: string, context: TimeContext): string | null {
  const times = timesIn(raw, context);
  const said = times.until ?? times.from ?? times.at;
  return said === null ? null : sayOpen(said, context.plant);
}

/** Why a text does not tell the time that a field asks for, though it speaks of it; null where it says none. */
export function whyAsked(meaning: FieldMeaning | null, text: string, context: TimeContext): string | null {
  return sayOpen(timeFor(meaning, findTimes(fold(text), context)), context.plant);
}

function timesIn(raw: string, context: TimeContext): SaidTimes {
  return findTimes(fold(raw).trim(), { ...context, isAnswer: true });
}

/**
 * A time as the end of something: a day alone ends with its work. Null for what must be asked for: "until tomorrow
 * morning", and a day whose work is over.
 */
export function endOf(time: SaidTime | null, { plant, now }: TimeContext): EpochMs | null {
  if (time?.type !== "day" || time.part) return instantIn(time);
  const end = instantOn(Temporal.PlainDate.from(time.day), END_OF_WORKDAY, plant.timeZone);
  return end > now ? end : null;
}

/** The time that a field asks for, by what the field means; null where the text says none. */
export function timeFor(meaning: FieldMeaning | null, { at, from, until }: SaidTimes): SaidTime | null {
  if (meaning === "begin") return from ?? at;
  return meaning === "end" ? until : null;
}

/** What is asked of a time that is open; null for one that is not. */
export function sayOpen(time: SaidTime | null, reader: Reader): string | null {
  return time?.type === "open" ? say(reader, `times.${time.because}`, { said: typed(time.said) }) : null;
}
