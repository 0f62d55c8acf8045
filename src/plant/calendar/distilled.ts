import ICAL from "ical.js";
import type { AwayCounts } from "../plant.ts";
import { countsAsAway } from "./away.ts";
import { type Component, calendarsIn, type Property, propertiesOf } from "./jcal.ts";

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

/**
 * A person's own calendar without what is nobody's business: of what counts as their being away the times alone, and
 * nothing of the rest. What one day of a series was changed to stays as a day that is taken out, where it does not count.
 *
 * @throws Error in words for an administrator when it cannot be read
 */
export function onlyAway(text: string, counts: AwayCounts): string {
  return calendarsIn(text)
    .map((calendar) => {
      const inner = calendar.inner.flatMap((each) => (each.name === "vevent" ? awayEvent(each, counts) : [each]));
      return `${ICAL.stringify(jcalOf({ ...calendar, inner }))}\r\n`;
    })
    .join("");
}

function awayEvent(event: Component, counts: AwayCounts): readonly Component[] {
  const isAway = countsAsAway(event, counts);
  if (!isAway && propertiesOf(event, "recurrence-id").length === 0) return [];
  const times = event.properties.filter(([name]) => !TOLD.has(name));
  const status: Property = ["status", {}, "text", isAway ? "CONFIRMED" : "CANCELLED"];
  return [{ ...event, properties: [...times, status] }];
}

/** What says what somebody does, and with whom. */
const TOLD = new Set(["summary", "attendee", "status"]);

type JCal = [string, unknown[], unknown[]];

function jcalOf({ name, properties, inner }: Component): JCal {
  const kept = name === "vcalendar" || name === "vevent" ? properties.filter(([each]) => READ.has(each)) : properties;
  const parts = name === "vcalendar" ? inner.filter((each) => ["vevent", "vtimezone"].includes(each.name)) : inner;
  const within = name === "vevent" ? [] : parts;
  return [name, kept.map((property) => [...property]), within.map(jcalOf)];
}
