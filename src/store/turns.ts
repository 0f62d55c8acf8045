/** Runs work one after another where it names the same things, side by side where it does not. */
export type Turns = <T>(names: readonly string[], work: () => Promise<T>) => Promise<T>;

/**
 * Commands of one process for the same stream or guard would only make each other conflict. Correctness does not rest
 * on this: other processes take no turns, the append compares.
 */
export function createTurns(): Turns {
  const tails = new Map<string, Promise<unknown>>();
  return async (names, work) => {
    const before = Promise.allSettled(names.map((name) => tails.get(name)));
    const mine = before.then(work);
    const tail = mine.catch(() => undefined);
    for (const name of names) tails.set(name, tail);
    try {
      return await mine;
    } finally {
      for (const name of names) if (tails.get(name) === tail) tails.delete(name);
    }
  };
}
