// The crash story of the whole product: two hundred requests are lived through by people in Slack and on Teams, while
// both Referee processes and Redis are killed again and again. Afterwards nothing is lost, nothing is said twice but what
// Teams cannot find again, every card shows the end, and the order was kept. Everything that people do is delivered once to
// four times, up to the end of the request and after it: the record is the one of a day without kills and without repeats.
// `npm run test:crash` runs it after the crash points; `tsx test/faults/story.ts [seed] [requests]` runs it alone. With
// the folder of another release as a third word, that release's process shares the record with this one's: the day without
// kills is this release's alone, and with both of them the same is decided by the same people.
import { resolve } from "node:path";
import type { Cast } from "./story/stage.ts";
import { tellTwice } from "./story/tell.ts";

const [seed = String(process.pid * 7919 + 1), requests = "100", before = null] = process.argv.slice(2);
console.log(`seed ${seed}: ${requests} requests, two Referee processes, one Redis`);
if (before !== null) console.log(`the second process runs the release in ${before}`);
const cast: Cast =
  before === null ? { before, begin: ["this", "this"] } : { before: resolve(before), begin: ["this", "before"] };
const sound = await tellTwice({ seed: Number(seed), requests: Number(requests), cast });
process.exit(sound ? 0 : 1);
