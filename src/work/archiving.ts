import { HOUR_MS } from "../clock.ts";
import { RefereeError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Archiver } from "../store/archiver.ts";

const EVERY_MS = HOUR_MS;

/** Archives for as long as a process works, once an hour. */
export function createArchiving(archiver: Archiver, log: Log): { start(): void; stop(): Promise<void> } {
  let again: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  const begin = () => {
    running ??= round(archiver, log).finally(() => {
      running = null;
    });
  };
  return {
    start: () => {
      begin();
      again = setInterval(begin, EVERY_MS).unref();
    },
    stop: async () => {
      clearInterval(again);
      await running;
    },
  };
}

async function round(archiver: Archiver, log: Log): Promise<void> {
  try {
    const archived = await archiver.archiveDue();
    if ((archived ?? 0) > 0) log.info("requests that were over for long were archived", { archived });
  } catch (error) {
    if (error instanceof RefereeError && error.code === "STORE_AWAY")
      log.debug("Redis is away, so nothing is archived", { error });
    else log.error("could not archive, will try again in an hour", { error });
  }
}
