import { later } from "../../clock.ts";
import type { Frame } from "./frame.ts";
import { hasDay, isManyDays, type Moment } from "./moment.ts";
import { dayOf, type WhichDay } from "./resolveDay.ts";
import { likely, minutesOf } from "./resolveHour.ts";
import { instantsOf } from "./resolveInstant.ts";
import { instant, type Meant, nextHour, onToday, open, single } from "./resolveNext.ts";
import { atShift } from "./resolveShift.ts";

/** A moment by itself. @param isEnd an end that has passed is asked for; a beginning that has passed is a mention */
export function resolveMoment(said: Moment, frame: Frame, isEnd: boolean): Meant {
  const moment = settle(said, frame);
  if (moment.vague !== undefined) return open(moment.vague);
  if (moment.inMs !== undefined) return hasDay(moment) ? open("hour") : instant(later(frame.now, moment.inMs));
  const day = dayMeant(moment, frame);
  if (day.type === "open") return day;
  if (day.type === "past") return isEnd ? open("day") : null;
  if (moment.shift !== undefined) return atShift(moment, day, frame, isEnd);
  if (moment.clock === undefined) return dayAlone(moment, day, frame, isEnd);
  return atClock(moment, moment.clock, day, frame, isEnd);
}

/**
 * "Friday 18:00" said on a Friday is the next such time, today or in a week, as cards show it. Without an hour nobody can
 * know.
 */
export function dayMeant(moment: Moment, frame: Frame): WhichDay {
  const day = dayOf(moment, frame.today, frame.today);
  if (day.type !== "todayOrNext") return day;
  if (moment.clock === undefined) return { type: "open", because: "day" };
  const minutes = minutesOf(moment.clock, moment, frame.language);
  const isAhead = minutes.some((each) =>
    instantsOf(day.day, each, frame.timeZone, moment.zone).some((at) => at >= frame.now),
  );
  return { type: "day", day: isAhead || minutes.length === 0 ? day.day : day.day.add({ days: 7 }) };
}

/**
 * A number beside a day is a date or an hour: "friday 4th 17:00" and "friday 4 17:00" are dates, "tomorrow 5" is an
 * hour, and "friday 4" is open where the 4th is a Friday.
 */
export function settle(moment: Moment, { today }: Frame): Moment {
  const { loose, ...rest } = moment;
  if (loose === undefined) return moment;
  if (rest.clock !== undefined)
    return rest.dayOfMonth === undefined ? { ...rest, dayOfMonth: loose } : { ...rest, vague: "day" };
  const isDate =
    rest.weekday !== undefined && loose >= 1 && dayOf({ ...rest, dayOfMonth: loose }, today, today).type === "day";
  const isHour = loose <= 24;
  if (isDate && isHour && rest.part === undefined) return { ...rest, vague: "hour" };
  if (isHour)
    return { ...rest, clock: { hour: loose, minute: 0, form: loose > 12 || loose === 0 ? "written" : "open" } };
  return rest.weekday === undefined ? { ...rest, vague: "day" } : { ...rest, dayOfMonth: loose };
}

function dayAlone(moment: Moment, day: WhichDay, { today }: Frame, isEnd: boolean): Meant {
  const { part, weeks } = moment;
  if (day.type !== "day") return part !== undefined || (isEnd && weeks !== undefined) ? open("hour") : null;
  if (day.day.since(today).sign < 0) return isEnd ? open("day") : null;
  // "Until next week" and "until the weekend" may mean its beginning or its end.
  if (isEnd && isManyDays(moment)) return open("day");
  return { type: "day", day: day.day, part: part !== undefined };
}

function atClock(
  moment: Moment,
  clock: NonNullable<Moment["clock"]>,
  day: WhichDay,
  frame: Frame,
  isEnd: boolean,
): Meant {
  if (isManyDays(moment)) return open("day");
  if (clock.form === "midnight" && day.type === "day" && !isTonight(moment)) return open("day");
  const minutes = minutesOf(clock, moment, frame.language);
  if (minutes.length === 0) return open("hour");
  if (day.type !== "day") return nextHour(minutes, moment, frame, isEnd);
  if (day.day.equals(frame.today)) return onToday(minutes, moment, frame, isEnd);
  const isPast = day.day.since(frame.today).sign < 0;
  if (isPast && !isAtItsWord(moment, frame)) return isEnd ? open("day") : null;
  const one = likely(minutes);
  return one === null ? open("hour") : single(instantsOf(day.day, one, frame.timeZone, moment.zone), frame);
}

/** "1 Nov 2026 12:00" as an answer is then, and no mention of something that was. */
function isAtItsWord({ dates }: Moment, { context }: Frame): boolean {
  return context.isAnswer === true && dates?.length === 1 && dates[0]?.year !== null;
}

/** The midnight of a night is its own; that of a day may be its beginning or its end. */
function isTonight({ part, partOfDay }: Moment): boolean {
  return (part === "night" || part === "evening") && partOfDay === true;
}
