import { writeFile } from "node:fs/promises";
import { plantJsonSchema } from "../src/plant/file/file.ts";
import { requestTypeJsonSchema } from "../src/workflow/requestType.ts";
import { argumentsOf } from "./arguments.ts";

// Writes the JSON Schemas that editors check and complete our YAML files with. A test holds that they are current.
argumentsOf({ takes: "" });
await writeFile("plants/plant.schema.json", `${JSON.stringify(plantJsonSchema(), null, 2)}\n`);
await writeFile("workflows/workflow.schema.json", `${JSON.stringify(requestTypeJsonSchema(), null, 2)}\n`);
