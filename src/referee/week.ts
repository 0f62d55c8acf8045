import { weekCard } from "../card/week/weekCard.ts";
import { type Compared, medianOf, theMost, type WeekFigures } from "../card/week/weekFigures.ts";
import { sayAge, sayFigures, sayHolder, sayHours, sayShort } from "../card/week/weekWords.ts";
import { DAY_MS, EpochMs, later } from "../clock.ts";
import type { Paint } from "../picture/painter.ts";
import type { Bars } from "../picture/weekChart.ts";
import type { Plant } from "../plant/plant.ts";
import { type Week, weekAt, weekBefore } from "../plant/time/week.ts";
import { worldAt } from "../request/asRead.ts";
import type { World } from "../request/commands.ts";
import type { Holder } from "../request/rules/holding.ts";
import { type EventStore, placeId } from "../store/types.ts";
import { say } from "../words/say.ts";
import type { PlaceState, Say } from "../work/types.ts";
import { codeOf } from "./inForce.ts";
import { DIGEST_PLACE } from "./plantProjection.ts";
import type { Plants } from "./plants.ts";
import { INDEX } from "./requestProjection.ts";
import { heldField, holdingList, MOST_HELD, readTook, tookMs, weekCount, workedWithin } from "./weekCounts.ts";

export type WeekOptions = {
  readonly store: Pick<EventStore, "list" | "count" | "counted" | "plantNow">;
  readonly plants: Pick<Plants, "world" | "digest">;
  readonly paint: Paint;
};

/** As many as are read on a phone without scrolling far; beyond, they are one bar. */
const MOST_PARTIES = 6;
const MOST_TYPES = 4;
/** How old what is open is: up to a day, three, a week, two, and more. */
const AGES = [1, 3, 7, 14].map((days) => days * DAY_MS);
/** More than any party holds at a time: beyond, nothing is added up. */
const MOST_BALLS = 2_000;

/** The picture of the week before, in the thread of the first digest of a week. Of a week in which nothing was, none. */
export async function weekSays({ store, plants, paint }: WeekOptions, place: PlaceState): Promise<readonly Say[]> {
  const code = codeOf(place.stream);
  const { week, version } = await plants.digest(code);
  const cover = { place: place.id, cursor: version, shown: null };
  const nothing: readonly Say[] = [{ type: "skip", covers: [cover] }];
  if (week <= place.cursor) return nothing;
  const world = worldAt(await plants.world(code), place.spot);
  const figures = await readWeek(store, world, await store.plantNow());
  if (figures.held.length + figures.decided.length === 0) return nothing;
  const { plant } = world;
  const card = weekCard(figures, await paint(chartsOf(figures, plant)), plant);
  return [
    {
      type: "post",
      effect: `${place.id}@${week}`,
      spot: place.spot,
      under: placeId(place.stream, DIGEST_PLACE),
      message: { text: sayFigures(figures, plant), card, mention: [] },
      covers: [{ ...cover, card: true }],
    },
  ];
}

/** The week before the one that an instant is in, against the one before that. */
export async function readWeek(store: WeekOptions["store"], world: World, at: EpochMs): Promise<WeekFigures> {
  const { plant } = world;
  const week = weekBefore(weekAt(at, plant.timeZone), plant.timeZone);
  const weeks = [week, weekBefore(week, plant.timeZone)] as const;
  const counts = await Promise.all(weeks.map(({ name }) => store.counted(weekCount(plant.code, name))));
  const held = await Promise.all(holdersOf(plant).map((holder) => heldBy(store, plant, holder, weeks, counts)));
  return {
    from: week.from,
    to: week.to,
    held: theMost(comparedIfAny(held), MOST_PARTIES, say(plant, "week.others")),
    ages: await agesNow(store, plant, at),
    decided: decidedIn(world, counts),
  };
}

function holdersOf(plant: Plant): readonly Holder[] {
  return [
    ...[...plant.teams.keys()].map((team) => ({ type: "team", team }) as const),
    ...[...plant.lines.keys()].map((line) => ({ type: "shiftLead", line }) as const),
    ...(["ops", "manager", "requester", "others"] as const).map((type) => ({ type })),
  ];
}

