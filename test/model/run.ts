import { readPlants } from "../../src/plant/file/read.ts";
import { loadRequestTypes } from "../../src/workflow/read.ts";
import { type Broken, play } from "./play.ts";

// `npm run test:model -- <commands> <seed>`: random commands of random people at random times over all request types of the
// product, on the demo plant. Ends with 1 where an invariant broke; the same numbers break it again.
const [commands = "20000", seed = "1", ...others] = process.argv.slice(2);
if (others.length > 0 || ![commands, seed].every((each) => /^\d{1,9}$/.test(each))) {
  console.error("Give how many commands to try, and a seed: npm run test:model -- 100000 7");
  process.exit(2);
}
const [plant] = (await readPlants("plants", "demo.yaml")).plants;
const reading = await loadRequestTypes("workflows");
if (plant === undefined || !reading.ok) throw new Error("npm run check-plant says what must be mended first.");

const types = [...reading.types.values()].filter(({ active }) => active);
const { tried, refused, requests, broken } = play(Number(commands), Number(seed), { plant, types });
console.log(
  `${tried} commands tried on ${requests} requests of ${types.length} types, ${refused} of them refused (seed ${seed}).`,
);
console.log(broken === null ? "Every invariant held." : sayBroken(broken));
process.exitCode = broken === null ? 0 : 1;

function sayBroken({ invariant, detail, request, type, commands: all }: Broken): string {
  const steps = all.map((command) => `  ${JSON.stringify(command)}`);
  const again = `npm run test:model -- ${commands} ${seed}`;
  return [`BROKEN: ${invariant}: ${detail}`, `Request ${request}, ${type}, after:`, ...steps, `Again: ${again}`].join(
    "\n",
  );
}
