import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Lines of all plants together, each with a team, a machine, a channel to ask in and a channel to be pinged in. */
export const LINES = 240;
/** Request numbers are given one after the other within a plant, so one plant alone would measure that. */
export const PLANTS = 8;

export const askChannel = (n: number) => `C0LINE${n % LINES}`;
export const asker = (n: number) => `U0ASKS${n % LINES}`;
export const machine = (n: number) => `Mixer ${n % LINES}`;

/** A folder with the plants: as many lanes as a large installation has, and everybody always on duty. */
export async function writePlants(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "referee-bench-"));
  for (let index = 0; index < PLANTS; index += 1)
    await writeFile(join(dir, `bench-${index}.yaml`), plantText(index, PLANTS));
  return dir;
}

/** One of so many plants that share the lines. JSON is YAML. */
export function plantText(index: number, plants: number): string {
  return JSON.stringify(plant(index, plants), null, 1);
}

function plant(index: number, plants: number) {
  const lines = Array.from({ length: LINES }, (_, n) => n).filter((n) => n % plants === index);
  const each = <T>(entry: (n: number) => readonly (readonly [string, T])[]) => Object.fromEntries(lines.flatMap(entry));
  const person = (name: string, id: string) => ({ name, phone: "+49 40 5550 100", accounts: [`slack:${id}`] });
  const first = `team-${index}`;
  return {
    code: `B${String(index).padStart(2, "0")}`,
    name: `Bench ${index}`,
    timeZone: "Europe/Berlin",
    emergencyNumber: "112",
    calendars: { always: { name: "around the clock", hours: "always" } },
    people: each((n) => [
      [`asks-${n}`, person(`Asker ${n}`, asker(n))],
      [`owns-${n}`, person(`Owner ${n}`, `U0OWNS${n}`)],
    ]),
    teams: each((n) => [[`team-${n}`, team(n)]]),
    lines: each((n) => [[`line-${n}`, line(n)]]),
    assets: each((n) => [[`mixer-${n}`, { name: machine(n), line: `line-${n}`, owner: `team-${n}` }]]),
    ops: {
      leads: [`owns-${index}`],
      channel: { slack: `C0OPS${index}` },
      digestAt: ["06:00"],
      manager: `asks-${index}`,
    },
    roles: { security: first, network: first, safety: first, accountAdmin: first },
  };
}

function team(n: number) {
  const owner = `owns-${n}`;
  const onCall = { type: "list", people: [owner] };
  const channel = { slack: `C0TEAM${n}` };
  return { name: `Team ${n}`, side: "OT", members: [owner], channel, calendar: "always", onCall, lead: owner };
}

function line(n: number) {
  const shiftLeads = { type: "list", people: [`owns-${n}`] };
  return { name: `Hall ${n}`, team: `team-${n}`, shiftLeads, channel: { slack: askChannel(n) } };
}
