import { readFiles, requireSound } from "../host/files.ts";
import { createLog } from "../src/log.ts";
import { PlantCode } from "../src/plant/ids.ts";
import type { Standing } from "../src/plant/inForce/standing.ts";
import { createPlantFiles } from "../src/referee/plantFiles.ts";
import { createPlants } from "../src/referee/plants.ts";
import { argumentsOf } from "./arguments.ts";
import { runTool, withRecord } from "./record.ts";

const SAYS: { readonly [standing in Standing]: string } = {
  inForce: "this file is in force",
  newer: "this file was never in force; the next start publishes it",
  older: "this file was in force before, and another one is now; name the plant to publish it again",
};

// `npm run publish-plant`: says of each plant file whether it is in force; changes nothing.
// `npm run publish-plant -- HAM`: has the file of HAM come into force now, also one that was in force before. Referee may
// run meanwhile: every process goes by it at once.
const wanted = argumentsOf({ takes: "the codes of plants, such as HAM, or nothing", most: Number.POSITIVE_INFINITY });
await runTool(() => withRecord(({ store }) => (wanted.length === 0 ? compare(store) : publish(store, wanted))));

type Store = Parameters<typeof createPlants>[0]["store"];

async function plantsOf(store: Store) {
  const { PLANTS_DIR = "plants", WORKFLOWS_DIR = "workflows" } = process.env;
  const { plants, sources, types } = requireSound(
    await readFiles(PLANTS_DIR, WORKFLOWS_DIR),
    createLog({ level: "silent" }),
  );
  const files = createPlantFiles(plants, sources);
  return { files, plants: createPlants({ store, files, types }) };
}

async function compare(store: Store): Promise<0 | 1> {
  const { files, plants } = await plantsOf(store);
  const standings = await Promise.all(files.codes().map(async (code) => ({ code, is: await plants.standing(code) })));
  for (const { code, is } of standings) console.log(`${code}: ${SAYS[is]}`);
  return standings.every(({ is }) => is === "inForce") ? 0 : 1;
}

async function publish(store: Store, codes: readonly string[]): Promise<0 | 1> {
  const { files, plants } = await plantsOf(store);
  const known = codes.map((code) => PlantCode.safeParse(code)).flatMap(({ data }) => data ?? []);
  const unknown = codes.filter((code) => !files.codes().some((each) => each === code));
  for (const code of unknown) console.log(`${code}: there is no file of such a plant`);
  if (unknown.length > 0) return 1;
  for (const code of known) {
    await plants.publish(code, true);
    console.log(`${code}: this file is in force`);
  }
  return 0;
}