type Counts = readonly ReadonlyMap<string, number>[];

/** What was counted when balls went on, and what is still in hand: that of a past week has not ended in it. */
async function heldBy(
  store: WeekOptions["store"],
  plant: Plant,
  holder: Holder,
  weeks: readonly Week[],
  counts: Counts,
): Promise<Compared> {
  const lists = Array.from({ length: MOST_HELD }, (_, nth) => holdingList(plant.code, holder, nth));
  const hits = (await Promise.all(lists.map((list) => store.list(list, { limit: MOST_BALLS })))).flat();
  const [ms = 0, beforeMs = 0] = weeks.map((week, index) => {
    const open = hits.map(({ score }) => workedWithin(plant, holder, EpochMs.parse(score), week));
    return open.reduce((sum, each) => sum + each, counts[index]?.get(heldField(holder)) ?? 0);
  });
  return { name: sayHolder(plant, holder), ms, beforeMs };
}

/** Of a plant that was not there the week before, nothing is compared. */
function comparedIfAny(held: readonly Compared[]): readonly Compared[] {
  const isAny = held.some(({ beforeMs }) => (beforeMs ?? 0) > 0);
  return isAny ? held : held.map((one) => ({ ...one, beforeMs: null }));
}

async function agesNow(store: WeekOptions["store"], plant: Plant, at: EpochMs): Promise<WeekFigures["ages"]> {
  const bounds = [0, ...AGES, Number.POSITIVE_INFINITY];
  return Promise.all(
    bounds.slice(1).map(async (upTo, index) => {
      const youngest = later(at, -(bounds[index] ?? 0));
      const oldest = Number.isFinite(upTo) ? { from: later(at, -upTo) + 1 } : {};
      const count = await store.count(INDEX.open(plant.code), { ...oldest, to: youngest });
      return { upToMs: Number.isFinite(upTo) ? upTo : null, count };
    }),
  );
}

function decidedIn({ types }: World, counts: Counts): WeekFigures["decided"] {
  const [now, before] = counts.map(tookByType);
  const all = [...(now ?? [])].map(([type, took]) => {
    const [median, earlier] = [medianOf(took), medianOf(before?.get(type) ?? new Map())];
    const count = [...took.values()].reduce((sum, each) => sum + each, 0);
    const name = [...types.values()].find((each) => each.type === type)?.name ?? type;
    return {
      name: `${name} (${count})`,
      ms: median === null ? null : tookMs(median),
      beforeMs: earlier === null ? null : tookMs(earlier),
      count,
    };
  });
  return all.toSorted((a, b) => b.count - a.count).slice(0, MOST_TYPES);
}

function tookByType(counts: ReadonlyMap<string, number>): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const found = new Map<string, Map<number, number>>();
  for (const [field, count] of counts) {
    const took = readTook(field);
    if (took === null) continue;
    const buckets = found.get(took.type) ?? new Map<number, number>();
    found.set(took.type, buckets.set(took.bucket, count));
  }
  return found;
}

/** A chart for what there is to show. */
export function chartsOf(figures: WeekFigures, plant: Plant): readonly Bars[] {
  const both = [say(plant, "week.thisWeek"), say(plant, "week.weekBefore")] as const;
  const names = (rows: readonly Compared[]) => (rows.some(({ beforeMs }) => beforeMs !== null) ? both : null);
  const { held, ages, decided } = figures;
  const rows = ages.map(({ count }, index) => ({ name: sayAge(figures, index, plant), ms: count, beforeMs: null }));
  const all: readonly Bars[] = [
    { title: say(plant, "week.held"), rows: held, say: (ms) => sayHours(ms, plant), names: names(held) },
    { title: say(plant, "week.ages"), rows, say: String, names: null },
    { title: say(plant, "week.decided"), rows: decided, say: (ms) => sayShort(ms, plant), names: names(decided) },
  ];
  return all.filter((chart) => chart.rows.length > 0);
}
