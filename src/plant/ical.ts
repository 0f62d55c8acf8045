import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { EpochMs } from "../clock.ts";
import type { PersonId } from "./ids.ts";
import { type Interval, isTimeZone, overlaps } from "./localTime.ts";
import type { ImportedRota, Plant } from "./plant.ts";

/** A turn of an imported calendar. */
export type ImportedSpan = Interval & { readonly person: PersonId };

/** A rule without an end is followed this far; at one turn a day that is more than a century. */
const OCCURRENCES_AT_MOST = 50_000;

/** The turns of an imported calendar that touch an interval, in order. Events that name nobody are left out. */
export function importedSpans(plant: Plant, rota: ImportedRota, within: Interval): readonly ImportedSpan[] {
  return eventsOf(rota)
    .flatMap((event) => {
      const person = personOf(plant, rota, event);
      return person === null ? [] : occurrences(plant, event, within).map((span) => ({ ...span, person }));
    })
    .sort((a, b) => a.from - b.from);
}

/** Everybody the calendar names. */
export function importedPeople(plant: Plant, rota: ImportedRota): readonly PersonId[] {
  return [...new Set(eventsOf(rota).flatMap((event) => personOf(plant, rota, event) ?? []))];
}

/** Titles of events from which nobody of the plant can be told. */
export function namelessTitles(plant: Plant, rota: ImportedRota): readonly string[] {
  const nameless = eventsOf(rota).filter((event) => personOf(plant, rota, event) === null);
  return [...new Set(nameless.map(({ summary }) => summary ?? ""))];
}

/** What keeps a text from being used as a calendar, or null. Every event is tried, so that none can fail later. */
export function calendarFault(text: string): string | null {
  try {
    for (const event of seriesIn(text)) tryOut(event);
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

function tryOut(event: ICAL.Event): void {
  const start = event.isRecurring() ? event.iterator().next() : null;
  if (start) event.getOccurrenceDetails(start);
  for (const { year, hour } of [event.startDate, event.endDate]) {
    if (Number.isNaN(year + hour)) throw new Error(`the event "${event.summary}" has no readable time`);
  }
}

const parsed = new WeakMap<ImportedRota, readonly ICAL.Event[]>();

function eventsOf(rota: ImportedRota): readonly ICAL.Event[] {
  const known = parsed.get(rota);
  if (known !== undefined) return known;
  const series = seriesIn(rota.text);
  parsed.set(rota, series);
  return series;
}

/** Events and series; a moved occurrence is an event too, but its series knows of it. */
function seriesIn(text: string): readonly ICAL.Event[] {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  return events.filter((event) => event.startDate && !event.isRecurrenceException());
}

function personOf(plant: Plant, { names }: ImportedRota, event: ICAL.Event): PersonId | null {
  const title = event.summary ?? "";
  const named = names.get(title);
  if (named !== undefined) return named;
  const mails = event.attendees.map((each) =>
    String(each.getFirstValue())
      .replace(/^mailto:/i, "")
      .toLowerCase(),
  );
  const people = [...plant.people.values()];
  const byMail = people.find(({ email }) => email !== undefined && mails.includes(email.toLowerCase()));
  const byName = people.find(({ name }) => title.toLowerCase().includes(name.toLowerCase()));
  return (byMail ?? byName)?.id ?? null;
}

function occurrences(plant: Plant, event: ICAL.Event, within: Interval): readonly Interval[] {
  if (!event.isRecurring()) {
    const span = spanOf(plant, event.startDate, event.endDate);
    return overlaps(span, within) ? [span] : [];
  }
  const spans: Interval[] = [];
  const starts = event.iterator();
  for (let count = 0; count < OCCURRENCES_AT_MOST; count++) {
    const start = starts.next();
    if (!start) break;
    const { startDate, endDate } = event.getOccurrenceDetails(start);
    const span = spanOf(plant, startDate, endDate);
    if (instantOf(plant, start) >= within.to && span.from >= within.to) break;
    if (overlaps(span, within)) spans.push(span);
  }
  return spans;
}

function spanOf(plant: Plant, start: ICAL.Time, end: ICAL.Time): Interval {
  return { from: instantOf(plant, start), to: instantOf(plant, end) };
}

/** Times without a zone, and zones that only the calendar knows, are read in the plant's. */
function instantOf(plant: Plant, time: ICAL.Time): EpochMs {
  const { year, month, day, hour, minute, second } = time;
  const zone = time.zone?.tzid ?? "floating";
  const timeZone = zone === "floating" || !isTimeZone(zone) ? plant.timeZone : zone;
  const local = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second });
  return EpochMs.parse(Math.max(0, local.toZonedDateTime(timeZone).epochMilliseconds));
}
