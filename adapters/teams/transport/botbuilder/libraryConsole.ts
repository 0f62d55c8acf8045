import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Keeps a library from printing. botframework-connector prints every token it cannot check, its stack and the keys there are,
 * some nine plain lines each (4.23.3, seen 2026-11-29); what was refused is said and counted in the log.
 */
export type LibraryConsole = {
  /** What the library prints meanwhile is dropped. */
  muted<T>(run: () => Promise<T>): Promise<T>;
  /** What is called back from inside prints as it always does. */
  unmuted<T>(run: () => Promise<T>): Promise<T>;
};

export function createLibraryConsole(): LibraryConsole {
  const inside = new AsyncLocalStorage<true>();
  let running = 0;
  const printer: Console = globalThis.console;
  let original: Console["error"] = printer.error;
  return {
    muted: async (run) => {
      if (running === 0) {
        original = printer.error;
        printer.error = (...said) => {
          if (inside.getStore() === undefined) original(...said);
        };
      }
      running += 1;
      try {
        return await inside.run(true, run);
      } finally {
        running -= 1;
        if (running === 0) printer.error = original;
      }
    },
    unmuted: (run) => inside.exit(run),
  };
}
