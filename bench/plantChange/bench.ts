// Measures how long presses take while a changed plant file touches thousands of open requests: their p50 and p99 before,
// and while all of them are looked at and drawn again. A platform in memory with Slack's pacing, a Redis of its own, one
// process. `npm run bench:plant-change [open requests] [presses]`.
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { assemble, openRecord } from "../../host/installation.ts";
import { type Adapter, Posted, type Pressed } from "../../src/adapter.ts";
import { encodeAction } from "../../src/card/action.ts";
import { HOUR_MS, instant, later } from "../../src/clock.ts";
import { createLog } from "../../src/log.ts";
import { AccountId, PersonId } from "../../src/plant/ids.ts";
import { requestIdFor } from "../../src/referee/requests.ts";
import type { World } from "../../src/request/commands.ts";
import { NO_QUOTAS } from "../../src/store/quotas.ts";
import { StepId } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import { demoText } from "../../test/support/plantText.ts";
import { startThrowAwayRedis } from "../../test/support/throwAwayRedis.ts";
import { typeNamed } from "../../test/workflow/activeTypes.ts";

const [count = "2000", presses = "150"] = process.argv.slice(2);
const [OPEN, PRESSES] = [Number(count), Number(presses)];
const EVERY_MS = 60;
const type = typeNamed("open-port");
const olga = PersonId.parse("olga");
const spot = { adapter: "slack", conversation: "C0LINE3", thread: null } as const;

const said = { posts: 0, updates: 0, changedAt: new Map<string, number>() };
const adapter: Adapter = {
  name: "slack",
  pacing: {
    conversation: { capacity: 100_000, perSecond: 100_000 },
    post: { capacity: 100_000, perSecond: 100_000 },
    update: { capacity: 25, perSecond: 50 / 60 },
  },
  start: async () => undefined,
  stop: async () => undefined,
  ready: () => true,
  post: async ({ conversation, thread }, _message, effect) => {
    said.posts += 1;
    return Posted.parse({ adapter: "slack", conversation, thread, message: `${effect}-${said.posts}` });
  },
  update: async ({ message }) => {
    said.updates += 1;
    said.changedAt.set(message.split(".")[0] ?? "", performance.now());
  },
  remove: async () => undefined,
  find: async () => null,
  permalink: async () => null,
};

const first = demoText();
const redis = await startThrowAwayRedis();
const log = createLog({ level: "error" });
const settings = { url: null, tag: "bench", server: "", acceptsLoss: false };
const record = await openRecord({ path: redis.address }, { redis: settings, dataDir: `${redis.address}-data` }, log);
const referee = assemble(record, {
  quotas: NO_QUOTAS,
  ...{ adapters: [adapter], plants: [first.plant], sources: [first.source], log },
  types: new Map([[type.type, type]]),
});
// A working day on which the plant's people are there; it does not end while this runs.
await record.worker.set(`${record.prefix}clock`, `@${instant("2026-11-30T09:00:00+01:00")}`);
await referee.start();
const requests = Array.from({ length: OPEN }, (_, n) => requestIdFor(`bench-${n}`, 0));
const world: World = await referee.plants.world(first.plant.code);
for (const [n, request] of requests.entries()) await again(() => send(request, n));
await referee.work.settled(120_000);
console.log(`${OPEN} requests are open, ${said.posts} messages were posted`);

const calm = await press(requests.slice(0, PRESSES));
console.log("calm:", report(calm));
const before = { ...said };
const renamed = demoText((text) => text.replace("name: OT controls", "name: OT control systems"));
const changedAt = performance.now();
const { cpu } = { cpu: process.cpuUsage() };
await referee.propose([renamed.plant], [renamed.source]);
const busy = await press(requests.slice(PRESSES, 2 * PRESSES));
const left = await record.worker.zcard(`${record.prefix}revisits`);
console.log("while the plant changes:", report(busy), `${OPEN - left} looked at meanwhile, ${left} left`);
while ((await record.worker.zcard(`${record.prefix}revisits`)) > 0) await pause(100);
const tookMs = performance.now() - changedAt;
const used = process.cpuUsage(cpu);
console.log(
  `all looked at after ${(tookMs / 1_000).toFixed(1)} s; ${((used.user + used.system) / 1_000 / tookMs).toFixed(2)} of a core`,
);
console.log(`${said.posts - before.posts} posts, ${said.updates - before.updates} updates since the change`);
const idle = process.cpuUsage();
await pause(5_000);
const idled = process.cpuUsage(idle);
console.log(`while cards wait for their budget: ${((idled.user + idled.system) / 1_000 / 5_000).toFixed(2)} of a core`);
await referee.stop();
await record.close();
await redis.stop();
process.exit(0);

async function send(request: (typeof requests)[number], n: number): Promise<void> {
  const who = { by: olga, name: "Olga", via: "slack" } as const;
  const values = (at: number) => ({
    destination: "asset:plc-12",
    until: String(at + 72 * HOUR_MS),
    why: "read the counters",
    port: "502/tcp",
  });
  const reading = { type: type.type, candidates: [], because: [] };
  await referee.requests.act(request, `start-${n}`, world, (_, at) => ({
    type: "command",
    command: {
      ...who,
      at,
      type: "start",
      spot,
      text: "please",
      quoted: null,
      reading,
      values: Values.parse(values(at)),
    },
    answer: null,
  }));
  await referee.requests.send(request, `send-${n}`, world, (_, at) => ({
    type: "command",
    command: { ...who, at: later(at, 0), type: "send" },
    answer: null,
  }));
}

/** On a busy machine Redis may not answer in time; with the same ids everything can be done again. */
async function again(act: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (attempt === 10) throw error;
    }
  }
}

/** Otto takes each of them, one after the other at even intervals. @returns how long each press took, ms */
async function press(those: typeof requests): Promise<readonly number[]> {
  const running: Promise<number>[] = [];
  for (const [n, request] of those.entries()) {
    const { state } = await referee.requests.load(request);
    if (state.status !== "open") throw new Error("It is open");
    const step = StepId.parse("owner");
    const value = encodeAction({ verb: "take", request, step, ask: state.steps.get(step)?.ask ?? 0, arg: "" });
    running.push(timed(pressOf(`${request}-${n}`, value)));
    await pause(EVERY_MS);
  }
  return Promise.all(running);
}

async function timed(inbound: Pressed): Promise<number> {
  const from = performance.now();
  const answer = await referee.receive(inbound);
  if (answer.type === "private") throw new Error(JSON.stringify(answer));
  return performance.now() - from;
}

function report(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms of ${times.length} presses`;
}

function pressOf(id: string, value: string): Pressed {
  return {
    type: "pressed",
    id,
    account: AccountId.parse("slack:U0OTTO"),
    name: "Otto",
    value,
    spot: { adapter: "slack", conversation: "C0OTCONTROLS", thread: null },
  };
}
