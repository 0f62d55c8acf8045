import { createRequire } from "node:module";
import { createTeamsAdapter } from "../../../adapters/teams/adapter.ts";
import { TRANSPORTS } from "../../../adapters/teams/transport/names.ts";
import { startFakeTeams } from "../../fakes/teams/fakeTeams.ts";
import { optionsFor } from "./useTeams.ts";

// Says as JSON which packages a process has loaded that heard and said something on Teams:
//   tsx test/adapters/teams/loads.ts rest
const transport = TRANSPORTS.find((name) => name === process.argv[2]);
if (transport === undefined) throw new Error(`One of ${TRANSPORTS.join(", ")}`);
const teams = await startFakeTeams({ people: { sina: "Sina Roth" } });
const adapter = await createTeamsAdapter({ ...optionsFor(teams, () => undefined), transport });
const message = { text: "Understood.", card: null, mention: [] };
await adapter.start(
  async () => ({ type: "reply", message }),
  async () => ({ type: "nothing", text: "" }),
  async () => [],
);
teams.connect(`http://127.0.0.1:${adapter.port()}/api/messages`);
await teams.as("sina").says("sina", "open port 502");
const said = teams.messages("sina").map(({ text }) => text);
await adapter.stop();
await teams.close();
const files = Object.keys(createRequire(import.meta.url).cache);
const packages = new Set(files.map((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? "none"));
console.log(JSON.stringify({ said, packages: [...packages] }));
