import {
  firstOf,
  hasDay,
  hasHour,
  isBetweenParts,
  type Moment,
  type Reader,
  type Step,
  type Text,
  tokenAt,
} from "./moment.ts";
import { readClock } from "./readClock.ts";
import { readDate, readLoose, readOrdinal } from "./readDay.ts";
import { readWeeks } from "./readWeek.ts";
import { readWords } from "./readWords.ts";
import { canBegin, means } from "./tokens.ts";

const MOST_BETWEEN = 5;
const MOST_PARTS = 8;

const readPart: Reader = firstOf([readDate, readOrdinal, readClock, readWeeks, readWords, readLoose]);

/** A moment as it was said, from its first part to its last; null where none begins. */
export function readMoment(text: Text, at: number): Step | null {
  let so: Step | null = null;
  for (let parts = 0; parts < MOST_PARTS; parts += 1) {
    const more = nextPart(text, so?.next ?? at, so?.parts ?? {});
    if (more === null) break;
    const together = join(so?.parts ?? {}, more.parts);
    if (together === null) break;
    so = { parts: together, next: more.next };
  }
  return so;
}

/** The next part, with at most a few words like "on", "at" or "the" before it. */
function nextPart(text: Text, at: number, so: Moment): Step | null {
  for (let place = at; place <= at + MOST_BETWEEN; place += 1) {
    const part = canBegin(tokenAt(text, place)) ? readPart(text, place, so) : null;
    const step = part ?? readBeginning(text, place, so);
    if (step !== null) return step;
    if (!isBetweenParts(text, place)) return null;
  }
  return null;
}

/** "saturday from noon until 4pm": the hour of a day may have a word of its own. */
function readBeginning(text: Text, at: number, so: Moment): Step | null {
  const token = tokenAt(text, at);
  if (!hasDay(so) || hasHour(so) || !means(token, "from", "of", "desde", "between", "after")) return null;
  let place = at + 1;
  while (place <= at + 2 && isBetweenParts(text, place)) place += 1;
  const step = readClock(text, place, so) ?? readWords(text, place, so);
  if (step === null || !hasHour(step.parts)) return null;
  const begins = means(token, "from", "desde", "after") || step.parts.toClock !== undefined || !means(token, "of");
  const ends = means(token, "after") && step.parts.shift !== undefined;
  return {
    ...step,
    parts: { ...step.parts, ...(begins ? { begins: true } : {}), ...(ends ? { shiftEnds: true } : {}) },
  };
}

/** Both together; null when the second says again what the first said: then it begins another moment. */
function join(so: Moment, more: Moment): Moment | null {
  for (const part of Object.keys(more)) if (part in so && part !== "part" && part !== "partOfDay") return null;
  if (more.part !== undefined && so.part !== undefined && more.part !== so.part) return null;
  return { ...so, ...more };
}
