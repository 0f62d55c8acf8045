import type { PersonId } from "../ids.ts";
import type { CalendarAddress, ImportedRota, Plant } from "../plant.ts";
import type { Interval } from "../time/localTime.ts";
import { onlyAway } from "./distilled.ts";
import { type Entry, entriesIn, eventNamed, type KeptEntries, keptEntriesIn } from "./entry.ts";
import { hasUnfollowed, MOST_STEPS, occurrencesIn, stepsOf, unfollowable } from "./series.ts";
import { type Meant, whoIsMeant } from "./whoIsMeant.ts";

/** A turn of an imported calendar. */
export type ImportedSpan = Interval & { readonly person: PersonId };

/** The turns of an imported calendar that touch an interval, in order. Events that name nobody for certain are left out. */
export function importedSpans(plant: Plant, rota: ImportedRota, within: Interval): readonly ImportedSpan[] {
  return occurrencesIn(entriesOf(plant, rota), within).flatMap(({ from, to, entry }) =>
    meant(plant, rota, entry).people.map((person) => ({ from, to, person })),
  );
}

/** Everybody the calendar names. */
export function importedPeople(plant: Plant, rota: ImportedRota): readonly PersonId[] {
  const named = entriesOf(plant, rota).flatMap((entry) => (entry.cancelled ? [] : meant(plant, rota, entry).people));
  return [...new Set(named)];
}

/** An event that puts nobody on call, and why: `names nobody of this plant`. `line`: of its title in the text, from 1 on. */
export type Remark = { readonly title: string; readonly problem: string; readonly line: number };

/** Events from which nobody can be rung, each title once. */
export function remarksOn(plant: Plant, rota: ImportedRota): readonly Remark[] {
  const lines = eventLines(rota.text);
  const remarks = entriesOf(plant, rota).flatMap((entry, nth): readonly Remark[] => {
    const problem = problemOf(plant, rota, entry);
    return problem === null || entry.cancelled ? [] : [{ title: entry.title, problem, line: lines[nth] ?? 1 }];
  });
  const first = new Map<string, Remark>();
  for (const remark of remarks) {
    const said = `${remark.title} ${remark.problem}`;
    if (!first.has(said)) first.set(said, remark);
  }
  return [...first.values()];
}

function problemOf(plant: Plant, rota: ImportedRota, entry: Entry): string | null {
  const why = unfollowable(entry);
  if (why !== null) return `cannot be followed: ${why}`;
  return endsAsItBegins(entry) ? "ends when it begins, or before" : meant(plant, rota, entry).problem;
}

/** Whether an event of a calendar puts nobody on call within an interval, because its times cannot be worked out. */
export function hasUnfollowedTurns(plant: Plant, rota: ImportedRota, within: Interval): boolean {
  return hasUnfollowed(keptOf(plant, rota), within);
}

/** Where the events of a text stand, in their order: the line of each one's title, or its first where it has none. */
function eventLines(text: string): readonly number[] {
  const found: number[] = [];
  let isTitled = true;
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    if (/^\uFEFF?BEGIN:VEVENT\s*$/i.test(line)) {
      found.push(at + 1);
      isTitled = false;
    } else if (!isTitled && /^SUMMARY[;:]/i.test(line)) {
      found[found.length - 1] = at + 1;
      isTitled = true;
    }
  }
  return found;
}

function endsAsItBegins({ lasts, start }: Entry): boolean {
  return lasts.total({ unit: "seconds", relativeTo: start.wall }) <= 0;
}

/**
 * What keeps a text from being used as a calendar, or null. Every event and rule is read, so that none can fail later, and
 * all of them together must be followed in the time that a question may take. Of a person's own calendar only what counts
 * as their being away is tried: the rest is kept by nobody.
 *
 * @param plantZone the time zone of the plant, for times without one
 */
export function calendarFault(
  text: string,
  plantZone: string,
  holds: CalendarAddress["holds"] = "turns",
): string | null {
  try {
    const entries = entriesIn(holds === "turns" ? text : onlyAway(text, holds), plantZone);
    const steps = entries.reduce((sum, entry) => sum + (entry.rules.length > 0 ? stepsOf(entry) : 0), 0);
    if (steps > MOST_STEPS && entries.every((entry) => stepsOf(entry) <= MOST_STEPS))
      return "its events together come more often than can be followed";
    for (const entry of entries) {
      const why = unfollowable(entry);
      if (why !== null) return `${eventNamed(entry.title)}: ${why}`;
    }
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

function meant(plant: Plant, { names }: ImportedRota, entry: Entry): Meant {
  return whoIsMeant(plant, names, entry);
}

const parsed = new WeakMap<ImportedRota, KeptEntries>();

function keptOf(plant: Plant, rota: ImportedRota): KeptEntries {
  const known = parsed.get(rota);
  if (known !== undefined) return known;
  const kept = keptEntriesIn(rota.text, plant.timeZone);
  parsed.set(rota, kept);
  return kept;
}

function entriesOf(plant: Plant, rota: ImportedRota): readonly Entry[] {
  return keptOf(plant, rota).entries;
}
