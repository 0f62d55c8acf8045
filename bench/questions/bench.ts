// Measures how long questions to the record take with thousands of open and ended requests, and how long presses take
// beside them. A Redis of its own, one process, nothing posted. `npm run bench:questions [open] [ended] [each]`.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { assemble, openRecord } from "../../host/installation.ts";
import { encodeAction } from "../../src/card/action.ts";
import { HOUR_MS, instant, later, systemClock } from "../../src/clock.ts";
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

const [open = "10000", ended = "100000", each = "40"] = process.argv.slice(2);
const [OPEN, ENDED, EACH] = [Number(open), Number(ended), Number(each)];
const QUESTIONS = [
  "what is waiting?",
  "what waits for me?",
  "what waits for my team?",
  "my requests",
  "is it open yet?",
  "what is stuck?",
  "what is on hold?",
  "what is undecided?",
  "what is open now?",
  "who approved HAM-7?",
  "what is PLC-12?",
  "what happened to PLC-12 today?",
  "when is the next freeze?",
];
const EVERY_MS = 40;
const type = typeNamed("open-port");
const olga = PersonId.parse("olga");
const spot = { adapter: "slack", conversation: "C0LINE3", thread: null } as const;
const own = { adapter: "slack", conversation: "U0OTTO", thread: null } as const;

const first = demoText();
const redis = await startThrowAwayRedis();
const settings = { url: null, tag: "bench", server: "", acceptsLoss: false };
const log = createLog({ level: "error" });
const record = await openRecord({ path: redis.address }, { redis: settings, dataDir: `${redis.address}-data` }, log);
const referee = assemble(record, {
  quotas: NO_QUOTAS,
  ...{ adapters: [], plants: [first.plant], sources: [first.source], log },
  types: new Map([[type.type, type]]),
});
await record.worker.set(`${record.prefix}clock`, `@${instant("2026-11-30T09:00:00+01:00")}`);
await referee.propose([first.plant], [first.source]);
const world: World = await referee.plants.world(first.plant.code);
const requests = Array.from({ length: OPEN }, (_, n) => requestIdFor(`bench-${n}`, 0));
for (const [n, request] of requests.entries()) await send(request, n);
await addEnded();
console.log(`${OPEN} requests are open, ${ENDED} are over`);

let asked = 0;
for (const question of QUESTIONS) await ask(question); // once to warm up
const calm = await press(requests.slice(0, 200));
const times = new Map<string, readonly number[]>();
for (const question of QUESTIONS) {
  const took: number[] = [];
  for (let n = 0; n < EACH; n += 1) took.push(await ask(question));
  times.set(question, took);
}
let isAsking = true;
const asking = (async () => {
  for (let n = 0; isAsking; n += 1) await ask(QUESTIONS[n % QUESTIONS.length] ?? "");
})();
const beside = await press(requests.slice(200, 400));
isAsking = false;
await asking;
report();
await record.close();
await redis.stop();
process.exit(0);

function report(): void {
  const all = [...times.values()].flat();
  const row = (name: string, took: readonly number[]) =>
    `| ${name} | ${at(took, 0.5).toFixed(1)} | ${at(took, 0.99).toFixed(1)} |`;
  const day = new Date(systemClock()).toISOString().slice(0, 10);
  const text = [
    "# How long questions to the record take",
    "",
    `Written by \`npm run bench:questions\`; not edited by hand. ${day}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, other work beside.`,
    "",
    `${OPEN} open requests, sent one by one; ${ENDED} that are over stand in every index a question reads, and are older than`,
    `what a first page shows. Each question ${EACH} times, one after the other; presses every ${EVERY_MS} ms.`,
    "",
    "| | p50, ms | p99, ms |",
    "| --- | --- | --- |",
    ...[...times].map(([question, took]) => row(question, took)),
    row("**all questions**", all),
    row("presses, nobody asking", calm),
    row("presses, questions without a pause beside them", beside),
    "",
  ].join("\n");
  writeFileSync(new URL("README.md", import.meta.url), text);
  console.log(text);
}

function at(took: readonly number[], share: number): number {
  const sorted = [...took].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function ask(text: string): Promise<number> {
  asked += 1;
  const start = performance.now();
  const answer = await referee.receive({
    type: "said",
    id: `ask-${asked}`,
    account: AccountId.parse("slack:U0OTTO"),
    name: "Otto",
    text,
    spot: own,
    isReply: false,
    via: "direct",
    quoted: null,
    files: [],
  });
  if (answer.type === "nothing") throw new Error(`“${text}” was not answered`);
  return performance.now() - start;
}

async function send(request: (typeof requests)[number], n: number): Promise<void> {
  const who = { by: olga, name: "Olga", via: "slack" } as const;
  const reading = { type: type.type, candidates: [], because: [] };
  await referee.requests.act(request, `start-${n}`, world, (_, now) => ({
    type: "command",
    command: {
      ...who,
      at: now,
      type: "start",
      spot,
      text: "please",
      quoted: null,
      reading,
      values: Values.parse({
        destination: "asset:plc-12",
        until: String(now + 72 * HOUR_MS),
        why: "read the counters",
        port: "502/tcp",
      }),
    },
    answer: null,
  }));
  await referee.requests.send(request, `send-${n}`, world, (_, now) => ({
    type: "command",
    command: { ...who, at: later(now, 0), type: "send" },
    answer: null,
  }));
}

/** Requests that are over: in the indexes by which they would be found, older than all that are open. */
async function addEnded(): Promise<void> {
  const names = ["key-HAM", "asset-HAM-plc-12", "line-HAM-line-3", `ended-HAM-${olga}`, "ended-HAM-otto"];
  const past = instant("2024-01-01T00:00:00Z");
  for (let n = 0; n < ENDED; n += 1_000) {
    const some = Array.from({ length: Math.min(1_000, ENDED - n) }, (_, k) => requestIdFor(`ended-${n + k}`, 0));
    for (const name of names)
      await record.worker.zadd(
        `${record.prefix}i:${name}`,
        ...some.flatMap((id, k) => [name.startsWith("key") ? OPEN + n + k + 1 : past + n + k, id]),
      );
  }
}

/** Otto takes each of them, at even intervals. @returns how long each press took, ms */
async function press(those: typeof requests): Promise<readonly number[]> {
  const running: Promise<number>[] = [];
  for (const request of those) {
    running.push(pressed(request));
    await pause(EVERY_MS);
  }
  return Promise.all(running);
}

async function pressed(request: (typeof requests)[number]): Promise<number> {
  const { state } = await referee.requests.load(request);
  const ask = state.status === "open" ? (state.steps.get(StepId.parse("owner"))?.ask ?? 0) : 0;
  const value = encodeAction({ verb: "take", request, step: StepId.parse("owner"), ask, arg: "" });
  const start = performance.now();
  await referee.receive({
    type: "pressed",
    id: `take-${request}`,
    account: AccountId.parse("slack:U0OTTO"),
    name: "Otto",
    value,
    spot,
  });
  return performance.now() - start;
}
