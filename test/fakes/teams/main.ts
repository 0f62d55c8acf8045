import { z } from "zod";
import { startControl } from "./control.ts";
import { startFakeTeams } from "./fakeTeams.ts";

// A fake Teams as a process of its own, for stories in which everything else is killed:
//   tsx test/fakes/teams/main.ts '{"port":4100,"controlPort":4101,"people":{"sina":"Sina Roth"},"channels":{"line-3":["sina"]}}'
// It prints one line of JSON once it listens; orders go to the control port (see control.ts).
const Options = z.object({
  port: z.int().default(0),
  controlPort: z.int().default(0),
  people: z.record(z.string(), z.string()),
  channels: z.record(z.string(), z.array(z.string())).default({}),
  groupChats: z.record(z.string(), z.array(z.string())).default({}),
});

const { controlPort, ...options } = Options.parse(JSON.parse(process.argv[2] ?? "{}"));
const teams = await startFakeTeams(options);
const control = await startControl(teams, controlPort);
const address = z.object({ port: z.number() }).parse(control.address());
console.log(
  JSON.stringify({ ...teams.app, serviceUrl: teams.serviceUrl, control: `http://127.0.0.1:${address.port}/` }),
);
