// Measures how long a call for help takes until its card stands where its owners read, while everybody of the plant and
// four accounts it does not know flood it with all that the limits let through. The chat keeps the rates that Slack and
// Teams publish, and Referee the pacing it has there. `npm run bench:flood [seconds] [ms between calls]` writes README.md.
import { writeFile } from "node:fs/promises";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { requestIdFor } from "../../src/referee/requests.ts";
import type { RequestId } from "../../src/request/ids.ts";
import { spreadOf } from "../pipeline/spread.ts";
import { flood, press } from "./flood.ts";
import { type Measured, readme } from "./readme.ts";
import { openStage, type Platform, type Stage } from "./stage.ts";

const [seconds = "240", every = "8000"] = process.argv.slice(2);
const [MS, EVERY_MS] = [Number(seconds) * 1_000, Number(every)];

/** People of the plant, so many that none of them calls more than one person may. */
const CALLERS = [
  "olga",
  "oksana",
  "ivan",
  "hanna",
  "amira",
  "jonas",
  "pia",
  "lars",
  "leyla",
  "bernd",
  "tomas",
  "paula",
];

/** What was typed before the calls that are measured begin, ms: the first burst that every limit takes. */
const HEAD_START_MS = 20_000;

/** `told`: what whoever called was told alone; then they were held back, and no card is due. */
type Called = { readonly request: RequestId; readonly at: number; readonly told: string | null };

async function measure(platform: Platform): Promise<Measured> {
  const stage = await openStage(platform);
  const loop = monitorEventLoopDelay();
  let over = false;
  const flooding = flood(stage, () => over);
  await pause(HEAD_START_MS);
  loop.enable();
  const calls = await callUntil(stage, performance.now() + MS);
  loop.disable();
  over = true;
  const deeds = await flooding;
  await pause(10_000);
  const heldBack = calls.filter(({ told }) => told !== null).length;
  const taken = calls.filter(({ told }) => told === null);
  const took = taken.map(({ request, at }) => (stage.firstWith(stage.owners, request) ?? Number.NaN) - at);
  const unsaid = took.filter(Number.isNaN).length;
  const said = took.filter((ms) => !Number.isNaN(ms));
  const result = { platform, ...spreadOf(said), longest: Math.max(...said), calls: taken.length, heldBack, unsaid };
  const loopMs = loop.percentile(99) / 1e6;
  const measured = { ...result, ...stage.counts(), deeds, loopMs };
  await stage.stop();
  return measured;
}

async function callUntil(stage: Stage, until: number): Promise<readonly Called[]> {
  const calls: Called[] = [];
  for (let n = 0; performance.now() < until; n += 1) {
    const from = performance.now();
    calls.push(await call(stage, CALLERS[n % CALLERS.length] ?? "olga"));
    await pause(Math.max(0, EVERY_MS - (performance.now() - from)));
  }
  return calls;
}

/** From the press that calls, whether or not the card with its button could be drawn by then. */
async function call(stage: Stage, person: string): Promise<Called> {
  const request = requestIdFor(await stage.says(person, "the palletizer is down"), 0);
  const at = performance.now();
  const told = await press(stage, person, { verb: "callNow", request });
  return { request, at, told };
}

const measured: Measured[] = [];
for (const platform of ["slack", "teams"] as const) {
  measured.push(await measure(platform));
  console.log(measured.at(-1));
}
await writeFile(
  new URL("README.md", import.meta.url),
  readme(measured, { seconds: Number(seconds), everyMs: EVERY_MS }),
);
process.exit(0);
