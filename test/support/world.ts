import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSlackAdapter, type SlackAdapter, type SlackOptions } from "../../adapters/slack/slack.ts";
import { type Files, readFiles, requireSound } from "../../host/files.ts";
import { assemble, openRecord, type Record } from "../../host/installation.ts";
import { openWatch, type Watch } from "../../host/metrics/watch.ts";
import { overheardOn } from "../../host/platforms.ts";
import type { Adapter, Given } from "../../src/adapter.ts";
import { DAY_MS, type EpochMs, instant, systemClock } from "../../src/clock.ts";
import { createLog, type Log } from "../../src/log.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { serverOf } from "../../src/redis/client.ts";
import type { Referee } from "../../src/referee/referee.ts";
import type { SecondReader } from "../../src/secondReader/secondReader.ts";
import { Secret } from "../../src/secret.ts";
import { createGiven } from "../../src/store/given.ts";
import type { Timings } from "../../src/work/types.ts";
import type { RequestType } from "../../src/workflow/requestType.ts";
import { type FakeSlack, openFakeSlack } from "../fakes/slack/fakeSlack.ts";
import type { Person } from "../fakes/slack/people.ts";
import type { Shown } from "../fakes/slack/show.ts";
import type { PlantText } from "./plantText.ts";
import {
  chanceOfTest,
  createRedeliver,
  oftenEnough,
  type Redeliver,
  type Repeating,
  repeatingSlack,
} from "./redeliver.ts";
import { testRedisAddress } from "./useStore.ts";

/**
 * The whole product on the demo plant: real Redis, real BullMQ, Slack's rules over HTTP, and a clock that is wound. The
 * stories begin on Monday 30 November 2026, 09:00 in Hamburg.
 */
export type World = {
  readonly slack: FakeSlack;
  readonly adapter: SlackAdapter;
  readonly referee: Referee;
  readonly record: Record;
  /** What Slack delivers does not arrive, until it does again. */
  hears(arrives: boolean): void;
  /** A second process on the same record; it works and speaks, while Slack goes on talking to the first. */
  another(texts?: readonly PlantText[]): Promise<Referee>;
  /** A person of the plant at their Slack client: `as("olga")`. */
  as(person: string): Person;
  /** Everything due so far was done and said. */
  settled(): Promise<void>;
  /** Winds the clock to an instant, halting wherever something is due. */
  until(iso: string): Promise<void>;
  now(): Promise<EpochMs>;
  /** The newest messages of a channel that show this text; there must be one. */
  shown(channel: string, text: string): Shown;
  /** How often a text was posted, in all channels. */
  times(text: string): number;
};

export const MONDAY = "2026-11-30";

/** A platform that runs beside Slack. */
export type Beside = {
  readonly adapter: Adapter;
  /** What it delivered and shows; absent where nothing is delivered again. */
  readonly repeating?: Repeating;
  /** Referee listens now: what people do reaches it from here on. */
  connect(): Promise<void>;
  /** People's clients show what was said. Absent where they do so at once. */
  shown?(): Promise<void>;
  stop(): Promise<void>;
};

/** What a platform beside Slack is opened with. */
export type BesideFrom = {
  readonly given: Given /** Whether what is delivered now comes twice. */;
  readonly twice: () => boolean;
};

export type Setup = {
  /** When the stories begin. */
  readonly from?: string;
  /** The demo plant as these stories want it. */
  readonly plant?: (demo: Plant) => Plant;
  /** Each request type as these stories want it. */
  readonly type?: (type: RequestType) => RequestType;
  /** Plants that share the installation with it. */
  readonly others?: (demo: Plant) => readonly Plant[];
  /** What Slack's adapter is given beside the usual. */
  readonly slack?: (slack: FakeSlack, record: Record) => Partial<SlackOptions>;
  /** Plant files with their texts, as a process reads them, instead of the demo plant. */
  readonly texts?: readonly PlantText[];
  readonly beside?: (plants: readonly Plant[], from: BesideFrom) => Promise<Beside>;
  /** A Redis of the story's own, once it runs: its socket, or its address. Default: the one all suites share. */
  readonly redis?: () => string;
  /** How long a platform may take to answer, and the like; else those of the product. */
  readonly timings?: Partial<Timings>;
  /** The folder of archives, once it is there; a week after the last thing happened to it what is over goes there. Default: none. */
  readonly archive?: () => string;
  /** Proposes readings of drafts, at once. Default: nobody does. */
  readonly secondReader?: () => SecondReader;
  /** Counts what happens. Default: nobody does. */
  readonly watch?: Watch;
  /** Receives every line of the log, the least too. Default: nothing is logged. */
  readonly write?: (line: string) => void;
};

