import type { Temporal } from "temporal-polyfill";
import type { EpochMs } from "../../clock.ts";
import { zoned } from "../../plant/time/localTime.ts";
import type { Frame } from "./frame.ts";
import type { Moment } from "./moment.ts";
import { likely, type Minutes } from "./resolveHour.ts";
import { instantsOf, ownInstantsOf } from "./resolveInstant.ts";
import type { OpenBecause } from "./said.ts";

/** What a moment means: an instant, a day alone, one that must be asked for, or null for what has been. */
export type Meant =
  | { readonly type: "instant"; readonly at: EpochMs }
  | { readonly type: "day"; readonly day: Temporal.PlainDate; readonly part: boolean }
  | { readonly type: "open"; readonly because: OpenBecause }
  | null;

export const open = (because: OpenBecause): Meant => ({ type: "open", because });
export const instant = (at: EpochMs): Meant => ({ type: "instant", at });

/** Before it, the night is that of the day before. */
const EARLY_HOUR = 6;

/** The one instant; two of the hour that comes twice are asked for, unless the first has passed. */
export function single(instants: readonly EpochMs[], { now }: Frame): Meant {
  const left = instants.length > 1 ? instants.filter((at) => at >= now) : instants;
  const [only, ...others] = left;
  return only === undefined || others.length > 0 ? open("hour") : instant(only);
}

/**
 * "At 8" is the next eight o'clock, unless it would be an unlikely one: in the evening for who writes by day and could
 * mean the next morning, or at night for who writes in the afternoon.
 */
export function nextHour(minutes: readonly Minutes[], moment: Moment, frame: Frame, isEnd: boolean): Meant {
  const next = nextAt(minutes, moment, frame);
  if (next?.type !== "instant" || minutes.length < 2) return next;
  const { hour } = zoned(next.at, frame.timeZone);
  const isEvening = hour >= 19 && frame.hour < 16 && !isEnd;
  const isNight = hour <= EARLY_HOUR && frame.hour >= 12 && frame.hour < 20;
  return isEvening || isNight ? open("hour") : next;
}

/** Only an hour was said: the next one; by the plant's own clock, where that is meant. */
export function nextAt(minutes: readonly Minutes[], moment: Moment, frame: Frame): Meant {
  const own = nextBy(ownInstantsOf, [0, 1], minutes, moment, frame);
  if (own?.type === "instant") return own;
  return nextBy(instantsOf, moment.zone === undefined ? [0, 1] : [-1, 0, 1], minutes, moment, frame);
}

function nextBy(
  read: typeof instantsOf,
  inDays: readonly number[],
  minutes: readonly Minutes[],
  moment: Moment,
  frame: Frame,
): Meant {
  for (const days of inDays) {
    for (const each of minutes) {
      const instants = read(frame.today.add({ days }), each, frame.timeZone, moment.zone);
      const ahead = instants.filter((at) => isAhead(at, moment, frame));
      if (ahead.length > 0) return single(ahead, frame);
    }
  }
  return open("hour");
}

/** "08:00" said at 8 is now; "at 8" said then is not. */
function isAhead(at: EpochMs, { clock }: Moment, { now }: Frame): boolean {
  return clock?.form === "open" ? at > now : at >= now;
}

/** An hour of today that is still ahead. */
export function onToday(minutes: readonly Minutes[], moment: Moment, frame: Frame, isEnd: boolean): Meant {
  const all = minutes.flatMap((each) => hoursTonight(each, moment, frame));
  const ahead = all.filter((each) =>
    instantsOf(frame.today, each, frame.timeZone, moment.zone).some((at) => isAhead(at, moment, frame)),
  );
  if (ahead.length === 0) return isEnd || minutes.length === 0 ? open("day") : passed(minutes, moment, frame);
  const one = ahead.length < all.length && ahead.length === 1 ? (ahead[0] ?? null) : likely(ahead);
  return one === null ? open("hour") : single(instantsOf(frame.today, one, frame.timeZone, moment.zone), frame);
}

/** Nothing of today that has passed is wanted; a zone that does not hold then is asked for. */
function passed(minutes: readonly Minutes[], moment: Moment, frame: Frame): Meant {
  const isKnown = minutes.some((each) => instantsOf(frame.today, each, frame.timeZone, moment.zone).length > 0);
  return isKnown ? null : open("hour");
}

/** Whoever says "tonight at 3" before dawn means the night that is. */
function hoursTonight(minutes: Minutes, moment: Moment, { hour }: Frame): readonly Minutes[] {
  const isNight = moment.part === "night" && moment.partOfDay === true && hour < EARLY_HOUR;
  if (!isNight || minutes < 1_440 || minutes >= 1_440 + EARLY_HOUR * 60) return [minutes];
  return minutes - 1_440 >= hour * 60 ? [minutes - 1_440] : [minutes];
}
