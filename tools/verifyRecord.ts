import { INDEX } from "../src/referee/requestProjection.ts";
import { NUMBER_GUARD } from "../src/referee/requests.ts";
import { verifyAcceptances } from "../src/store/acceptance.ts";
import { type Missing, missingHistories, missingNumbers } from "../src/store/missing.ts";
import { streamsOf, type ToolRecord } from "./record.ts";

/** Computes every chain again, prints each that is broken, cut short or gone, and the sums. @returns 1 when there is any */
export async function verifyRecord(record: ToolRecord): Promise<0 | 1> {
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
  if ((await verifyAcceptances(record.redis, record.prefix)).type === "broken") {
    broken++;
    console.log("what administrators said of older records: broken");
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
