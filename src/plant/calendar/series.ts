import { Temporal } from "temporal-polyfill";
import { DAY_MS, EpochMs } from "../../clock.ts";
import { perObject } from "../../recent.ts";
import { type Interval, overlaps } from "../time/localTime.ts";
import type { Entry, KeptEntries } from "./entry.ts";
import { instantOf, type Moment, wallIn } from "./moment.ts";

/** One occurrence: from when until when, and the entry that says whose it is. */
export type Occurrence = Interval & { readonly entry: Entry };

/**
 * An event or a series with what became of its single occurrences. `canFollow`: whether it comes as seldom as can be looked
 * at. `isOut`: whether one of them does not take place as it was planned.
 */
type Series = {
  readonly base: Entry;
  readonly canFollow: boolean;
  readonly changes: readonly Entry[];
  readonly isOut: (wall: Temporal.PlainDateTime) => boolean;
};

/**
 * What takes place within an interval. Cancelled and excluded occurrences do not; changed ones as they were changed. A
 * series that cannot be followed does not take place, so that whoever asks goes on: `unfollowedIn` tells which.
 */
export function occurrencesIn(entries: readonly Entry[], within: Interval): readonly Occurrence[] {
  return expandedIn(entries, within)
    .flatMap(({ found }) => found)
    .filter((each) => overlaps(each, within) && each.from < each.to)
    .sort((a, b) => a.from - b.from);
}

/** An event that takes no place because its times cannot be worked out, and why. */
type Unfollowed = { readonly entry: Entry; readonly why: string };

export function unfollowedIn(entries: readonly Entry[], within: Interval): readonly Unfollowed[] {
  return expandedIn(entries, within).flatMap(({ entry, why }) => (why === null ? [] : [{ entry, why }]));
}

/** Whether an event of a calendar counts for nobody within a stretch, since it cannot be read or followed. */
export function hasUnfollowed({ entries, unread }: KeptEntries, within: Interval): boolean {
  return unread > 0 || unfollowedIn(entries, within).length > 0;
}

type Expanded = { readonly entry: Entry; readonly found: readonly Occurrence[]; readonly why: string | null };

/** The one place in which events become times: nothing that a calendar says throws out of it. */
function expandedIn(entries: readonly Entry[], within: Interval): readonly Expanded[] {
  return seriesOnce(entries).map((series): Expanded => {
    const { base: entry, canFollow } = series;
    if (!canFollow) return { entry, found: [], why: TOO_MANY };
    try {
      return { entry, found: occurrencesOf(series, within), why: null };
    } catch {
      return { entry, found: [], why: TOO_FAR };
    }
  });
}

/** More moments than a question can look at while others wait: a thousand daily series are well below it. */
export const MOST_STEPS = 10_000;
const TOO_MANY = "it comes more often than can be followed";
const TOO_FAR = "its times go further than can be followed";

/** How many days a question about one of them looks at, with the leeway on both sides. */
const ASKED_DAYS = 8;

/** How many moments a question about a day looks at, for an event. */
export function stepsOf({ rules, start, lasts }: Entry): number {
  if (rules.length === 0) return 1;
  const days = ASKED_DAYS + daysOf(lasts, start);
  return rules.reduce((sum, { perDay, perQuestion }) => sum + perDay * days + perQuestion, 1);
}

/** Without end where it lasts beyond all calendars. */
function daysOf(lasts: Temporal.Duration, { wall }: Moment): number {
  try {
    return Math.max(0, lasts.total({ unit: "days", relativeTo: wall }));
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Later than anybody plans: a series that is followed up to there is followed always. */
const FAR_AWAY = { years: 100 };

/** Why an event cannot be followed, or null: tried at its begin and far from it. */
export function unfollowable(entry: Entry): string | null {
  const { start, rules } = entry;
  try {
    if (stepsOf(entry) > MOST_STEPS) return TOO_MANY;
    occurrence(entry, start.wall);
    for (const { between } of rules)
      for (const from of [start.wall, start.wall.add(FAR_AWAY)]) between(from, from.add({ days: ASKED_DAYS }));
    return null;
  } catch {
    return TOO_FAR;
  }
}

const seriesOnce = perObject(seriesIn);

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
  const changes = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.replaces === null) continue;
    const before = changes.get(entry.uid);
    if (before === undefined) changes.set(entry.uid, [entry]);
    else before.push(entry);
  }
  const alone = [...changes].flatMap(([uid, those]) => (bases.has(uid) ? [] : those));
  return [
    ...[...bases.values()].map((base) => seriesOf(base, changes.get(base.uid) ?? [])),
    ...alone.map((base) => seriesOf(base, [])),
  ];
}

/** Which days and times are out is worked out once, when first asked: thousands may be, of a series that goes on for years. */
function seriesOf(base: Entry, changes: readonly Entry[]): Series {
  let out: ReadonlySet<string> | null = null;
  const isOut = (wall: Temporal.PlainDateTime) => {
    out ??= new Set([...base.takenOut, ...changes.flatMap(({ replaces }) => replaces?.of ?? [])].map(named));
    return out.size > 0 && (out.has(wall.toString()) || out.has(wall.toPlainDate().toString()));
  };
  /** A day alone takes out whatever begins on it. */
  const named = (moment: Moment) =>
    moment.isDay ? moment.wall.toPlainDate().toString() : wallIn(moment, base.start.zone).toString();
  return { base, canFollow: stepsOf(base) <= MOST_STEPS, changes, isOut };
}

function occurrencesOf({ base, changes, isOut }: Series, within: Interval): readonly Occurrence[] {
  const moved = changes.flatMap((change) => (change.cancelled ? [] : [occurrence(change, change.start.wall)]));
  if (base.cancelled) return moved;
  const kept = startsOf(base, within).filter((wall) => !isOut(wall));
  const periods = periodsOf(base).filter(({ wall }) => !isOut(wall));
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
  const ruled = rules.flatMap(({ between }) => between(earliest, latest));
  const all = [
    start.wall,
    ...ruled,
    ...added.flatMap(({ moment, lasts: own }) => (own === null ? [wallIn(moment, start.zone)] : [])),
  ];
  return [...new Map(all.map((wall) => [wall.toString(), wall])).values()];
}

/** Clocks differ by a day at most, and a change may move an occurrence by some. */
const LEEWAY_MS = 2 * DAY_MS;

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
