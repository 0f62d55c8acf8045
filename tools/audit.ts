import { visibleJson } from "../src/plainText.ts";
import { INDEX, NUMBER_GUARD } from "../src/referee/requests.ts";
import { type Missing, missingHistories, missingNumbers } from "../src/store/missing.ts";
import type { EventStore } from "../src/store/types.ts";
import { runTool, streamsOf, type ToolRecord, withRecord } from "./record.ts";

// `npm run audit`: computes the chain of every request and plant again, and names each that is broken, cut short or gone.
// `npm run audit -- HAM-142`: prints what happened to one request, one event a line, as it was stored; what is not seen is written
// by its number, which JSON reads as the same.
// Reads only, and may run beside Referee. Ends with 1 when a chain is broken.
const key = process.argv[2];
await runTool(() => withRecord((record) => (key === undefined ? verifyAll(record) : printOne(record.store, key))));

async function verifyAll(record: ToolRecord): Promise<0 | 1> {
  let intact = 0;
  let broken = 0;
  for await (const stream of streamsOf(record)) {
    const report = await record.store.verifyChain(stream);
    if (report.type === "intact") intact++;
    else {
      broken++;
      console.log(`${stream}: broken at event ${report.brokenAt}`);
    }
  }
  const missing = [...(await missingHistories(record.redis, record.prefix)).map(sayMissing), ...(await gapsIn(record))];
  for (const line of missing) console.log(line);
  console.log(`${intact} chains intact, ${broken} broken, ${missing.length} missing or cut short`);
  return broken + missing.length === 0 ? 0 : 1;
}

function sayMissing({ stream, what }: Missing): string {
  return `${stream}: ${what}`;
}

/** Keys that were given and lead nowhere, by plant. */
async function gapsIn({ redis, prefix }: ToolRecord): Promise<readonly string[]> {
  const guards = (await redis.hkeys(`${prefix}guards`)).filter((name) => name.startsWith(NUMBER_GUARD));
  const gaps = guards.map(async (guard) => {
    const plant = guard.slice(NUMBER_GUARD.length);
    const numbers = await missingNumbers(redis, prefix, { guard, keyIndex: INDEX.key(plant) });
    return numbers.map((number) => `${plant}-${number}: was given, and is not in the record`);
  });
  return (await Promise.all(gaps)).flat();
}

async function printOne(record: EventStore, key: string): Promise<0 | 1> {
  const [, plant = "", number = ""] = /^([A-Z][A-Z0-9]{1,5})-(\d+)$/.exec(key) ?? [];
  const score = Number(number);
  const [hit] = plant === "" ? [] : await record.list(INDEX.key(plant), { limit: 1, from: score, to: score });
  if (hit === undefined) {
    console.log(`There is no request ${key}.`);
    return 1;
  }
  const [{ events }, report] = await Promise.all([record.load(hit.stream), record.verifyChain(hit.stream)]);
  for (const event of events) console.log(visibleJson(event));
  console.log(
    report.type === "intact" ? `chain intact, ends with ${report.head}` : `chain BROKEN at event ${report.brokenAt}`,
  );
  return report.type === "intact" ? 0 : 1;
}
