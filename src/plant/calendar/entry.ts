import { Temporal } from "temporal-polyfill";
import { worldZone, type Zone, zoneNamed } from "./calendarZone.ts";
import { type Component, calendarsIn, type Property, parameterOf, propertiesOf, textOf } from "./jcal.ts";
import { type Moment, wallIn } from "./moment.ts";
import { type Rule, rulesOf } from "./rule.ts";

/** Somebody an event was sent to. */
export type Attendee = { readonly email: string; readonly name: string | null; readonly declined: boolean };

/** One VEVENT: an event, a series, or what one occurrence of a series was changed to. */
export type Entry = {
  /** What its series is called; unique in the text, whose calendars may number their events alike. */
  readonly uid: string;
  readonly sequence: number;
  readonly title: string;
  readonly cancelled: boolean;
  readonly attendees: readonly Attendee[];
  readonly start: Moment;
  /** By the wall clock: a night shift ends at the same hour when the clocks change meanwhile. */
  readonly lasts: Temporal.Duration;
  readonly rules: readonly Rule[];
  /** `lasts` null: as long as the others. */
  readonly added: readonly { readonly moment: Moment; readonly lasts: Temporal.Duration | null }[];
  readonly takenOut: readonly Moment[];
  /** Which occurrence of its series this replaces, and whether also all later ones. */
  readonly replaces: { readonly of: Moment; readonly andLater: boolean } | null;
};

/**
 * All events of an iCalendar text. Times without a zone are read in the one that their
 * calendar names (X-WR-TIMEZONE), else in the plant's.
 * @throws Error in words for an administrator, with the title of the event that cannot be read
 */
export function entriesIn(text: string, plantZone: string): readonly Entry[] {
  return eventsIn(text, plantZone).map(({ event, context }) => entryOf(event, context));
}

/** `unread`: how many events cannot be read. */
export type KeptEntries = { readonly entries: readonly Entry[]; readonly unread: number };

/**
 * The same of a text that was taken in before, perhaps by a release that refused less: what cannot be read counts for
 * nobody, and stops nothing.
 */
export function keptEntriesIn(text: string, plantZone: string): KeptEntries {
  const entries: Entry[] = [];
  let unread = 0;
  for (const { event, context } of eventsIn(text, plantZone)) {
    try {
      entries.push(entryOf(event, context));
    } catch {
      unread += 1;
    }
  }
  return { entries, unread };
}

function eventsIn(
  text: string,
  plantZone: string,
): readonly { readonly event: Component; readonly context: Context }[] {
  return calendarsIn(text).flatMap((calendar, at) => {
    const named = textOf(calendar, "x-wr-timezone");
    const zone = (named === null ? null : zoneNamed(named, calendar)) ?? worldZone(plantZone);
    const context = { calendar, at, zone };
    return calendar.inner.filter(({ name }) => name === "vevent").map((event) => ({ event, context }));
  });
}

type Context = { readonly calendar: Component; readonly at: number; readonly zone: Zone };

function entryOf(event: Component, context: Context): Entry {
  const title = textOf(event, "summary") ?? "";
  try {
    return readEntry(event, title, context);
  } catch (cause) {
    throw new Error(`${eventNamed(title)}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** What a person's own events are called is nobody's business, so they have no title. */
export function eventNamed(title: string): string {
  return title === "" ? "an event" : `the event "${title}"`;
}

function readEntry(event: Component, title: string, context: Context): Entry {
  const [start] = momentsOf(event, "dtstart", context);
  if (start === undefined) throw new Error("it has no readable time");
  const replaced = propertiesOf(event, "recurrence-id")[0];
  const [of] = replaced === undefined ? [] : momentsIn(replaced, context);
  const andLater = replaced !== undefined && parameterOf(replaced, "range")?.toUpperCase() === "THISANDFUTURE";
  const withdrawn = textOf(context.calendar, "method")?.toUpperCase() === "CANCEL";
  return {
    uid: `${context.at} ${textOf(event, "uid") ?? title}`,
    sequence: Number(textOf(event, "sequence") ?? 0) || 0,
    title,
    cancelled: withdrawn || textOf(event, "status")?.toUpperCase() === "CANCELLED",
    attendees: propertiesOf(event, "attendee").map(attendeeOf),
    start,
    lasts: lengthOf(event, start, context),
    rules: propertiesOf(event, "rrule").flatMap((property) => rulesOf(property, start)),
    added: propertiesOf(event, "rdate").flatMap((property) => addedBy(property, context)),
    takenOut: momentsOf(event, "exdate", context),
    replaces: of === undefined ? null : { of, andLater },
  };
}

function attendeeOf(property: Property): Attendee {
  const email = String(property[3] ?? "")
    .replace(/^mailto:/i, "")
    .toLowerCase();
  const declined = parameterOf(property, "partstat")?.toUpperCase() === "DECLINED";
  return { email, name: parameterOf(property, "cn"), declined };
}

/** An event without an end lasts its day, or no time at all (RFC 5545, section 3.6.1). */
function lengthOf(event: Component, start: Moment, context: Context): Temporal.Duration {
  const [end] = momentsOf(event, "dtend", context);
  if (end !== undefined) return start.wall.until(wallIn(end, start.zone), { largestUnit: "hours" });
  const duration = textOf(event, "duration");
  if (duration !== null) return Temporal.Duration.from(duration);
  return Temporal.Duration.from(start.isDay ? { hours: 24 } : { hours: 0 });
}

/** A period is the start and the end, or the start and how long it lasts. */
function addedBy(property: Property, context: Context): Entry["added"] {
  const [, , , ...values] = property;
  return momentsIn(property, context).map((moment, at) => {
    const value = values[at];
    const end = Array.isArray(value) ? String(value[1]) : null;
    if (end === null) return { moment, lasts: null };
    if (end.startsWith("P")) return { moment, lasts: Temporal.Duration.from(end) };
    return { moment, lasts: moment.wall.until(wallIn(momentOf("rdate", end, moment.zone), moment.zone)) };
  });
}

function momentsOf(event: Component, name: string, context: Context): readonly Moment[] {
  return propertiesOf(event, name).flatMap((property) => momentsIn(property, context));
}

function momentsIn(property: Property, { calendar, zone: usual }: Context): readonly Moment[] {
  const [name, , , ...values] = property;
  const zoneName = parameterOf(property, "tzid");
  const zone = zoneName === null ? usual : zoneNamed(zoneName, calendar);
  if (zone === null) throw new Error(`nothing says what the time zone "${zoneName}" is`);
  return values.map((value) => momentOf(name, Array.isArray(value) ? value[0] : value, zone));
}

function momentOf(name: string, value: unknown, zone: Zone): Moment {
  const text = String(value);
  if (!/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ?)?$/.test(text))
    throw new Error(`it has no readable time in ${name.toUpperCase()}`);
  const isDay = !text.includes("T");
  return { wall: Temporal.PlainDateTime.from(text.replace(/Z$/, "")), zone: text.endsWith("Z") ? UTC : zone, isDay };
}

const UTC = worldZone("UTC");
