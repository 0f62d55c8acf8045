import { hostname } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { RefereeError } from "../src/errors.ts";
import type { Log } from "../src/log.ts";
import { lengthOf } from "../src/store/packing.ts";
import { onRedis } from "../src/store/redisErrors.ts";
import type { Held } from "../src/store/rollback.ts";
import { healthMounts, serve } from "./httpServer.ts";
import type { Record } from "./installation.ts";

/** A history of which more had been seen. `key`: as people call it, where the record still knows. */
const MissingEvents = z.object({ stream: z.string(), key: z.string().nullable(), seen: z.int(), found: z.int() });

/** What a process that waits tells whoever asks. */
export const Waiting = z.object({
  seen: z.int(),
  counter: z.int(),
  missing: z.array(MissingEvents),
});
export type Waiting = z.infer<typeof Waiting>;

const LOOK_MS = 1_000;
const TOLD_S = 60;
/** So many fit into an answer that somebody reads. */
const NAMED = 20;

export type HeldOptions = {
  readonly record: Pick<Record, "web" | "prefix" | "rollback">;
  readonly http: { readonly host: string; readonly port: number };
  readonly stopped: Promise<unknown>;
  readonly log: Log;
};

/**
 * Where the record is older than this machine has seen: hears nobody, says nothing and wakes nothing until an administrator has
 * accepted it, and says at `/readyz` what is missing.
 * @returns false when Referee was stopped before
 */
export async function untilAccepted({ record, http, stopped, log }: HeldOptions): Promise<boolean> {
  const held = record.rollback.held();
  if (held === null) return true;
  const waiting = await whatIsMissing(record, held);
  const text = sayWaiting(waiting);
  log.error("the record is older than what was seen: nothing is done before an administrator accepts it", waiting);
  const server = await serve(http.host, http.port, [
    ...healthMounts(async () => [text]),
    { path: "/", listener: (_, response) => void response.writeHead(503, { "retry-after": "60" }).end() },
  ]);
  let ended = false;
  const end = stopped.then(() => {
    ended = true;
  });
  try {
    while (!ended) {
      if (await asked(record, waiting, log)) break;
      await Promise.race([pause(LOOK_MS, null, { ref: false }), end]);
    }
  } finally {
    await server.close();
  }
  if (!ended) log.warn("the record was accepted as it is", { counter: held.counter, seen: held.seen });
  return !ended;
}

/** Tells that somebody waits, and looks whether it was accepted. Redis may be away meanwhile. */
async function asked({ web, prefix, rollback }: HeldOptions["record"], waiting: Waiting, log: Log): Promise<boolean> {
  try {
    await onRedis(() => web.hset(`${prefix}held`, `${hostname()}:${process.pid}`, JSON.stringify(waiting)));
    await onRedis(() => web.expire(`${prefix}held`, TOLD_S));
    return await rollback.again();
  } catch (error) {
    if (!(error instanceof RefereeError) || error.code !== "STORE_AWAY") throw error;
    log.debug("Redis is away while the record waits to be accepted", { error });
    return false;
  }
}

async function whatIsMissing({ web, prefix }: HeldOptions["record"], held: Held): Promise<Waiting> {
  const missing: z.infer<typeof MissingEvents>[] = [];
  for (const [stream, seen] of held.streams) {
    const [found, ended, key] = await Promise.all([
      lengthOf(web, prefix, stream),
      onRedis(() => web.exists(`${prefix}e:${stream}`)),
      onRedis(() => web.hget(`${prefix}p:${stream}`, "key")),
    ]);
    if (found < seen && ended === 0) missing.push({ stream, key, seen, found });
  }
  return { seen: held.seen, counter: held.counter, missing };
}

/** What is missing, for an administrator. */
export function sayWaiting({ seen, counter, missing }: Waiting): string {
  const named = missing.slice(0, NAMED).map(({ stream, key, found, ...had }) => {
    const name = key ?? stream;
    return found === 0 ? `${name} is gone` : `${name} has ${found} events of ${had.seen}`;
  });
  const more = missing.length > NAMED ? [`and ${missing.length - NAMED} more`] : [];
  const what = named.length === 0 ? "which ones this machine does not know" : [...named, ...more].join("; ");
  return `the record is older than it was: ${seen - counter} of ${seen} appends are missing (${what}). Restore a newer backup, or say with \`npm run accept-record\` that work goes on with this one`;
}
