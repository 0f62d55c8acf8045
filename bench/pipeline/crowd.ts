// Ten thousand open requests in one plant with 240 teams, in a process of its own: how long presses take when nothing else
// happens, then while a changed plant file has all requests looked at, a digest falls due and somebody asks without a pause;
// and how fast wakes are handled that all fall due at once. A platform in memory, with Slack's budget for changed cards.
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { assemble, openRecord, type Record } from "../../host/installation.ts";
import { type Adapter, Posted, type Pressed } from "../../src/adapter.ts";
import { encodeAction } from "../../src/card/action.ts";
import { type EpochMs, HOUR_MS, instant, later } from "../../src/clock.ts";
import { createLog } from "../../src/log.ts";
import { readPlant } from "../../src/plant/file/read.ts";
import { AccountId, PersonId } from "../../src/plant/ids.ts";
import type { Referee } from "../../src/referee/referee.ts";
import { requestIdFor } from "../../src/referee/requests.ts";
import type { World } from "../../src/request/commands.ts";
import type { RequestId } from "../../src/request/ids.ts";
import { NO_QUOTAS } from "../../src/store/quotas.ts";
import { StepId } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import { startThrowAwayRedis } from "../../test/support/throwAwayRedis.ts";
import { typeNamed } from "../../test/workflow/activeTypes.ts";
import { askChannel, LINES, plantText } from "./plant.ts";
import type { Crowd } from "./process.ts";
import { spreadOf } from "./spread.ts";

const OPEN = Number(process.argv[2] ?? 10_000);
const PRESSES = Math.min(150, Math.floor(OPEN / 2));
const EVERY_MS = 40;
const IN_FLIGHT = 32;
const FREE = { capacity: 1_000_000, perSecond: 1_000_000 };
const TYPE = typeNamed("open-port");
const OWNER = StepId.parse("owner");
/** A minute before the digest. */
const MORNING = instant("2026-11-30T05:59:00+01:00");
const DIGEST = instant("2026-11-30T06:00:00+01:00");
const QUESTIONS = ["what is waiting?", "what waits for me?", "my requests", "what is stuck?", "what is undecided?"];

let posts = 0;
const adapter: Adapter = {
  name: "slack",
  pacing: { conversation: FREE, post: FREE, update: { capacity: 25, perSecond: 50 / 60 } },
  start: async () => undefined,
  stop: async () => undefined,
  ready: () => true,
  post: async ({ conversation, thread }, _message, effect) => {
    posts += 1;
    return Posted.parse({ adapter: "slack", conversation, thread, message: `${effect}-${posts}` });
  },
  update: async () => undefined,
  remove: async () => undefined,
  find: async () => null,
  permalink: async () => null,
};

const redis = await startThrowAwayRedis();
const log = createLog({ level: "silent" });
const settings = { url: null, tag: "crowd", server: "", acceptsLoss: false };
const record = await openRecord({ path: redis.address }, { redis: settings, dataDir: `${redis.address}-data` }, log);
const text = plantText(0, 1);
const referee = assemble(record, {
  quotas: NO_QUOTAS,
  ...{ adapters: [adapter], plants: [read(text).plant], sources: [read(text).source], log },
  types: new Map([[TYPE.type, TYPE]]),
});
await standAt(MORNING);
await referee.start();
const measured = await measure(referee, record);
process.send?.(measured);
await referee.stop();
await record.close();
await redis.stop();
process.exit(0);

async function measure({ propose }: Referee, { worker, prefix }: Record): Promise<Crowd> {
  const requests = await openAll();
  const calm = await press(requests, 0);

  await standAt(DIGEST);
  const changed = text.replace('"name": "Team 0"', '"name": "Team Zero"');
  await propose([read(changed).plant], [read(changed).source]);
  let isAsking = true;
  const asking = (async () => {
    for (let n = 0; isAsking; n += 1) await ask(n);
  })();
  const beside = await press(requests, PRESSES);
  const revisitsLeft = await worker.zcard(`${prefix}revisits`);
  isAsking = false;
  await asking;
  // Their pace is ten milliseconds each, which nobody waits for here.
  await worker.del(`${prefix}revisits`);
  await quiet();

  const wakes = await scheduled();
  const last = wakes[OPEN - 1] ?? MORNING;
  const startedAt = performance.now();
  await standAt(last);
  const handledInMs = await drained(last, startedAt);
  const due = wakes.filter((at) => at <= last).length;
  return { open: OPEN, calm: spreadOf(calm), beside: spreadOf(beside), revisitsLeft, wakes: due, handledInMs };
}

