import type { ShiftSpan } from "../text/vocabulary.ts";
import type { Frame } from "./frame.ts";
import type { Moment } from "./moment.ts";
import type { WhichDay } from "./resolveDay.ts";
import type { Minutes } from "./resolveHour.ts";
import { instantsOf } from "./resolveInstant.ts";
import { type Meant, nextAt, onToday, open, single } from "./resolveNext.ts";

/** The beginning or the end of a shift, by the plant's file. */
export function atShift(moment: Moment, day: WhichDay, frame: Frame, isEnd: boolean): Meant {
  const { shifts } = frame.context.plant;
  const { shift } = moment;
  if (shift === undefined || shift === "current") return day.type === "day" ? open("hour") : endOfShift(shifts, frame);
  const meant = shifts.find(({ from }) => shift.fromHour <= hourOf(from) && hourOf(from) <= shift.toHour);
  if (meant !== undefined) return endOrStart(meant, moment, day, frame, isEnd);
  return day.type === "day" ? { type: "day", day: day.day, part: true } : null;
}

function endOrStart(shift: ShiftSpan, moment: Moment, day: WhichDay, frame: Frame, isEnd: boolean): Meant {
  const ends = moment.shiftEnds === true;
  const at = minutesIn(ends ? shift.to : shift.from);
  const bare: Moment = {};
  if (day.type !== "day") return nextAt([at], bare, frame);
  // After a night shift "tomorrow" may be tomorrow's morning or the next.
  const runsOver = ends && shift.to <= shift.from;
  if (runsOver && !(moment.part === "night" && moment.partOfDay === true)) return open("day");
  const minutes = runsOver ? at + 1_440 : at;
  if (day.day.equals(frame.today)) return onToday([minutes], bare, frame, isEnd);
  return single(instantsOf(day.day, minutes, frame.timeZone, undefined), frame);
}

/** "Until the end of the shift" that works now. */
function endOfShift(shifts: readonly ShiftSpan[], frame: Frame): Meant {
  const now = frame.hour * 60;
  const running = shifts.find(({ from, to }) => {
    const [start, end] = [minutesIn(from), minutesIn(to)];
    return end > start ? start <= now && now < end : start <= now || now < end;
  });
  return running === undefined ? open("hour") : nextAt([minutesIn(running.to)], {}, frame);
}

function hourOf(time: string): number {
  return Number(time.slice(0, 2));
}

function minutesIn(time: string): Minutes {
  return hourOf(time) * 60 + Number(time.slice(3, 5));
}
