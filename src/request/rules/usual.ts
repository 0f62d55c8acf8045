import { type EpochMs, earliest, latest } from "../../clock.ts";

/** With fewer nothing is said: one slow answer would be a tenth of it. */
const FEWEST = 10;

/** Of so few people it would be known who took how long. */
export const FEWEST_PEOPLE = 3;

type Took = { readonly at: EpochMs; readonly ms: number; readonly whose: string | null };

/**
 * How long answers took, ms: at least half of them `halfMs` or less, at least nine of ten `nineMs` or less. Each is the time
 * that one of them took. `from`, `to`: when the first and the last of them came.
 */
export type Usual = {
  readonly count: number;
  readonly halfMs: number;
  readonly nineMs: number;
  readonly from: EpochMs;
  readonly to: EpochMs;
};

/** What is usual, from how long each took and when; null where too few are known, or too few people gave them. */
export function usualOf(took: readonly Took[]): Usual | null {
  const [from, to] = [earliest(took.map(({ at }) => at)), latest(took.map(({ at }) => at))];
  if (took.length < FEWEST || from === null || to === null) return null;
  if (new Set(took.flatMap(({ whose }) => whose ?? [])).size < FEWEST_PEOPLE) return null;
  const sorted = took.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const within = (tenths: number) => sorted[Math.ceil((sorted.length * tenths) / 10) - 1] ?? 0;
  return { count: took.length, halfMs: within(5), nineMs: within(9), from, to };
}
