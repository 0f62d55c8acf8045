import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { createSlackAdapter } from "../../adapters/slack/slack.ts";
import { createTeamsAdapter } from "../../adapters/teams/adapter.ts";
import { readFiles, requireSound } from "../../host/files.ts";
import { assemble, openRecord } from "../../host/installation.ts";
import type { Adapter, Receive } from "../../src/adapter.ts";
import { instant, systemClock } from "../../src/clock.ts";
import { RefereeError } from "../../src/errors.ts";
import { createLog } from "../../src/log.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { Secret } from "../../src/secret.ts";
import { createGiven } from "../../src/store/given.ts";
import { optionsFor } from "../../test/adapters/teams/useTeams.ts";
import { openFakeSlack } from "../../test/fakes/slack/fakeSlack.ts";
import { startFakeTeams } from "../../test/fakes/teams/fakeTeams.ts";
import { channelCalled, movedToTeams, teamsAccount, tenantFor } from "../../test/support/onTeams.ts";
import { startThrowAwayRedis } from "../../test/support/throwAwayRedis.ts";
import { peopleTheWorkspace } from "../../test/support/world.ts";

export type Platform = "slack" | "teams";

/** The demo plant, all of it on one platform that keeps its real rates, with the pacing Referee has there. */
export type Stage = {
  readonly platform: Platform;
  readonly receive: Receive;
  /** Somebody writes in the channel of line 3, naming Referee. @returns the id of what they wrote, once it is heard */
  says(person: string, text: string, to?: string): Promise<string>;
  account(person: string): string;
  readonly channel: string;
  /** Where those who own the machine read. */
  readonly owners: string;
  /** When a message that shows all of these words stood at the platform first, ms of the steady clock. */
  firstWith(...words: readonly string[]): number | undefined;
  /** How many messages the platform took so far, and how many messages and changes of cards it refused as too many. */
  counts(): { readonly posts: number; readonly refused: number };
  readonly redisKeys: () => Promise<number>;
  stop(): Promise<void>;
};

/** Everything of the demo plant that can be on Teams. */
const everybody = (plant: Plant) => ({
  teams: [...plant.teams.keys()],
  lines: [...plant.lines.keys()],
  ops: true,
  people: [...plant.people.keys()],
});

export async function openStage(platform: Platform): Promise<Stage> {
  const log = createLog({ level: "error" });
  const read = requireSound(await readFiles("plants", "workflows"), createLog({ level: "silent" }));
  const plants = read.plants.map((plant) => (platform === "teams" ? movedToTeams(plant, everybody(plant)) : plant));
  const redis = await startThrowAwayRedis();
  const settings = { url: null, tag: "flood", server: "", acceptsLoss: false };
  const record = await openRecord({ path: redis.address }, { redis: settings, dataDir: `${redis.address}-data` }, log);
  const given = createGiven(record.web, record.prefix);
  const chat = platform === "slack" ? await onSlack(plants, given, log) : await onTeams(plants, given);
  const { adapter, shown, heard, core } = watched(chat.adapter);
  const referee = assemble(record, { ...read, adapters: [adapter], plants, sources: [], log });
  // Everybody of the early shift is there, and plant time passes.
  await record.worker.set(`${record.prefix}clock`, instant("2026-11-30T09:00:00+01:00") - systemClock());
  await referee.start();
  await chat.connect();
  return {
    platform,
    receive: (inbound) => again(() => core().receive(inbound)),
    says: async (person, text, to) => {
      const mark = `mark${heard.size}x${Math.floor(performance.now() * 1_000)}`;
      await chat.says(person, `${text} (${mark})`, to);
      // A busy machine answers late, and then the platform delivers again.
      for (;;) {
        const id = [...heard].find(([said]) => said.includes(mark))?.[1];
        if (id !== undefined) return id;
        await pause(50);
      }
    },
    account: chat.account,
    channel: chat.channel,
    owners: chat.owners,
    firstWith: (...words) => shown.find(({ text }) => words.every((word) => text.includes(word)))?.at,
    counts: chat.counts,
    redisKeys: () => record.worker.dbsize(),
    stop: async () => {
      await referee.stop();
      await chat.stop();
      await record.close();
      await redis.stop();
    },
  };
}

