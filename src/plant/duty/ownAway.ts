import { DAY_MS, EpochMs, earliest, later } from "../../clock.ts";
import { onlyAway } from "../calendar/distilled.ts";
import { type Entry, type KeptEntries, keptEntriesIn } from "../calendar/entry.ts";
import { hasUnfollowed, occurrencesIn } from "../calendar/series.ts";
import type { PersonId } from "../ids.ts";
import type { AwayCalendar, Plant } from "../plant.ts";
import { covers, type Interval } from "../time/localTime.ts";

/** When somebody is away by their own calendar, as far as it touches an interval; what they came back from does not count. */
export function ownAwayIn(plant: Plant, person: PersonId, within: Interval): readonly Interval[] {
  const away = plant.people.get(person)?.away;
  if (away === undefined) return [];
  const backAt = plant.backAt.get(person);
  return spansIn(away, plant.timeZone, within).filter((span) => backAt === undefined || !covers(span, backAt));
}

/** Whether an event of somebody's own calendar makes them away at no time, because its times cannot be worked out. */
export function hasOwnUnfollowed({ people, timeZone }: Plant, person: PersonId, within: Interval): boolean {
  const away = people.get(person)?.away;
  return away !== undefined && hasUnfollowed(knownOf(away, timeZone), within);
}

/** The same at an instant: until when; null while they are there. */
export function ownAwayAt(plant: Plant, person: PersonId, at: EpochMs): Interval | null {
  if (plant.people.get(person)?.away === undefined) return null;
  const spans = ownAwayIn(plant, person, { from: at, to: later(at, 1) });
  return spans.toSorted((a, b) => b.to - a.to)[0] ?? null;
}

/** So far ahead what begins or ends is looked for: a plant is looked at once a day at least. */
const LOOKED_AHEAD_MS = 2 * DAY_MS;

/** When somebody's own calendar first says something else after a look; null where none does soon after an instant. */
export function nextOwnAway(plant: Plant, lookedAt: EpochMs, at: EpochMs): EpochMs | null {
  const within = { from: lookedAt, to: later(at, LOOKED_AHEAD_MS) };
  return earliest(changesIn(plant, within).map((change) => change.at));
}

/** Whose own calendar said something else from some instant after the first on, up to the last. */
export function ownAwayChanged(plant: Plant, { from, to }: Interval): ReadonlySet<PersonId> {
  return new Set(changesIn(plant, { from, to }).map(({ person }) => person));
}

type Change = { readonly person: PersonId; readonly at: EpochMs };

function changesIn(plant: Plant, { from, to }: Interval): readonly Change[] {
  return withOwn(plant).flatMap((person) =>
    ownAwayIn(plant, person, { from, to: later(to, 1) }).flatMap((span) =>
      [span.from, span.to].flatMap((at) => (at > from && at <= to ? [{ person, at }] : [])),
    ),
  );
}

function withOwn({ people }: Plant): readonly PersonId[] {
  return [...people.values()].flatMap(({ id, away }) => (away === undefined ? [] : [id]));
}

const EPOCH = EpochMs.parse(0);

type Known = KeptEntries & { readonly days: Map<number, readonly Interval[]> };
const known = new WeakMap<AwayCalendar, Known>();
/** Some weeks around now, and the days that are looked ahead. */
const MOST_DAYS = 200;

/** Somebody is asked about again and again in a day, so each day is expanded once. */
function spansIn(away: AwayCalendar, zone: string, within: Interval): readonly Interval[] {
  const { entries, days } = knownOf(away, zone);
  if (within.to - within.from > DAY_MS) return plain(entries, within);
  const found = [within.from, later(within.to, -1)].flatMap((at) => dayOf(entries, days, Math.floor(at / DAY_MS)));
  const touching = found.filter((span) => span.from < within.to && within.from < span.to);
  return [...new Map(touching.map((span) => [`${span.from} ${span.to}`, span])).values()];
}

function dayOf(entries: readonly Entry[], days: Known["days"], day: number): readonly Interval[] {
  const before = days.get(day);
  if (before !== undefined) return before;
  const from = later(EPOCH, day * DAY_MS);
  const spans = plain(entries, { from, to: later(from, DAY_MS) });
  if (days.size >= MOST_DAYS) days.clear();
  days.set(day, spans);
  return spans;
}

function plain(entries: readonly Entry[], within: Interval): readonly Interval[] {
  return occurrencesIn(entries, within).map(({ from, to }) => ({ from, to }));
}

function knownOf(away: AwayCalendar, zone: string): Known {
  const before = known.get(away);
  if (before !== undefined) return before;
  // A file is kept as it is; of an address only what counts was kept, of which all does.
  const text = away.address === null ? onlyAway(away.text, away.counts) : away.text;
  const made = { ...keptEntriesIn(text, zone), days: new Map<number, readonly Interval[]>() };
  known.set(away, made);
  return made;
}
