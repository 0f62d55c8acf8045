import type { Redis } from "ioredis";
import { RefereeError } from "../errors.ts";
import { onRedis } from "./redisErrors.ts";

/** Redis 7.0.8 is the first whose scripts, lists and append-only file have no known loss that concerns us. */
const OLDEST = [7, 0, 8] as const;

type Finding = { readonly setting: string; readonly wanted: string; readonly loss: string };

const WANTED: readonly Finding[] = [
  { setting: "maxmemory-policy", wanted: "noeviction", loss: "When memory is full, Redis throws requests away." },
  { setting: "appendonly", wanted: "yes", loss: "A restart of Redis loses everything since the last snapshot." },
  { setting: "appendfsync", wanted: "always", loss: "A power cut loses up to the last second of decisions." },
];

/** Whoever puts a replica in the place of a master that died; null where nobody does. */
export type FailsOver = "sentinel" | "cluster" | null;

/** Measured: of writes that were answered while a replica was 400 ms behind, a failover lost a third. No setting bounds it. */
const FAILS_OVER =
  "The replica that is put in the master's place may not have the last decisions that were answered; they are gone then, and Referee can only say so. One Redis with a good disk loses none.";
const WHO = {
  sentinel: "REDIS_URL names Sentinel.",
  cluster: "The server of this Redis Cluster that has the record has a replica.",
} as const;

/**
 * Refuses a Redis that would lose requests. With `acceptLoss`, returns what can be lost instead, to be said in the log.
 * @throws RefereeError `STORE_UNSAFE`, naming everything at once and what to set
 */
export async function checkRedis(
  redis: Redis,
  { acceptLoss, failsOver = null }: { acceptLoss: boolean; failsOver?: FailsOver },
): Promise<readonly string[]> {
  const problems = [
    ...(await checkVersion(redis)),
    ...(await checkSettings(redis)),
    ...(failsOver === null ? [] : [`${WHO[failsOver]} ${FAILS_OVER}`]),
  ];
  if (problems.length === 0 || acceptLoss) return problems;
  throw new RefereeError(
    "STORE_UNSAFE",
    `This Redis would lose requests:\n${problems.map((problem) => `  ${problem}`).join("\n")}\n` +
      "Change it, or accept the loss with REDIS_UNSAFE_ACCEPT_LOSS=yes.",
  );
}

async function checkVersion(redis: Redis): Promise<readonly string[]> {
  const info = await onRedis(() => redis.info("server"));
  if (/^valkey_version:/m.test(info)) return [];
  const version = /^redis_version:(\d+)\.(\d+)\.(\d+)/m.exec(info);
  const found = version?.slice(1, 4).map(Number) ?? [];
  return atLeast(found) ? [] : [`Redis ${found.join(".") || "of unknown version"}: use ${OLDEST.join(".")} or newer.`];
}

function atLeast(found: readonly number[]): boolean {
  for (const [index, wanted] of OLDEST.entries()) {
    const part = found[index] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}

async function checkSettings(redis: Redis): Promise<readonly string[]> {
  const names = WANTED.map(({ setting }) => setting);
  const reply = await readSettings(redis, names);
  if (reply === null)
    return ["CONFIG GET is not allowed, so its settings are unknown. Allow config|get to Referee's user."];
  const now = new Map<string, string>();
  for (let i = 0; i + 1 < reply.length; i += 2) now.set(reply[i] ?? "", reply[i + 1] ?? "");
  return WANTED.filter(({ setting, wanted }) => now.get(setting) !== wanted).map(
    ({ setting, wanted, loss }) => `${setting} is ${now.get(setting) ?? "unknown"}, set it to ${wanted}. ${loss}`,
  );
}

/** Null when the user may not ask: hosted offers often hide CONFIG. */
async function readSettings(redis: Redis, names: readonly string[]): Promise<readonly string[] | null> {
  try {
    const [first = "", ...rest] = names;
    return (await onRedis(() => redis.config("GET", first, ...rest))).map(String);
  } catch (error) {
    if (error instanceof RefereeError) throw error;
    return null;
  }
}
