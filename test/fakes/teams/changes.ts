/** Wakes whoever waits for something to happen in the fake; nobody sleeps and looks again. */
export type Changes = {
  happened(): void;
  /** The first value `probe` gives that is not undefined. @throws after 5 s, with what is known then */
  until<T>(what: string, probe: () => T | undefined): Promise<T>;
};

const PATIENCE_MS = 5_000;

export function createChanges(describe: () => string): Changes {
  const waiting = new Set<() => void>();
  return {
    happened: () => {
      for (const look of [...waiting]) look();
    },
    until: (what, probe) =>
      new Promise((resolve, reject) => {
        const end = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`${what} did not happen within ${PATIENCE_MS} ms.\n${describe()}`));
        }, PATIENCE_MS);
        const look = () => {
          const value = probe();
          if (value === undefined) return;
          clearTimeout(end);
          waiting.delete(look);
          resolve(value);
        };
        waiting.add(look);
        look();
      }),
  };
}
