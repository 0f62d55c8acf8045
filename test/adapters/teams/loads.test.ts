import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import type { TransportName } from "../../../adapters/teams/transport/names.ts";

const script = fileURLToPath(new URL("loads.ts", import.meta.url));
const Loaded = z.object({ said: z.array(z.string()), packages: z.array(z.string()) });

/** A process of its own that hears and says something on Teams. */
async function loadedFor(transport: TransportName) {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ["--import", "tsx", script, transport]);
  return { ...Loaded.parse(JSON.parse(stdout)), stderr };
}

/** Microsoft's library, and what nothing else brings. */
const isOfBotbuilder = (name: string) => /^(botbuilder|botframework-|axios$|@azure\/(identity|core-http))/.test(name);

describe("a process that speaks to Teams", () => {
  test("through botbuilder has loaded it", async () => {
    const { said, packages } = await loadedFor("botbuilder");
    expect(said).toEqual(["open port 502", "Understood."]);
    expect(packages).toEqual(expect.arrayContaining(["botbuilder", "botframework-connector"]));
  });

  test("without botbuilder has loaded nothing of it", async () => {
    const { said, packages, stderr } = await loadedFor("rest");
    expect(said).toEqual(["open port 502", "Understood."]);
    expect({ loaded: packages.filter(isOfBotbuilder), stderr }).toEqual({ loaded: [], stderr: "" });
  });
});
