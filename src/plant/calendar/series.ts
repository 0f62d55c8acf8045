import { Temporal } from "temporal-polyfill";
import { DAY_MS, EpochMs } from "../../clock.ts";
import { type Interval, overlaps } from "../time/localTime.ts";
import type { Entry } from "./entry.ts";
import { instantOf, wallIn } from "./moment.ts";

/** One occurrence: from when until when, and the entry that says whose it is. */
export type Occurrence = Interval & { readonly entry: Entry };

/** An event or a series with what became of its single occurrences. */
type Series = { readonly base: Entry; readonly changes: readonly Entry[] };

/** What takes place within an interval. Cancelled and excluded occurrences do not; changed ones as they were changed. */
export function occurrencesIn(entries: readonly Entry[], within: Interval): readonly Occurrence[] {
  return seriesIn(entries)
    .flatMap((series) => occurrencesOf(series, within))
    .filter((each) => overlaps(each, within) && each.from < each.to)
    .sort((a, b) => a.from - b.from);
}

/**
 * Events by their UID. Of several versions the newest counts. A changed occurrence whose series was not exported with it
 * stands for itself.
 */
function seriesIn(entries: readonly Entry[]): readonly Series[] {
  const bases = new Map<string, Entry>();
  for (const entry of entries) {
    const known = bases.get(entry.uid);
    if (entry.replaces === null && (known === undefined || known.sequence <= entry.sequence))
      bases.set(entry.uid, entry);
  }
  const changes = entries.filter(({ replaces }) => replaces !== null);
  const alone = changes.filter(({ uid }) => !bases.has(uid)).map((base) => ({ base, changes: [] }));
  const whole = [...bases.values()].map((base) => ({ base, changes: changes.filter(({ uid }) => uid === base.uid) }));
  return [...whole, ...alone];
}

function occurrencesOf({ base, changes }: Series, within: Interval): readonly Occurrence[] {
  const moved = changes.flatMap((change) => (change.cancelled ? [] : [occurrence(change, change.start.wall)]));
  if (base.cancelled) return moved;
  const isKept = (wall: Temporal.PlainDateTime) => !isTakenOut(base, wall) && !changes.some(isOf(base, wall));
  const kept = startsOf(base, within).filter(isKept);
  const periods = periodsOf(base).filter(({ wall }) => isKept(wall));
  const ofOwnLength = periods.map(({ wall, lasts }) => occurrence({ ...base, lasts }, wall));
  return [...kept.flatMap((wall) => asChanged(base, wall, changes)), ...ofOwnLength, ...moved];
}

/** Occurrences that were added with a length of their own. */
function periodsOf({ start, added }: Entry) {
  return added.flatMap(({ moment, lasts }) => (lasts === null ? [] : [{ wall: wallIn(moment, start.zone), lasts }]));
}

/** When it begins, by its wall clock, as far as it can touch the interval. */
function startsOf({ start, rules, added, lasts }: Entry, within: Interval): readonly Temporal.PlainDateTime[] {
  const longest = Math.max(0, lasts.total({ unit: "milliseconds", relativeTo: start.wall }));
  const earliest = start.zone.wallOf(EpochMs.parse(Math.max(0, within.from - longest - LEEWAY_MS)));
  const latest = start.zone.wallOf(EpochMs.parse(within.to + LEEWAY_MS));
  const ruled = rules.flatMap((rule) => rule(earliest, latest));
  const all = [
    start.wall,
    ...ruled,
    ...added.flatMap(({ moment, lasts: own }) => (own === null ? [wallIn(moment, start.zone)] : [])),
  ];
  return [...new Map(all.map((wall) => [wall.toString(), wall])).values()];
}

/** Clocks differ by a day at most, and a change may move an occurrence by some. */
const LEEWAY_MS = 2 * DAY_MS;

function isTakenOut({ start, takenOut }: Entry, wall: Temporal.PlainDateTime): boolean {
  return takenOut.some((out) =>
    out.isDay ? out.wall.toPlainDate().equals(wall.toPlainDate()) : wallIn(out, start.zone).equals(wall),
  );
}

/** Whether a change is about the occurrence that would begin then. */
function isOf({ start }: Entry, wall: Temporal.PlainDateTime) {
  return ({ replaces }: Entry) => {
    if (replaces === null) return false;
    const { of } = replaces;
    return of.isDay ? of.wall.toPlainDate().equals(wall.toPlainDate()) : wallIn(of, start.zone).equals(wall);
  };
}

/** As the last change that counts for all later occurrences too has it, else as the series says. */
function asChanged(base: Entry, wall: Temporal.PlainDateTime, changes: readonly Entry[]): readonly Occurrence[] {
  const [last] = changes
    .flatMap((change) => {
      const of = change.replaces?.andLater === true ? wallIn(change.replaces.of, base.start.zone) : null;
      return of !== null && Temporal.PlainDateTime.compare(of, wall) < 0 ? [{ change, of }] : [];
    })
    .sort((a, b) => Temporal.PlainDateTime.compare(b.of, a.of));
  if (last === undefined) return [occurrence(base, wall)];
  if (last.change.cancelled) return [];
  return [occurrence(last.change, wall.add(last.of.until(wallIn(last.change.start, base.start.zone))))];
}

function occurrence(entry: Entry, wall: Temporal.PlainDateTime): Occurrence {
  const { zone } = entry.start;
  return {
    from: zone.instantOf(wall),
    to: instantOf({ wall: wall.add(entry.lasts), zone, isDay: false }),
    entry,
  };
}
