import { setTimeout as pause } from "node:timers/promises";
import { RefereeError } from "../src/errors.ts";
import type { Log } from "../src/log.ts";
import { sayRefusal } from "../src/redis/refusal.ts";

/** A Redis that loads a million requests takes less than two minutes until it answers. */
const PATIENCE_MS = 120_000;
const TRY_AGAIN_MS = 500;

/**
 * Asks Redis, and waits for one that is away or still loading, visibly and not for ever.
 * @throws RefereeError `STORE_AWAY` when it did not answer in time
 */
export async function onceRedisAnswers<T>(
  ask: () => Promise<T>,
  log: Log,
  { patienceMs = PATIENCE_MS, refusing }: Waiting = {},
): Promise<T> {
  const heard = refusing === undefined ? null : hearing(refusing);
  const over = new AbortController();
  try {
    return await Promise.race([
      answered(ask, log, patienceMs, () => heard?.last() ?? null, over.signal),
      ...(heard?.refused ?? []),
    ]);
  } finally {
    over.abort();
    heard?.stop();
  }
}

type Refusing = Record<"on" | "off", (event: "error", listener: (error: Error) => void) => unknown>;

/** `refusing`: the client whose errors say that no waiting helps. */
type Waiting = { readonly patienceMs?: number; readonly refusing?: Refusing };

async function answered<T>(
  ask: () => Promise<T>,
  log: Log,
  patienceMs: number,
  last: () => string | null,
  over: AbortSignal,
): Promise<T> {
  const until = performance.now() + patienceMs;
  for (let told = false; ; told = true) {
    const answer = await asked(ask, told ? until - performance.now() : Math.min(TRY_AGAIN_MS, patienceMs));
    if (answer !== null) return answer.value;
    if (over.aborted || performance.now() >= until) throw gone(patienceMs, last());
    if (!told) log.warn("waiting for Redis", { atMostMs: patienceMs });
    await pause(TRY_AGAIN_MS);
  }
}

/** A wrong password or an unknown certificate is so in two minutes, too. */
function hearing(client: Refusing) {
  let last: string | null = null;
  let refuse: (error: RefereeError) => void = () => undefined;
  const refused = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  // Heard or not, nobody else waits for it.
  refused.catch(() => undefined);
  const onError = (error: Error) => {
    last = error.message;
    const why = sayRefusal(error);
    if (why !== null) refuse(new RefereeError("CONFIG_INVALID", why, { cause: error }));
  };
  client.on("error", onError);
  return { last: () => last, refused: [refused], stop: () => void client.off("error", onError) };
}

/** Null when Redis is away or does not answer in time. */
async function asked<T>(ask: () => Promise<T>, ms: number): Promise<{ readonly value: T } | null> {
  const answer = ask().then(
    (value) => ({ value }),
    (error: unknown) => {
      if (error instanceof RefereeError && error.code === "STORE_AWAY") return null;
      throw error;
    },
  );
  return Promise.race([answer, pause(Math.max(0, ms), null, { ref: false })]);
}

function gone(patienceMs: number, last: string | null): RefereeError {
  const what = `Redis did not answer within ${Math.round(patienceMs / 1_000)} s.`;
  const why = last === null ? "" : ` (${last.slice(0, 200)})`;
  const todo = "Check REDIS_URL, whether it is to be redis:// or rediss://, and that Redis runs and takes connections.";
  return new RefereeError("STORE_AWAY", `${what} ${todo}${why}`);
}
