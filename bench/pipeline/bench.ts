// Measures Referee end to end, over Bolt and Slack's client, beside raw BullMQ and the least a crash-safe pipeline can
// be, alternating in one run: on a shared machine only ratios taken in one run hold.
// `npm run bench [rounds] [requests] [seconds]`; with `PROFILE_DIR` set, Referee is profiled into that folder.
import { writeFile } from "node:fs/promises";
import { systemClock } from "../../src/clock.ts";
import { bundle } from "../../test/support/bundle.ts";
import { readme } from "./readme.ts";
import { machine, tables } from "./report.ts";
import { measureRound, type Round } from "./round.ts";

async function main(wanted: number, flood: number, seconds: number): Promise<void> {
  const size = { flood, seconds, cpuProfileDir: process.env.PROFILE_DIR || null };
  const programs = {
    product: await bundle(new URL("product.ts", import.meta.url), "bench-product"),
    reference: await bundle(new URL("reference.ts", import.meta.url), "bench-reference"),
  };
  const rounds: Round[] = [];
  for (let round = 1; round <= wanted; round += 1) {
    rounds.push(await measureRound(programs, size));
    console.log(`\nafter round ${round}\n\n${tables(rounds)}`);
  }
  const day = new Date(systemClock()).toISOString().slice(0, 10);
  const text = readme(tables(rounds), machine(size, wanted, day));
  await writeFile(new URL("README.md", import.meta.url), text);
}

const [rounds = "3", flood = "1500", seconds = "5"] = process.argv.slice(2);
await main(Number(rounds), Number(flood), Number(seconds));
process.exit(0);
