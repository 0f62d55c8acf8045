import type { Log } from "../../../src/index.ts";

/**
 * Whether Teams lets Referee speak, as the last call showed. A change stands in the log once: cards that cannot be sent are
 * tried again quietly, and an ended secret would else look like silence.
 */
export type Access = {
  works(): boolean;
  worked(): void;
  failed(error: unknown): void;
};

/** @param log hears of every change */
export function watchAccess(log: Log): Access {
  let works = true;
  return {
    works: () => works,
    worked: () => {
      if (!works) log.info("Teams lets Referee in again");
      works = true;
    },
    failed: (error) => {
      if (works) log.error(LOCKED_OUT, { error });
      works = false;
    },
  };
}

const LOCKED_OUT =
  "Teams does not let Referee in, so nothing can be written there. Has the secret or the certificate of the app ended?";
