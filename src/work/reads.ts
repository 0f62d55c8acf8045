import { Queue, Worker } from "bullmq";
import { z } from "zod";
import { SECOND_MS } from "../clock.ts";
import type { Log } from "../log.ts";
import type { RedisClient } from "../redis/client.ts";
import { RequestId } from "../request/ids.ts";
import { withinGoodbye } from "./queues.ts";

const ReadJob = z.object({ request: RequestId });

export type ReadsOptions = {
  readonly redis: RedisClient;
  readonly prefix: string;
  readonly log: Log;
  readonly run: (request: RequestId) => Promise<void>;
  /** How long after its card a draft is read, ms: a card must not change under somebody's finger. Default: two seconds. */
  readonly afterMs?: number;
};

export type Reads = {
  start(): Promise<void>;
  add(request: RequestId): Promise<void>;
  close(): Promise<void>;
};

/** More wait only where many write at once; then nobody needs a second reading so badly. */
const MOST_WAITING = 200;

/** What may be done some time, or never: one at a time, behind whatever people wait for. A job that is lost is not missed. */
export function createReads({ redis, prefix, log, run, afterMs = 2 * SECOND_MS }: ReadsOptions): Reads {
  const shared = { connection: redis, prefix: `${prefix}bull` };
  const queue = new Queue("read", shared);
  const worker = new Worker("read", (job) => run(ReadJob.parse(job.data).request), { ...shared, autorun: false });
  const onTrouble = (error: Error) => log.debug("queue trouble", { queue: "read", error });
  queue.on("error", onTrouble);
  worker.on("error", onTrouble);
  worker.on("failed", (_job, error) => log.warn("a draft could not be read a second time", { error }));
  return {
    start: async () => {
      await worker.waitUntilReady();
      worker.run().catch((error: unknown) => log.error("worker ended", { queue: "read", error }));
    },
    add: async (request) => {
      if ((await queue.getDelayedCount()) + (await queue.getWaitingCount()) > MOST_WAITING) return;
      const job = { jobId: `read-${request}`, delay: afterMs, removeOnComplete: true, removeOnFail: true };
      await queue.add("read", { request }, job);
    },
    close: async () => {
      await withinGoodbye(worker.close(true));
      await withinGoodbye(queue.close());
    },
  };
}
