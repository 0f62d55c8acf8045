/**
 * Keeps a library from printing. botframework-connector prints every token it cannot check, its stack and the keys there are,
 * some nine plain lines each (4.23.3, seen 2026-11-29); what was refused is said and counted in the log.
 */
export type LibraryConsole = {
  /** What the library prints meanwhile is dropped; what anybody else prints is not. */
  muted<T>(run: () => Promise<T>): Promise<T>;
};

/**
 * Who prints is read from the stack, and only when something is printed. An AsyncLocalStorage would know it, too, but in Node 20
 * every promise of the process pays for one.
 */
export function createLibraryConsole(): LibraryConsole {
  let running = 0;
  const printer: Console = globalThis.console;
  let original: Console["error"] = printer.error;
  return {
    muted: async (run) => {
      if (running === 0) {
        original = printer.error;
        printer.error = function error(...said) {
          if (!isOfLibrary(callerOf(error))) original(...said);
        };
      }
      running += 1;
      try {
        return await run();
      } finally {
        running -= 1;
        if (running === 0) printer.error = original;
      }
    },
  };
}

/** The line of the stack that called a function; "" where there is none. */
function callerOf(called: (...said: never[]) => void): string {
  const trace = { stack: "" };
  Error.captureStackTrace(trace, called);
  return trace.stack.split("\n").find((line) => /^\s+at /.test(line)) ?? "";
}

function isOfLibrary(line: string): boolean {
  return /[\\/]node_modules[\\/](botbuilder|botframework-connector)[\\/]/.test(line);
}
