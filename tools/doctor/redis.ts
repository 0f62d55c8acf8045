import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Redis } from "ioredis";
import type { RedisAddress } from "../../src/config/redisAddress.ts";
import { type Config, redisAddress } from "../../src/config.ts";
import { RefereeError } from "../../src/errors.ts";
import type { Log } from "../../src/log.ts";
import { sayRefusal } from "../../src/redis/refusal.ts";
import { checkRedis } from "../../src/store/checkRedis.ts";
import { openWebClient } from "../../src/store/clients.ts";
import { ownerAddress } from "../../src/store/clusterClients.ts";
import { keyPrefix } from "../../src/store/eventStore.ts";
import { findCluster, sayOwner, whoFailsOver } from "../../src/store/findCluster.ts";
import { runningRedis } from "../record.ts";
import { bad, type Finding, ok, untried, warn, whyOf } from "./finding.ts";

const ABOUT = "Redis";
/** A press waits for some four round trips. */
const SLOW_MS = 50;
const PATIENCE_MS = 5_000;

/** The record's Redis: whether it answers, how fast, and whether it could lose requests. Writes nothing. */
export async function examineRedis({ redis: config, dataDir }: Config, log: Log): Promise<readonly Finding[]> {
  try {
    const address = redisAddress(config) ?? runningRedis(dataDir);
    return address === null ? [await ownServer(config.server)] : await examineAt(address, config, log);
  } catch (error) {
    // What is set cannot be used, such as a file that is no certificate.
    if (error instanceof RefereeError)
      return [bad(ABOUT, error.message, "Mend that setting: Referee does not start with it.")];
    throw error;
  }
}

async function examineAt(address: RedisAddress, config: Config["redis"], log: Log): Promise<readonly Finding[]> {
  let redis = openWebClient(address, log);
  try {
    await ready(redis);
    const found = await findCluster(redis, keyPrefix(config.tag));
    if (found !== null) {
      redis.disconnect();
      redis = openWebClient(ownerAddress(found), log);
      await ready(redis);
    }
    const losses = await checkRedis(redis, { acceptLoss: true, failsOver: whoFailsOver(address, found) });
    return [
      ...(found === null ? [] : [ok(ABOUT, `of a Redis Cluster, ${sayOwner(found)}`)]),
      await latency(redis),
      ...losses.map((loss) => judgeLoss(loss, config.acceptsLoss)),
      ...(losses.length === 0 ? [ok(ABOUT, "it keeps what it answered")] : []),
    ];
  } catch (error) {
    if (error instanceof RefereeError && error.code === "STORE_UNSAFE")
      return [bad(ABOUT, error.message, "Referee does not start with it.")];
    return [judgeSilence(error)];
  } finally {
    redis.disconnect();
  }
}

function judgeSilence(error: unknown): Finding {
  const why = whyOf(error);
  const refusal = error instanceof Error ? sayRefusal(error) : null;
  if (refusal !== null) return bad(ABOUT, `it does not let Referee in: ${why}`, refusal);
  return untried(ABOUT, `it does not answer: ${why}`, "check REDIS_URL, and that Redis runs and lets this machine in");
}

/** @throws what kept the client from getting there, within a few seconds */
export async function ready(redis: Redis): Promise<void> {
  if (redis.status === "ready") return;
  await new Promise<void>((resolve, reject) => {
    redis.once("ready", resolve);
    redis.once("error", reject);
    setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS).unref();
  });
}

async function latency(redis: Redis): Promise<Finding> {
  const took: number[] = [];
  for (let i = 0; i < 5; i++) {
    const from = performance.now();
    await redis.ping();
    took.push(performance.now() - from);
  }
  const ms = [...took].sort((a, b) => a - b)[2] ?? 0;
  const found = `it answers in ${ms.toFixed(1)} ms`;
  return ms > SLOW_MS ? warn(ABOUT, found, "put it nearer: every press waits for it several times") : ok(ABOUT, found);
}

function judgeLoss(loss: string, isAccepted: boolean): Finding {
  return isAccepted
    ? warn(ABOUT, loss, "accepted by REDIS_UNSAFE_ACCEPT_LOSS")
    : bad(ABOUT, loss, "change it in redis.conf; docs/operations.md says why");
}

async function ownServer(program: string): Promise<Finding> {
  try {
    const { stdout } = await promisify(execFile)(program, ["--version"]);
    const [, version = "unknown"] = /v=(\S+)/.exec(stdout) ?? [];
    return ok(ABOUT, `Referee starts its own, ${program} ${version}`);
  } catch (error) {
    return bad(
      ABOUT,
      `Referee starts its own, and there is no ${program} here (${whyOf(error)})`,
      "install it, name it in REDIS_SERVER, or set REDIS_URL",
    );
  }
}
