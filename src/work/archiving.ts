import { setTimeout as pause } from "node:timers/promises";
import { HOUR_MS, SECOND_MS } from "../clock.ts";
import { RefereeError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Archiver } from "../store/archiver.ts";

const EVERY_MS = HOUR_MS;
/** A folder on another machine may not answer for minutes. Whoever does not wait for it loses nothing: it is as if they had died. */
const STOP_MS = 2 * SECOND_MS;

/** Archives for as long as a process works, once an hour. */
export function createArchiving(
  archiver: Archiver,
  log: Log,
  stopMs = STOP_MS,
): { start(): void; stop(): Promise<void> } {
  let again: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let stopped = false;
  const begin = () => {
    running ??= round(archiver, () => stopped, log).finally(() => {
      running = null;
    });
  };
  return {
    start: () => {
      stopped = false;
      begin();
      again = setInterval(begin, EVERY_MS).unref();
    },
    stop: async () => {
      stopped = true;
      clearInterval(again);
      await Promise.race([running, pause(stopMs, undefined, { ref: false })]);
    },
  };
}

async function round(archiver: Archiver, isStopped: () => boolean, log: Log): Promise<void> {
  try {
    const archived = await archiver.archiveDue(isStopped);
    if ((archived ?? 0) > 0) log.info("requests that were over for long were archived", { archived });
  } catch (error) {
    if (error instanceof RefereeError && error.code === "STORE_AWAY")
      log.debug("Redis is away, so nothing is archived", { error });
    else log.error("could not archive, will try again in an hour", { error });
  }
}
