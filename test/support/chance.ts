/** Chance that can be had again: the same seed gives the same numbers. */
export type Chance = {
  /** At least `from`, below `to`. */
  between(from: number, to: number): number;
  oneOf<T>(things: readonly [T, ...T[]]): T;
};

/** Mulberry32, public domain: 32 bits of state are plenty for choosing moments. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (from, to) => from + next() * (to - from),
    oneOf: (things) => things[Math.floor(next() * things.length)] ?? things[0],
  };
}
