// Measures Referee end to end, over Bolt, beside raw BullMQ, the least a crash-safe pipeline can be, and what a good engineer
// would write instead, alternating in one run: on a shared machine only ratios taken in one run hold.
// `npm run bench [rounds] [requests] [seconds] [open]`; with `PROFILE_DIR` set, Referee is profiled into that folder.
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { bringDependencies } from "../../scripts/dependencies.mjs";
import { systemClock } from "../../src/clock.ts";
import { bundle } from "../../test/support/bundle.ts";
import { measureCrowd } from "./process.ts";
import { readme } from "./readme.ts";
import { machine, tables } from "./report.ts";
import { measureRound, type Round } from "./round.ts";

/** With packages of their own: nobody who starts or tests Referee waits for them. */
const PEERS = new URL("../peers/", import.meta.url);

async function main(wanted: number, flood: number, seconds: number, open: number): Promise<void> {
  const size = { flood, seconds, cpuProfileDir: process.env.PROFILE_DIR || null };
  await bringDependencies(fileURLToPath(PEERS));
  const programs = {
    product: await bundle(new URL("product.ts", import.meta.url), "bench-product"),
    reference: await bundle(new URL("reference.ts", import.meta.url), "bench-reference"),
    chatSdk: await bundle(new URL("chatSdk.mjs", PEERS), "bench-chat-sdk", fileURLToPath(PEERS)),
    boltBullmq: await bundle(new URL("boltBullmq.mjs", PEERS), "bench-bolt-bullmq", fileURLToPath(PEERS)),
  };
  const rounds: Round[] = [];
  for (let round = 1; round <= wanted; round += 1) {
    rounds.push(await measureRound(programs, size));
    console.log(`\nafter round ${round}\n\n${tables(rounds, null)}`);
  }
  const crowd = await measureCrowd(await bundle(new URL("crowd.ts", import.meta.url), "bench-crowd"), open);
  const day = new Date(systemClock()).toISOString().slice(0, 10);
  const text = readme(tables(rounds, crowd), machine(size, wanted, day), open);
  await writeFile(new URL("README.md", import.meta.url), text);
}

const [rounds = "3", flood = "1500", seconds = "3", open = "10000"] = process.argv.slice(2);
await main(Number(rounds), Number(flood), Number(seconds), Number(open));
process.exit(0);
