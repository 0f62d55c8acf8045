import { sayWaiting, Waiting } from "../host/held.ts";
import { systemClock } from "../src/clock.ts";
import { RELEASE } from "../src/release.ts";
import { accept } from "../src/store/acceptance.ts";
import { onRedis } from "../src/store/redisErrors.ts";
import { optionsOf } from "./arguments.ts";
import { runTool, type ToolRecord, withRecord } from "./record.ts";

// `npm run accept-record`: says what is missing in a record that is older than a process of Referee has seen, and that this
// process waits; changes nothing, and ends with 1 while one waits.
// `npm run accept-record -- --by "Olga Meyer" --because "disk lost, backup of six o'clock" --yes`: work goes on with the record
// as it is. It is written into the record for ever; every process that waits goes on within seconds.
const wishes = optionsOf(`--by "your name" --because "why" --yes, or nothing`, {
  by: { type: "string" },
  because: { type: "string" },
  yes: { type: "boolean", default: false },
});
await runTool(() => withRecord(acceptRecord));

async function acceptRecord({ redis, prefix }: ToolRecord): Promise<0 | 1> {
  const held = await onRedis(() => redis.hvals(`${prefix}held`));
  const waiting = held.map((text) => Waiting.parse(JSON.parse(text))).toSorted((a, b) => b.seen - a.seen);
  const [most] = waiting;
  if (most === undefined) {
    console.log("No process of Referee waits for this: start it, and look again.");
    return 0;
  }
  console.log(`${waiting.length} waiting: ${sayWaiting(most)}.`);
  const [by, because] = [wishes.by?.trim() ?? "", wishes.because?.trim() ?? ""];
  if (!wishes.yes || by === "" || because === "") {
    console.log('Nothing was changed. To go on: --by "your name" --because "why" --yes');
    return 1;
  }
  const counter = Number(await onRedis(() => redis.get(`${prefix}counter`)));
  const said = { by, because, release: RELEASE, counter, seen: most.seen };
  await accept(redis, prefix, { type: "RecordAccepted", at: systemClock(), ...said });
  console.log("Recorded. Referee goes on with the record as it is.");
  return 0;
}
