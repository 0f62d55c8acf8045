import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Redis } from "ioredis";
import { readFiles, requireSound } from "../../../host/files.ts";
import { instant } from "../../../src/clock.ts";
import { createLog } from "../../../src/log.ts";
import { servedBy } from "../../../src/plant/who/served.ts";
import { createPlantFiles } from "../../../src/referee/plantFiles.ts";
import { createPlants, type Plants } from "../../../src/referee/plants.ts";
import { createRequests, type Requests } from "../../../src/referee/requests.ts";
import { openWorkerClient } from "../../../src/store/clients.ts";
import { createEventStore, keyPrefix } from "../../../src/store/eventStore.ts";
import { createRollbackWatch } from "../../../src/store/rollback.ts";
import type { EventStore } from "../../../src/store/types.ts";
import { advance } from "../../../src/work/standing.ts";
import { type FakeSlack, openFakeSlack } from "../../fakes/slack/fakeSlack.ts";
import { type Rates, SLACK_RATES } from "../../fakes/slack/rates.ts";
import { type FakeTeams, startFakeTeams } from "../../fakes/teams/fakeTeams.ts";
import { ROOT } from "../../support/bundle.ts";
import { tenantFor } from "../../support/onTeams.ts";
import { peopleTheWorkspace } from "../../support/world.ts";
import { type RedisProcess, startRedis } from "../redisProcess.ts";
import { freePort, openBalancer } from "./balancer.ts";
import type { Hands } from "./hands.ts";
import { isOnTeams, onBothPlatforms } from "./platforms.ts";
import { bundleReferee, type Program, type RefereeProcess, superviseReferee } from "./processes.ts";
import { type Setup, TIMES_FASTER } from "./setup.ts";
import { slackHands } from "./slackHands.ts";
import { teamsHands } from "./teamsHands.ts";

/** The platforms that outlive everybody, a Redis of their own, two Referee processes, and a look at the record. */
export type Stage = {
  readonly slack: FakeSlack;
  readonly teams: FakeTeams;
  /** The hands of a person, on the platform where they live. */
  readonly handsOf: (who: string) => Hands;
  readonly redis: RedisProcess;
  readonly referees: readonly RefereeProcess[];
  readonly programs: Programs;
  /** Waits for Redis as long as it takes. */
  readonly client: Redis;
  readonly prefix: string;
  readonly store: EventStore;
  readonly requests: Requests;
  readonly plants: Plants;
  /** What the watch over the record reported; empty when nothing that was seen is missing. */
  readonly rollbacks: readonly string[];
  /** Whether one of the processes runs another release, now or later. */
  readonly isMixed: boolean;
  /** Where the processes' logs are. */
  readonly dir: string;
  close(keepLogs: boolean): Promise<void>;
};

/** Which release a process runs: this one, or the one before. */
export type Runs = "this" | "before";
export type Programs = Readonly<Record<Runs, Program>>;

/** Who plays: the folder of the release before, null where there is none, and what the two processes run at the beginning. */
export type Cast = { readonly before: string | null; readonly begin: readonly [Runs, Runs] };

/** A Monday morning that no clock of today has passed, since time only goes on: everybody is at work, no freeze before the afternoon. */
export const BEGINS = instant("2032-11-22T09:00:00+01:00");

/** What was not answered comes again: at once, and then ever more rarely, as Slack does within minutes. */
const RETRY_AFTER_MS = [0, 400, 800, 1_500, 2_500, 4_000, 6_000, 8_000, 10_000, 10_000];
const TAG = "story";

