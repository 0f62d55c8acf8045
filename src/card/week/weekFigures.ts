import type { EpochMs } from "../../clock.ts";

/** Something measured in one week and in the week before it. Null: nothing was measured there. */
export type Compared = { readonly name: string; readonly ms: number | null; readonly beforeMs: number | null };

/** A plant's week in figures: of parties and types, never of persons. */
export type WeekFigures = {
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** Working time in which requests were somebody's turn, the most first. */
  readonly held: readonly Compared[];
  /** How many requests are open, by how old they are. */
  readonly ages: readonly { readonly upToMs: number | null; readonly count: number }[];
  /** How long requests of a type were with people until they were decided: half of them took no longer. */
  readonly decided: readonly (Compared & { readonly count: number })[];
};

/** The middle of what was counted in buckets; null of nothing. */
export function medianOf(counts: ReadonlyMap<number, number>): number | null {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (const [bucket, count] of [...counts].toSorted(([a], [b]) => a - b)) {
    seen += count;
    if (seen * 2 >= all && count > 0) return bucket;
  }
  return null;
}

/** The most of them, and what the others come to together. */
export function theMost(all: readonly Compared[], most: number, others: string): readonly Compared[] {
  const inOrder = all.filter(isMeasured).toSorted((a, b) => sizeOf(b) - sizeOf(a));
  if (inOrder.length <= most) return inOrder;
  const [shown, rest] = [inOrder.slice(0, most - 1), inOrder.slice(most - 1)];
  const sum = (of: (one: Compared) => number | null) => rest.reduce((ms, one) => ms + (of(one) ?? 0), 0);
  const isCompared = rest.some(({ beforeMs }) => beforeMs !== null);
  return [
    ...shown,
    { name: others, ms: sum(({ ms }) => ms), beforeMs: isCompared ? sum(({ beforeMs }) => beforeMs) : null },
  ];
}

function isMeasured({ ms, beforeMs }: Compared): boolean {
  return (ms ?? 0) > 0 || (beforeMs ?? 0) > 0;
}

/** By this week; those of the week before alone come last. */
function sizeOf({ ms, beforeMs }: Compared): number {
  return (ms ?? 0) + (beforeMs ?? 0) / 1_000;
}
