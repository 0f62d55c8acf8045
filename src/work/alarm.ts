import { SECOND_MS } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Health } from "./types.ts";

const LOOK_EVERY_MS = 5 * SECOND_MS;

export type AlarmOptions = {
  readonly health: () => Promise<Health>;
  readonly loopAgeMs: () => number;
  readonly log: Log;
  readonly alarmMs: number;
};

export type AlarmWatch = { start(): void; stop(): void; look(): Promise<void> };

/** What is late by more than so much, in words for an administrator. */
export function sayLate({ oldestDirtyMs, oldestWakeMs, loopAgeMs }: Health, lateMs: number): readonly string[] {
  return [
    ...(loopAgeMs > lateMs ? ["nothing is being looked for: the lease loop is silent"] : []),
    ...((oldestDirtyMs ?? 0) > lateMs ? ["something to say is overdue"] : []),
    ...((oldestWakeMs ?? 0) > lateMs ? ["a request to look at is overdue"] : []),
  ];
}

/**
 * Says when something owed or due is not getting done. Two looks in a row have to agree: after an outage everything is
 * late for a moment.
 */
export function watchForAlarms({ health, loopAgeMs, log, alarmMs }: AlarmOptions): AlarmWatch {
  let timer: NodeJS.Timeout | undefined;
  let last: readonly string[] = [];
  const look = async (): Promise<void> => {
    const late = await findLate().catch((error: unknown) => {
      log.warn("cannot tell how late the work is", { error });
      return last;
    });
    for (const what of late.filter((each) => last.includes(each))) log.error(what, { alarmMs });
    last = late;
  };
  const findLate = async (): Promise<readonly string[]> => {
    // Redis may be away: then the loop is what tells, and asking for more would wait for ever.
    if (loopAgeMs() > alarmMs) return ["nothing is being looked for: the lease loop is silent"];
    return sayLate(await health(), alarmMs);
  };
  return {
    look,
    start: () => {
      timer = setInterval(look, LOOK_EVERY_MS);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}
