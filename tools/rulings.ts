import { readFiles, requireSound } from "../host/files.ts";
import { createLog } from "../src/log.ts";
import { readPlantEvent } from "../src/plant/stored.ts";
import { plantStream } from "../src/referee/inForce.ts";
import { argumentsOf } from "./arguments.ts";
import { runTool, type ToolRecord, withRecord } from "./record.ts";
import { plantsWanted, rulingsChange } from "./rulings/change.ts";

// `npm run rulings`: what Ops ruled in chat on whose assets are, as a change of the plant files that do not say so yet. What
// a file says is seen by everybody who reads it; a ruling only by who asks. Reads only, and may run beside Referee.
// `npm run rulings -- HAM`: of these plants only.
const wanted = argumentsOf({ takes: "the codes of plants, such as HAM, or nothing", most: Number.POSITIVE_INFINITY });
await runTool(() => withRecord(printAll));

async function printAll({ store }: ToolRecord): Promise<0> {
  const { PLANTS_DIR = "plants", WORKFLOWS_DIR = "workflows" } = process.env;
  const { plants } = requireSound(await readFiles(PLANTS_DIR, WORKFLOWS_DIR), createLog({ level: "silent" }));
  for (const plant of plantsWanted(wanted, plants)) {
    const { events } = await store.load(plantStream(plant.code));
    const rulings = events
      .map(readPlantEvent)
      .filter((event) => event.type === "OwnerRuled" || event.type === "RulingLifted");
    console.log(rulingsChange(plant, rulings) ?? `# ${plant.name} (${plant.code}): the file says all that was ruled`);
  }
  return 0;
}
