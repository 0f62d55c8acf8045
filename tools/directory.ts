import { randomUUID } from "node:crypto";
import { readFiles, requireSound } from "../host/files.ts";
import { readConfig } from "../src/config.ts";
import { createLog } from "../src/log.ts";
import { oneLine } from "../src/plainText.ts";
import { nameOf } from "../src/plant/person.ts";
import type { Plant } from "../src/plant/plant.ts";
import { servedBy } from "../src/plant/who/served.ts";
import { PLATFORM_NAMES, type PlatformName } from "../src/platforms.ts";
import { createPlantFiles } from "../src/referee/plantFiles.ts";
import { createPlants, type Plants } from "../src/referee/plants.ts";
import { optionsOf } from "./arguments.ts";
import { runTool, type ToolRecord, withRecord } from "./record.ts";

// `npm run directory`: who has left as the directory says (SCIM), and who waits since unusually many left at once, or as the
// last who leads Ops; ends with 1 while somebody waits.
// `npm run directory -- --accept HAM --by "Olga Meyer" --because "line 7 was sold" --yes`: they have left indeed. It is written
// into the record, and they lose their say at once. If it is not true, put it right in the directory instead.
const wishes = optionsOf(`--accept HAM --by "your name" --because "why" --yes, or nothing`, {
  accept: { type: "string" },
  by: { type: "string" },
  because: { type: "string" },
  yes: { type: "boolean", default: false },
});
await runTool(() => withRecord(directory));

async function directory({ store }: ToolRecord): Promise<0 | 1> {
  const { PLANTS_DIR = "plants", WORKFLOWS_DIR = "workflows" } = process.env;
  const read = requireSound(await readFiles(PLANTS_DIR, WORKFLOWS_DIR), createLog({ level: "silent" }));
  const spoken = platformsSpoken();
  const files = createPlantFiles(read.plants, read.sources, (plant) => servedBy(plant, spoken));
  const plants = createPlants({ store, files, types: read.types });
  const all = await plants.all();
  if (wishes.accept === undefined)
    return (await Promise.all(all.map((plant) => show(plants, plant)))).some(Boolean) ? 1 : 0;
  const plant = all.find(({ code }) => code === wishes.accept);
  if (plant !== undefined) return accept(plants, plant);
  console.log(`There is no plant "${wishes.accept}"; there is ${all.map(({ code }) => code).join(", ")}.`);
  return 1;
}

/** Ops are told where this installation speaks, and nowhere else that the plant file names. */
function platformsSpoken(): readonly PlatformName[] {
  const { slack, teams, webChat } = readConfig(process.env);
  const speaks = { slack: slack !== null, teams: teams !== null, web: webChat, office: webChat };
  return PLATFORM_NAMES.filter((name) => speaks[name]);
}

/** @returns whether somebody waits */
async function show(plants: Plants, plant: Plant): Promise<boolean> {
  const { left, waiting } = await plants.leaving(plant.code);
  const names = (people: Iterable<Parameters<typeof nameOf>[1]>) =>
    [...people].map((person) => `${oneLine(nameOf(plant, person))} (${person})`).join(", ") || "nobody";
  console.log(`${plant.code}: has left: ${names(left.keys())}`);
  if (waiting.size === 0) return false;
  console.log(`${plant.code}: waits for an administrator: ${names(waiting.keys())}`);
  console.log(
    `If they have left: --accept ${plant.code} --by "your name" --because "why" --yes. Else put it right in the directory.`,
  );
  return true;
}

async function accept(plants: Plants, plant: Plant): Promise<0 | 1> {
  const isWaiting = await show(plants, plant);
  const [name, because] = [wishes.by?.trim() ?? "", wishes.because?.trim() ?? ""];
  if (!isWaiting) console.log("Nobody waits.");
  if (!isWaiting) return 0;
  if (!wishes.yes || name === "" || because === "") {
    console.log('Nothing was changed. To go on: --by "your name" --because "why" --yes');
    return 1;
  }
  const gone = await plants.acceptLeaving(plant.code, { name, because }, `accept-leaving:${randomUUID()}`);
  console.log(`Recorded. ${gone.length} people have no say from now on.`);
  return 0;
}