/** On a busy machine Redis may not answer in time; platforms send it again then. */
async function again<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (attempt === 10 || !(error instanceof RefereeError)) throw error;
    }
  }
}

type Shown = { readonly text: string; readonly at: number };

/** The adapter as it is, and what passes through it. */
function watched(adapter: Adapter) {
  const shown: Shown[] = [];
  const heard = new Map<string, string>();
  let receive: Receive | null = null;
  const watching: Adapter = {
    ...adapter,
    start: (core, ...others) => {
      receive = core;
      const listening: Receive = async (inbound) => {
        const answer = await core(inbound);
        if (inbound.type === "said") heard.set(inbound.text, inbound.id);
        return answer;
      };
      return adapter.start(listening, ...others);
    },
    post: async (spot, message, effect) => {
      const posted = await adapter.post(spot, message, effect);
      shown.push({ text: `${spot.conversation} ${effect} ${JSON.stringify(message)}`, at: performance.now() });
      return posted;
    },
  };
  const core = () => {
    if (receive === null) throw new Error("Referee has not started");
    return { receive };
  };
  return { adapter: watching, shown, heard, core };
}

async function onSlack(
  plants: readonly Plant[],
  given: ReturnType<typeof createGiven>,
  log: ReturnType<typeof createLog>,
) {
  const slack = await openFakeSlack({ live: true });
  peopleTheWorkspace(slack, plants);
  for (const n of [1, 2, 3, 4]) slack.workspace.addUser(`U0STRANGER${n}`, `Somebody ${n}`);
  for (const channel of slack.workspace.channels.values())
    for (const n of [1, 2, 3, 4]) channel.members.add(`U0STRANGER${n}`);
  const adapter = createSlackAdapter({
    token: new Secret(slack.token),
    transport: { type: "http", signingSecret: new Secret(slack.signingSecret), listen: { host: "127.0.0.1", port: 0 } },
    ...{ apiUrl: slack.apiUrl, now: systemClock, log, given },
  });
  const id = (person: string) => `U0${person.toUpperCase()}`;
  return {
    adapter,
    channel: "C0LINE3",
    owners: "C0OTCONTROLS",
    connect: async () => slack.deliverTo({ type: "http", url: adapter.url() ?? "" }),
    says: (person: string, text: string, to = "C0LINE3") => slack.as(id(person)).says(to, `<@U0REFEREE> ${text}`),
    account: (person: string) => `slack:${id(person)}`,
    counts: () => ({
      refused: slack.calls.filter(({ method, status }) => status === 429 && /^chat\.(postM|u)/.test(method)).length,
      posts: slack.calls.filter(({ method, status }) => method === "chat.postMessage" && status === 200).length,
    }),
    stop: () => slack.stop(),
  };
}

async function onTeams(plants: readonly Plant[], given: ReturnType<typeof createGiven>) {
  const tenant = tenantFor(plants);
  const strangers = {
    stranger1: "Somebody 1",
    stranger2: "Somebody 2",
    stranger3: "Somebody 3",
    stranger4: "Somebody 4",
  };
  const members = (handles: readonly string[]) => [...handles, ...Object.keys(strangers)];
  const channels = Object.entries(tenant.channels ?? {}).map(([name, handles]) => [name, members(handles)]);
  const fake = await startFakeTeams({
    people: { ...tenant.people, ...strangers },
    channels: Object.fromEntries(channels),
    live: true,
    attentive: false,
  });
  const adapter = await createTeamsAdapter({ ...optionsFor(fake, () => undefined), transport: "rest", given });
  return {
    adapter,
    channel: channelCalled("line-3"),
    owners: channelCalled("ot-controls"),
    connect: async () => {
      fake.connect(`http://127.0.0.1:${adapter.port()}/api/messages`);
      await fake.as("stranger").installs();
    },
    says: (person: string, text: string, to = "line-3") => fake.as(person).says(to, `<at>Referee</at> ${text}`),
    account: (person: string) => teamsAccount(person),
    counts: () => ({
      refused: fake.calls.filter(({ status }) => status === 429).length,
      posts: fake.calls.filter(({ method, status }) => method === "POST" && status < 300).length,
    }),
    stop: () => fake.close(),
  };
}
