import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Redis } from "ioredis";
import { readFiles, requireSound } from "../../../host/files.ts";
import { instant } from "../../../src/clock.ts";
import { createLog } from "../../../src/log.ts";
import { servedBy } from "../../../src/plant/served.ts";
import { createPlants, type Plants } from "../../../src/referee/plants.ts";
import { createRequests, type Requests } from "../../../src/referee/requests.ts";
import { openWorkerClient } from "../../../src/store/clients.ts";
import { createEventStore, keyPrefix } from "../../../src/store/eventStore.ts";
import { createRollbackWatch } from "../../../src/store/rollback.ts";
import type { EventStore } from "../../../src/store/types.ts";
import { advance } from "../../../src/work/standing.ts";
import { type FakeSlack, openFakeSlack } from "../../fakes/slack/fakeSlack.ts";
import { type Rates, SLACK_RATES } from "../../fakes/slack/rates.ts";
import { peopleTheWorkspace } from "../../support/world.ts";
import { type RedisProcess, startRedis } from "../redisProcess.ts";
import { freePort, openBalancer } from "./balancer.ts";
import { bundleReferee, type RefereeProcess, superviseReferee } from "./processes.ts";
import { TIMES_FASTER } from "./setup.ts";

/** The Slack that outlives everybody, a Redis of their own, two Referee processes, and a look at the record. */
export type Stage = {
  readonly slack: FakeSlack;
  readonly redis: RedisProcess;
  readonly referees: readonly RefereeProcess[];
  /** Waits for Redis as long as it takes. */
  readonly client: Redis;
  readonly prefix: string;
  readonly store: EventStore;
  readonly requests: Requests;
  readonly plants: Plants;
  /** What the watch over the record reported; empty when nothing that was seen is missing. */
  readonly rollbacks: readonly string[];
  /** Where the processes' logs are. */
  readonly dir: string;
  close(keepLogs: boolean): Promise<void>;
};

/** Monday morning: everybody is at work, no freeze before the afternoon. */
export const BEGINS = instant("2026-11-30T09:00:00+01:00");

/** What was not answered comes again: at once, and then ever more rarely, as Slack does within minutes. */
const RETRY_AFTER_MS = [0, 400, 800, 1_500, 2_500, 4_000, 6_000, 8_000, 10_000, 10_000];
const TAG = "story";

export async function setStage(): Promise<Stage> {
  const dir = await mkdtemp(join(tmpdir(), "ref-story-"));
  const redis = await startRedis(dir);
  const silent = createLog({ level: "silent" });
  const client = openWorkerClient({ path: redis.path }, silent);
  const prefix = keyPrefix(TAG);
  const files = requireSound(await readFiles("plants", "workflows"), silent);
  await advance(client, prefix, BEGINS);
  const slack = await openFakeSlack({ live: true, rates: faster(SLACK_RATES), retryAfterMs: RETRY_AFTER_MS });
  peopleTheWorkspace(slack, files.plants);
  const ports = await Promise.all([freePort(), freePort()]);
  const balancer = await openBalancer(ports);
  slack.deliverTo({ type: "http", url: balancer.url });
  const referees = await openReferees(dir, redis, slack, ports);
  const rollbacks: string[] = [];
  const rollback = createRollbackWatch({
    anchorFile: null,
    readCounter: async () => 0,
    onRollback: (error) => rollbacks.push(error.message),
  });
  const store = createEventStore({ redis: client, prefix, rollback });
  const plants = files.plants.map((plant) => servedBy(plant, ["slack"]));
  return {
    ...{ slack, redis, referees, client, prefix, store, rollbacks, dir },
    requests: createRequests(store),
    plants: createPlants({ store, plants, types: files.types }),
    close: async (keepLogs) => {
      for (const referee of referees) await referee.end();
      balancer.close();
      await slack.stop();
      client.disconnect();
      await redis.kill();
      if (!keepLogs) await rm(dir, { recursive: true, force: true });
    },
  };
}

async function openReferees(
  dir: string,
  redis: RedisProcess,
  slack: FakeSlack,
  ports: readonly number[],
): Promise<readonly RefereeProcess[]> {
  const program = await bundleReferee();
  const { apiUrl, token, signingSecret } = slack;
  const referees = [];
  for (const [index, port] of ports.entries()) {
    const name = `Referee ${index + 1}`;
    const dataDir = join(dir, `data-${index + 1}`);
    await mkdir(dataDir);
    const setup = { redisPath: redis.path, tag: TAG, slack: { apiUrl, token, signingSecret }, port, dataDir };
    referees.push(await superviseReferee(name, program, setup, join(dir, `referee-${index + 1}.log`)));
  }
  return referees;
}

/** Slack's rates in a faster time: as many calls at once, more in a minute. */
function faster(rates: Rates): Rates {
  return Object.fromEntries(
    Object.entries(rates).map(([method, all]) => [
      method,
      all.map((rate) => ({ ...rate, perMinute: rate.perMinute * TIMES_FASTER })),
    ]),
  );
}
