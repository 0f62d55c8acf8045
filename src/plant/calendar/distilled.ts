import ICAL from "ical.js";
import { type Component, calendarsIn } from "./jcal.ts";

/** All that is read of a calendar; the rest, such as notes and when it was exported, is nobody's business here. */
const READ = new Set([
  ...["method", "x-wr-timezone", "uid", "sequence", "status", "summary", "attendee"],
  ...["dtstart", "dtend", "duration", "rrule", "rdate", "exdate", "recurrence-id"],
]);

/**
 * A calendar without what says nothing about who is on call: it is kept for years, and many servers write the hour of the
 * export into every event, so that it would be another text each time.
 *
 * @throws Error in words for an administrator when it cannot be read
 */
export function distilled(text: string): string {
  return calendarsIn(text)
    .map((calendar) => `${ICAL.stringify(jcalOf(calendar))}\r\n`)
    .join("");
}

type JCal = [string, unknown[], unknown[]];

function jcalOf({ name, properties, inner }: Component): JCal {
  const kept = name === "vcalendar" || name === "vevent" ? properties.filter(([each]) => READ.has(each)) : properties;
  const parts = name === "vcalendar" ? inner.filter((each) => ["vevent", "vtimezone"].includes(each.name)) : inner;
  const within = name === "vevent" ? [] : parts;
  return [name, kept.map((property) => [...property]), within.map(jcalOf)];
}
