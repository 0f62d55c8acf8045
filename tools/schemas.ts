import { writeFile } from "node:fs/promises";
import { plantJsonSchema } from "../src/plant/file.ts";

// Writes the JSON Schemas that editors check and complete our YAML files with. A test holds that they are current.
await writeFile("plants/plant.schema.json", `${JSON.stringify(plantJsonSchema(), null, 2)}\n`);