/** @param twice whether what a platform delivers now comes twice at the same moment */
export async function setStage(twice: () => boolean, cast: Cast): Promise<Stage> {
  const dir = await mkdtemp(join(tmpdir(), "ref-story-"));
  const redis = await startRedis(dir);
  const silent = createLog({ level: "silent" });
  const client = openWorkerClient({ path: redis.path }, silent);
  const prefix = keyPrefix(TAG);
  const files = requireSound(await readFiles(plantsOf(cast), "workflows"), silent);
  const read = files.plants.map(onBothPlatforms);
  // A release before this one reads nothing that is kept once. Where it began the record, this one finds that out.
  if (cast.before !== null && cast.begin.includes("this")) await client.set(`${prefix}shares`, "0");
  await advance(client, prefix, BEGINS);
  const slack = await openFakeSlack({ live: true, rates: faster(SLACK_RATES), retryAfterMs: RETRY_AFTER_MS, twice });
  peopleTheWorkspace(slack, read);
  const teams = await startFakeTeams({
    ...tenantFor(read),
    unlimited: false,
    live: true,
    attentive: false,
    twice,
    timesFaster: TIMES_FASTER,
  });
  const ports = await Promise.all([freePort(), freePort()]);
  const balancer = await openBalancer(ports);
  slack.deliverTo({ type: "http", url: `${balancer.origin}/slack/events` });
  teams.connect(`${balancer.origin}/api/messages`);
  const programs = await bundlePrograms(cast, dir);
  const begin = cast.begin.map((runs) => programs[runs]);
  const referees = await openReferees(dir, redis.path, platformsFor(slack, teams), ports, begin);
  const rollbacks: string[] = [];
  const rollback = createRollbackWatch({
    anchorFile: null,
    readCounter: async () => 0,
    onRollback: (error) => rollbacks.push(error.message),
  });
  const store = createEventStore({ redis: client, prefix, rollback });
  const plants = read.map((plant) => servedBy(plant, ["slack", "teams"]));
  const requests = createRequests(store);
  const [inSlack, onTeams] = [slackHands(slack), teamsHands(teams)];
  return {
    ...{ slack, teams, redis, referees, programs, client, prefix, store, rollbacks, dir },
    isMixed: cast.before !== null,
    handsOf: (who) => (isOnTeams(who) ? onTeams : inSlack),
    requests,
    plants: createPlants({ store, files: createPlantFiles(plants), types: files.types }),
    close: async (keepLogs) => {
      for (const referee of referees) await referee.end();
      balancer.close();
      await Promise.all([slack.stop(), teams.close()]);
      client.disconnect();
      await redis.kill();
      if (!keepLogs) await rm(dir, { recursive: true, force: true });
    },
  };
}

type Platforms = Pick<Setup, "slack" | "teams">;

function platformsFor({ apiUrl, token, signingSecret }: FakeSlack, { app }: FakeTeams): Platforms {
  const { id, secret, tenant, issuer, metadataUrl, tokenUrl } = app;
  return {
    slack: { apiUrl, token, signingSecret },
    teams: { appId: id, secret, tenant, issuer, metadataUrl, tokenUrl },
  };
}

/** A plant writes nothing into its file that the release cannot read to which it may have to go back. */
const plantsOf = ({ before }: Cast) => join(before ?? ROOT, "plants");

async function bundlePrograms(cast: Cast, dir: string): Promise<Programs> {
  const plants = plantsOf(cast);
  const program = await bundleReferee(ROOT, plants, join(dir, "this"));
  if (cast.before === null) return { this: program, before: program };
  return { this: program, before: await bundleReferee(cast.before, plants, join(dir, "before")) };
}

async function openReferees(
  dir: string,
  redisPath: string,
  platforms: Platforms,
  ports: readonly number[],
  begin: readonly Program[],
): Promise<readonly RefereeProcess[]> {
  const referees = [];
  for (const [index, program] of begin.entries()) {
    const port = ports[index];
    if (port === undefined) throw new Error(`there is no port for process ${index + 1}`);
    const name = `Referee ${index + 1}`;
    const dataDir = join(dir, `data-${index + 1}`);
    await mkdir(dataDir);
    const setup: Setup = { redisPath, tag: TAG, ...platforms, port, dataDir };
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