/** Opens a world before each test of a file, and closes it after. */
export function useWorld(setup: Setup = {}): { readonly world: World } {
  const now: { world: World | null; close: () => Promise<void> } = { world: null, close: async () => undefined };
  beforeEach(async () => {
    const opened = await openWorld(setup);
    now.world = opened.world;
    now.close = opened.close;
  });
  afterEach(() => now.close());
  return {
    get world() {
      if (now.world === null) throw new Error("The world opens before each test");
      return now.world;
    },
  };
}

let kept: Promise<Extract<Files, { ok: true }>> | undefined;

/** The files of the demo, read once for all worlds of a file: nothing in a story changes them. */
function soundFiles() {
  kept ??= readFiles("plants", "workflows").then((files) => requireSound(files, createLog({ level: "silent" })));
  return kept;
}

/** Not nine sharp: eight working hours from then end on the next day, as they do for whoever writes a moment later. */
const JUST_AFTER_NINE = `${MONDAY}T09:00:00.500+01:00`;

async function openWorld({
  from = JUST_AFTER_NINE,
  plant,
  type = (each) => each,
  others: more = () => [],
  texts,
  beside,
  slack: withSlack = () => ({}),
  redis: address = testRedisAddress,
  timings = {},
  secondReader,
  archive: archiveDir,
  watch = openWatch(null),
  write,
}: Setup) {
  const log = write === undefined ? createLog({ level: "silent" }) : createLog({ level: "debug", write });
  const read = await soundFiles();
  // A plant that a story changed is none of the texts'.
  const files = {
    ...read,
    types: new Map([...read.types].map(([id, each]) => [id, type(each)])),
    plants: texts?.map((each) => each.plant) ?? [
      ...read.plants.map((demo) => plant?.(demo) ?? demo),
      ...read.plants.flatMap(more),
    ],
    sources: texts?.map(({ source }) => source) ?? (plant === undefined ? read.sources : []),
  };
  const dataDir = mkdtempSync(join(tmpdir(), "referee-world-"));
  const tag = `world-${randomUUID().slice(0, 8)}`;
  const redis = { url: null, tag, server: "", acceptsLoss: false };
  const archive = archiveDir === undefined ? null : { dir: archiveDir(), afterMs: 7 * DAY_MS };
  const record = await openRecord(address(), { redis, dataDir, archive }, log, watch.counting);
  const others: { stop(): Promise<void> }[] = [];
  const chance = chanceOfTest();
  const twice = () => oftenEnough(chance);
  const slack = await openFakeSlack({ rates: {}, answerWithinMs: 20_000, twice });
  peopleTheWorkspace(slack, files.plants);
  const adapter = slackFor(slack, record, files.plants, log, withSlack(slack, record));
  const other = await beside?.(files.plants, { given: createGiven(record.web, record.prefix), twice });
  const adapters = (other === undefined ? [adapter] : [adapter, other.adapter]).map(watch.adapter);
  const referee = assemble(record, {
    ...{ adapters, ...files, log, timings, count: watch.count },
    ...(secondReader !== undefined && { secondReader: secondReader(), readAfterMs: 0 }),
  });
  await startOn(referee, record, from);
  slack.deliverTo({ type: "http", url: adapter.url() ?? "" });
  await other?.connect();
  const hears = (arrives: boolean) =>
    slack.deliverTo({ type: "http", url: arrives ? (adapter.url() ?? "") : "http://127.0.0.1:1/nobody" });
  const settled = settling(referee, adapter, other);
  const repeating = [repeatingSlack(slack, chance), ...(other?.repeating === undefined ? [] : [other.repeating])];
  const redeliver = createRedeliver({ record }, repeating, chance, settled);
  const world = { ...worldOf(slack, referee, record, { settled, redeliver, other }), adapter, another, hears };
  return { world, close };

  async function another(texts?: readonly PlantText[]): Promise<Referee> {
    const opened = await openRecord(address(), { redis, dataDir: join(dataDir, "another") }, log);
    const second = assemble(opened, {
      adapters: [slackFor(slack, opened, files.plants, log, withSlack(slack, opened))],
      ...files,
      plants: texts?.map((each) => each.plant) ?? files.plants,
      sources: texts?.map(({ source }) => source) ?? files.sources,
      log,
    });
    await second.start();
    others.push({ stop: () => second.stop().then(() => opened.close()) });
    return second;
  }

  async function close() {
    try {
      await packAll(referee, record);
      await redeliver.all();
    } finally {
      await end();
    }
  }

  async function end() {
    for (const each of others) await each.stop();
    await referee.stop();
    await Promise.all([slack.stop(), other?.stop()]);
    const server = await serverOf(record.worker, record.prefix);
    for await (const keys of server.scanStream({ match: `${record.prefix}*`, count: 1_000 }))
      if (keys.length > 0) await record.worker.unlink(...keys);
    await record.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Everybody of the plant with an account, every channel with those who read it. */
export function peopleTheWorkspace(
  { workspace, bot }: Pick<FakeSlack, "workspace" | "bot">,
  plants: readonly Plant[],
): void {
  const people = plants.flatMap((plant) => [...plant.people.values()]);
  const users = people.flatMap(({ name, accounts }) => {
    const id = accounts.find((account) => account.startsWith("slack:"))?.slice("slack:".length);
    return id === undefined ? [] : [workspace.addUser(id, name).id];
  });
  const channels = new Set(
    plants
      .flatMap((plant) => [...plant.teams.values(), ...plant.lines.values(), plant.ops])
      .flatMap(({ channel }) => channel.slack ?? []),
  );
  workspace.addUser("U0STRANGER", "Somebody Else");
  for (const channel of channels)
    workspace.addChannel(channel, channel.toLowerCase(), [...users, "U0STRANGER", bot.userId]);
}

function slackFor(
  slack: FakeSlack,
  record: Record,
  plants: readonly Plant[],
  log: Log,
  more: Partial<SlackOptions>,
): SlackAdapter {
  const free = { capacity: 1_000, perSecond: 1_000 };
  return createSlackAdapter({
    token: new Secret(slack.token),
    transport: { type: "http", signingSecret: new Secret(slack.signingSecret), listen: { host: "127.0.0.1", port: 0 } },
    apiUrl: slack.apiUrl,
    overhears: overheardOn("slack", () => plants),
    now: systemClock,
    log,
    given: createGiven(record.web, record.prefix),
    pacing: { conversation: free, post: free, update: free, home: free },
    ...more,
  });
}

/**
 * Plant time stands, and moves when the story winds it: how long a busy machine takes for a press must not decide whether
 * something falls due. It is set before Referee first looks, so that no digest of the days between falls due.
 */
async function startOn(referee: Referee, record: Record, from: string): Promise<void> {
  await record.worker.set(`${record.prefix}clock`, `@${instant(from)}`);
  await referee.start();
}

/** What is over is packed though it has not rested: what is delivered again after that finds it so. */
async function packAll({ work }: Referee, { worker, prefix }: Record): Promise<void> {
  for (const stream of await worker.zrange(`${prefix}packs`, "0", "-1"))
    await worker.zadd(`${prefix}packs`, "0", stream);
  await work.packDue();
}

/** Waits until everything due so far was done and said, and what is answered at once beside the record was answered. */
function settling(referee: Referee, slack: SlackAdapter, other: Beside | undefined): () => Promise<void> {
  return async () => {
    await slack.answered();
    if (!(await referee.work.settled(10_000))) throw new Error("Something is still owed after 10 s");
    await other?.shown?.();
  };
}

type Around = {
  readonly settled: () => Promise<void>;
  readonly redeliver: Redeliver;
  readonly other: Beside | undefined;
};

function worldOf(
  slack: FakeSlack,
  referee: Referee,
  record: Record,
  around: Around,
): Omit<World, "adapter" | "another" | "hears"> {
  const { other, redeliver } = around;
  const settled = async () => {
    await around.settled();
    await redeliver.some();
  };
  return {
    slack,
    referee,
    record,
    as: (person) => slack.as(`U0${person.toUpperCase()}`),
    settled,
    now: () => record.store.plantNow(),
    until: async (iso) => {
      await settled();
      // A clock that was set back meanwhile would leave the plant a moment before it.
      const left = async () => instant(iso) - (await record.store.plantNow());
      for (let ms = await left(), isFirst = true; isFirst || ms > 0; ms = await left(), isFirst = false) {
        const wound = await referee.work.wind(ms);
        if (!wound.settled) throw new Error(`Not everything due before ${iso} was done`);
      }
      await other?.shown?.();
      await referee.work.packDue();
    },
    shown: (channel, text) => {
      const messages = slack.messages(channel);
      const found = messages.findLast(
        (message) => message.text.includes(text) || JSON.stringify(message).includes(text),
      );
      if (found === undefined)
        throw new Error(
          `Nothing in ${channel} shows "${text}", but:\n${messages.map((message) => JSON.stringify(message, null, 1)).join("\n")}`,
        );
      return found;
    },
    times: (text) => slack.workspace.messages.filter((message) => JSON.stringify(message).includes(text)).length,
  };
}
