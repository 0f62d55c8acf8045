// Measures how long presses take while a changed plant file touches thousands of open requests: their p50 and p99 before,
// and while all of them are looked at and drawn again, in turns; and what one look costs Redis. A platform in memory with
// Slack's pacing, a Redis of its own, one process. `npm run bench:plant-change [open requests] [presses] [rounds]` writes
// the page beside it.
import { writeFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { assemble, openRecord } from "../../host/installation.ts";
import { type Adapter, Posted, type Pressed } from "../../src/adapter.ts";
import { encodeAction } from "../../src/card/action.ts";
import { HOUR_MS, instant, later } from "../../src/clock.ts";
import { RefereeError } from "../../src/errors.ts";
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
import { type Change, type Round, readme } from "./readme.ts";

const [count = "2000", presses = "150", rounds = "3"] = process.argv.slice(2);
const [OPEN, PRESSES, ROUNDS] = [Number(count), Number(presses), Number(rounds)];
if (OPEN < 2 * PRESSES * ROUNDS)
  throw new Error("Each request is taken once: there are too few of them for so many presses");
const EVERY_MS = 60;
const type = typeNamed("open-port");
const olga = PersonId.parse("olga");
const spot = { adapter: "slack", conversation: "C0LINE3", thread: null } as const;

const said = { posts: 0, updates: 0 };
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
  update: async () => {
    said.updates += 1;
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

const names = ["OT controls", "OT control systems"];
let next = 0;
const quiet = await change();
console.log("nobody presses:", quiet);
const measured: Round[] = [];
for (let n = 0; n < ROUNDS; n += 1) {
  const [first, second] = [2 * n, 2 * n + 1].map((k) => requests.slice(k * PRESSES, (k + 1) * PRESSES));
  const calm = await press(first ?? []);
  const [changing, beside] = await Promise.all([change(), press(second ?? [])]);
  measured.push({ calm: spread(calm), beside: spread(beside), ...changing });
  console.log(measured.at(-1));
}
const idle = process.cpuUsage();
await pause(5_000);
const idleCore = coreSince(idle, 5_000);
const page = readme({ open: OPEN, presses: PRESSES, everyMs: EVERY_MS, quiet, rounds: measured, idleCore });
await writeFile(new URL("README.md", import.meta.url), page);
console.log(page);
await referee.stop();
await record.close();
await redis.stop();
process.exit(0);

/** The file has another name for the team that has every request, and all of them are looked at. */
async function change(): Promise<Change> {
  next += 1;
  const changed = demoText((text) => text.replace(`name: ${names[0]}`, `name: ${names[next % 2]}`));
  const [cpu, from, asked, updates] = [process.cpuUsage(), performance.now(), await commands(), said.updates];
  await referee.propose([changed.plant], [changed.source]);
  while ((await record.worker.zcard(`${record.prefix}revisits`)) > 0) await pause(100);
  const tookMs = performance.now() - from;
  const each = ((await commands()) - asked) / OPEN;
  return { tookMs, each, core: coreSince(cpu, tookMs), updates: said.updates - updates };
}

/** How many commands Redis was asked for so far, those within scripts too. */
async function commands(): Promise<number> {
  const stats = await record.worker.info("commandstats");
  return [...stats.matchAll(/calls=(\d+)/g)].reduce((sum, [, calls]) => sum + Number(calls), 0);
}

function coreSince(since: NodeJS.CpuUsage, ms: number): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000 / ms;
}

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
  try {
    const answer = await referee.receive(inbound);
    if (answer.type === "private") throw new Error(JSON.stringify(answer));
  } catch (error) {
    // The platform would deliver it again.
    if (!(error instanceof RefereeError && error.code === "STORE_AWAY")) throw error;
    return Number.POSITIVE_INFINITY;
  }
  return performance.now() - from;
}

function spread(times: readonly number[]): Round["calm"] {
  const sorted = times.filter(Number.isFinite).toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), away: times.filter((ms) => ms === Number.POSITIVE_INFINITY).length };
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
