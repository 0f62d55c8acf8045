import { type EpochMs, MINUTE_MS } from "../clock.ts";
import type { PlantCode } from "../plant/ids.ts";
import type { Party } from "../plant/party.ts";
import type { Plant } from "../plant/plant.ts";
import { weekAt, weeksIn } from "../plant/time/week.ts";
import { workedBetween } from "../plant/time/workingTime.ts";
import { partyKey } from "../plant/who/partiesOf.ts";
import { type Holder, type Holding, holdingsIn, isDecided } from "../request/rules/holding.ts";
import type { Open, RequestState } from "../request/state.ts";
import type { Count, ListEntry } from "../store/types.ts";

/** Of so many weeks that a ball was held in, the last ones are counted: nobody looks at those before. */
const MOST_WEEKS = 4;
/** One request has no more steps open with one party. */
export const MOST_HELD = 3;

/** Under which name what happens in a week is counted. */
export function weekCount(plant: PlantCode, week: string): string {
  return `week-${plant}-${week}`;
}

/** Working time, ms, of balls that somebody no longer holds. */
export const heldField = (holder: Holder) => `held ${holderKey(holder)}`;
/** How many requests of a type were decided after about so long: see `tookBucket`. */
export const tookField = (type: string, bucket: number) => `took ${bucket} ${type}`;

/** What such a field counts; null for every other field. */
export function readTook(field: string): { readonly bucket: number; readonly type: string } | null {
  const found = /^took (\d+) (.+)$/.exec(field);
  return found === null ? null : { bucket: Number(found[1]), type: found[2] ?? "" };
}

export function holderKey(holder: Holder): string {
  return holder.type === "requester" || holder.type === "others" ? holder.type : partyKey(holder);
}

/** Times from a minute on, each bucket a fifth longer than the one before: a median is right to a tenth. */
export function tookBucket(ms: number): number {
  return Math.round(BUCKETS_PER_DOUBLING * Math.log2(Math.max(1, ms / MINUTE_MS)));
}

export function tookMs(bucket: number): number {
  return 2 ** (bucket / BUCKETS_PER_DOUBLING) * MINUTE_MS;
}

const BUCKETS_PER_DOUBLING = 4;

/** In whose hours a holder's time counts: whoever asked answers in those of the plant. */
export function hoursOf(holder: Holder): Party {
  return holder.type === "requester" || holder.type === "others" ? { type: "ops" } : holder;
}

/** Which lists a ball stands in while it is held, by since when. */
export function holdingList(plant: PlantCode, holder: Holder, nth: number): string {
  return `holding-${plant}-${holderKey(holder)}${nth === 0 ? "" : `-${nth}`}`;
}

/** What is in whose hands, so that a week is added up without a look at any request. */
export function holdingLists(state: Open, plant: Plant): readonly ListEntry[] {
  const nth = new Map<string, number>();
  return holdingsIn(state, plant).flatMap(({ holder, since }) => {
    const key = holderKey(holder);
    const n = nth.get(key) ?? 0;
    nth.set(key, n + 1);
    return n < MOST_HELD ? [{ name: holdingList(state.asked.plant, holder, n), score: since }] : [];
  });
}

/** What there is to count when one state follows another: balls that went from somebody, and what was decided. */
export function countsBetween(before: RequestState, after: RequestState, plant: Plant): readonly Count[] {
  if (before.status !== "open") return [];
  const now = new Set(holdingsIn(after, plant).map(wordOf));
  const ended = holdingsIn(before, plant).filter((holding) => !now.has(wordOf(holding)));
  return [...ended.flatMap((holding) => heldIn(plant, holding, after.at)), ...decidedIn(before, after, plant)];
}

function wordOf({ step, holder, since }: Holding): string {
  return `${step} ${holderKey(holder)} ${since}`;
}

function heldIn(plant: Plant, { holder, since }: Holding, until: EpochMs): readonly Count[] {
  return weeksIn({ from: since, to: until }, plant.timeZone, MOST_WEEKS).flatMap((week) => {
    const by = workedWithin(plant, holder, since, { from: week.from, to: week.to < until ? week.to : until });
    return by === 0 ? [] : [{ name: weekCount(plant.code, week.name), field: heldField(holder), by }];
  });
}

/** How much of a holder's working time between two instants a ball was theirs that came to them at another, ms. */
export function workedWithin(
  plant: Plant,
  holder: Holder,
  since: EpochMs,
  { from, to }: { readonly from: EpochMs; readonly to: EpochMs },
): number {
  return workedBetween(plant, hoursOf(holder), since > from ? since : from, to);
}

function decidedIn(before: Open, after: RequestState, plant: Plant): readonly Count[] {
  // What went on after a no was counted with that no.
  if (before.reopenedAt !== null || isDecided(before) !== false || isDecided(after) !== true) return [];
  const { name } = weekAt(after.at, plant.timeZone);
  const field = tookField(before.rules.type, tookBucket(after.at - before.sentAt));
  return [{ name: weekCount(plant.code, name), field, by: 1 }];
}