/** When wakes are due, the earliest first. */
async function scheduled(): Promise<readonly EpochMs[]> {
  const kept = await record.worker.zrangebyscore(`${record.prefix}wakes`, "-inf", "+inf", "WITHSCORES");
  return kept.filter((_, i) => i % 2 === 1).map((score) => later(MORNING, Number(score) - MORNING));
}

/** @returns after how long none that was due by then was left, ms */
async function drained(by: EpochMs, startedAt: number): Promise<number> {
  const { worker, prefix } = record;
  for (;;) {
    const left = await Promise.all([
      worker.zcount(`${prefix}wakes`, "-inf", String(by)),
      worker.zcard(`${prefix}wakes:leased`),
      worker.zcard(`${prefix}wakes:again`),
    ]);
    if (left.every((count) => count === 0)) return performance.now() - startedAt;
    await pause(20);
  }
}

/** Until all messages are posted. Changed cards wait for their budget for an hour, which nobody waits for here. */
async function quiet(): Promise<void> {
  for (let before = -1; before !== posts; ) {
    before = posts;
    await pause(1_000);
  }
}

async function openAll(): Promise<readonly RequestId[]> {
  const world = await referee.plants.world(read(text).plant.code);
  const all = Array.from({ length: OPEN }, (_, n) => requestIdFor(`crowd-${n}`, 0));
  const left = all.entries();
  const worker = async () => {
    for (const [n, request] of left) await again(() => send(world, request, n));
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));

  await quiet();
  return all;
}

async function send(world: World, request: RequestId, n: number): Promise<void> {
  const who = { by: PersonId.parse(`asks-${n % LINES}`), name: `Asker ${n % LINES}`, via: "slack" } as const;
  const spot = { adapter: "slack", conversation: askChannel(n), thread: null } as const;
  const reading = { type: TYPE.type, candidates: [], because: [] };
  await referee.requests.act(request, `start-${n}`, world, (_, at) => {
    const asset = `asset:mixer-${n % LINES}`;
    const values = { destination: asset, until: String(at + 72 * HOUR_MS), why: "read the counters", port: "502/tcp" };
    const said = { spot, text: "please", quoted: null, reading, values: Values.parse(values) };
    return { type: "command", command: { ...who, at, type: "start", ...said }, answer: null };
  });
  await referee.requests.send(request, `send-${n}`, world, (_, at) => ({
    type: "command",
    command: { ...who, at: later(at, 0), type: "send" },
    answer: null,
  }));
}

/** On a busy machine Redis may not answer in time; with the same ids everything can be done again. */
async function again<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (attempt === 10) throw error;
    }
  }
}

/** Each owner takes one, at even intervals. @returns how long each press took, ms */
async function press(requests: readonly RequestId[], from: number): Promise<readonly number[]> {
  const running: Promise<number>[] = [];
  for (const [k, request] of requests.slice(from, from + PRESSES).entries()) {
    const { state } = await again(() => referee.requests.load(request));
    if (state.status !== "open") throw new Error(`${request} is not open`);
    const step = state.steps.get(OWNER);
    const n = (from + k) % LINES;
    const value = encodeAction({ verb: "take", request, step: OWNER, ask: step?.ask ?? 0, arg: "" });
    running.push(timed(pressOf(`U0OWNS${n}`, `C0TEAM${n}`, `take-${request}`, value)));
    await pause(EVERY_MS);
  }
  return Promise.all(running);
}

async function timed(inbound: Pressed): Promise<number> {
  const from = performance.now();
  const answer = await again(() => referee.receive(inbound));
  if (answer.type === "private") throw new Error(JSON.stringify(answer));
  return performance.now() - from;
}

function pressOf(user: string, conversation: string, id: string, value: string): Pressed {
  const account = AccountId.parse(`slack:${user}`);
  return { type: "pressed", id, account, name: user, value, spot: { adapter: "slack", conversation, thread: null } };
}

async function ask(n: number): Promise<void> {
  const answer = await again(() => askOnce(n));
  if (answer.type === "nothing") throw new Error(`question ${n} was not answered`);
}

function askOnce(n: number): ReturnType<Referee["receive"]> {
  return referee.receive({
    ...{ type: "said", id: `ask-${n}`, account: AccountId.parse("slack:U0OWNS0"), name: "Owner 0" },
    text: QUESTIONS[n % QUESTIONS.length] ?? "",
    spot: { adapter: "slack", conversation: "U0OWNS0", thread: null },
    ...{ isReply: false, via: "direct", quoted: null, files: [] },
  });
}

async function standAt(at: EpochMs): Promise<void> {
  await record.worker.set(`${record.prefix}clock`, `@${at}`);
}

function read(plant: string) {
  const reading = readPlant(plant, "bench.yaml");
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return { plant: reading.plant, source: { file: "bench.yaml", text: plant, included: reading.included } };
}
