import { visibleJson } from "../src/plainText.ts";
import { INDEX } from "../src/referee/requestProjection.ts";
import type { EventStore } from "../src/store/types.ts";
import { argumentsOf } from "./arguments.ts";
import { runTool, withRecord } from "./record.ts";
import { verifyRecord } from "./verifyRecord.ts";

// `npm run audit`: computes the chain of every request and plant again, and names each that is broken, cut short or gone.
// `npm run audit -- HAM-142`: prints what happened to one request, one event a line, as it was stored; what is not seen is written
// by its number, which JSON reads as the same.
// Reads only, and may run beside Referee. Ends with 1 when a chain is broken.
const [key] = argumentsOf({ takes: "the key of a request, such as HAM-142, or nothing", most: 1 });
await runTool(() => withRecord((record) => (key === undefined ? verifyRecord(record) : printOne(record.store, key))));

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
