import {
  type Line,
  type Person,
  type PersonId,
  type Plant,
  peopleOf as peopleIn,
  type Team,
  type TeamId,
} from "../../src/index.ts";
import type { Directory, PersonView } from "./wire.ts";

/** Who and what there is to chat with: the people of all plants that have a web account, and their web channels. */
export function directoryOf(plants: readonly Plant[]): Directory {
  return {
    plants: plants.map(({ code, name, timeZone }) => ({ code, name, timeZone })),
    people: plants.flatMap(peopleOf),
    channels: plants.flatMap(channelsOf),
  };
}

/** The user id of a person's first web account, or null for somebody who has none. */
function webUser(person: Person): string | null {
  return person.accounts.find((account) => account.startsWith("web:"))?.slice("web:".length) ?? null;
}

function peopleOf(plant: Plant): readonly PersonView[] {
  const featured = [...featuredIn(plant)];
  const others = [...plant.people.keys()].filter((id) => !featured.includes(id));
  const inOrder = [...featured, ...others].map((id) => plant.people.get(id)).filter((person) => person !== undefined);
  return inOrder.flatMap((person) => {
    const id = webUser(person);
    if (id === null) return [];
    const channels = [...new Set(placesOf(plant, person.id))];
    return [
      {
        id,
        name: person.name,
        role: roleOf(plant, person.id),
        plant: plant.code,
        featured: featured.includes(person.id),
        channels,
      },
    ];
  });
}

function channelsOf(plant: Plant): Directory["channels"] {
  const named = [
    ...[...plant.teams.values()].map(({ name, channel }) => ({ id: channel.web, name })),
    ...[...plant.lines.values()].map(({ name, channel }) => ({ id: channel.web, name })),
    { id: plant.ops.channel.web, name: "Operations" },
  ];
  const byId = new Map(named.flatMap(({ id, name }) => (id === undefined ? [] : [[id, name] as const])));
  return [...byId].map(([id, name]) => ({ id, name, plant: plant.code }));
}

function placesOf(plant: Plant, person: PersonId): readonly string[] {
  const teams = [...plant.teams.values()].filter((team) => belongsTo(team, person));
  const lines = [...plant.lines.values()].filter((line) => worksOn(plant, line, person));
  const isOps = plant.ops.leads.includes(person) || plant.ops.manager === person;
  return [...teams.map(webChannel), ...lines.map(webChannel), isOps ? plant.ops.channel.web : undefined].filter(
    (id) => id !== undefined,
  );
}

function webChannel({ channel }: Team | Line): string | undefined {
  return channel.web;
}

function belongsTo(team: Team, person: PersonId): boolean {
  return team.members.includes(person) || team.lead === person || team.backup === person;
}

function worksOn(plant: Plant, line: Line, person: PersonId): boolean {
  return plant.teams.get(line.team)?.members.includes(person) === true || shiftLeads(plant, line).includes(person);
}

function shiftLeads(plant: Plant, line: Line): readonly PersonId[] {
  return line.shiftLeads === null ? [] : peopleIn(plant, line.shiftLeads);
}

function roleOf(plant: Plant, person: PersonId): string {
  if (plant.ops.manager === person) return "Plant manager";
  if (plant.ops.leads.includes(person)) return "Operations lead";
  const led = [...plant.lines.values()].find((line) => shiftLeads(plant, line).includes(person));
  if (led !== undefined) return `Shift lead, ${led.name.toLowerCase()}`;
  const team = [...plant.teams.values()].find((candidate) => belongsTo(candidate, person));
  if (team === undefined) return "";
  return team.lead === person ? `${team.name}, lead` : team.name;
}

/** One of each side, in the order of a story: who runs a line, who answers for its machines, security, shift lead, Ops. */
function featuredIn(plant: Plant): ReadonlySet<PersonId> {
  const line = [...plant.lines.values()][0];
  const security = plant.roles.security;
  const controls = [...plant.teams.values()].find((team) => team.side === "OT")?.id;
  const member = (team: TeamId | undefined) => (team === undefined ? undefined : plant.teams.get(team)?.members[0]);
  const cast = [
    member(line?.team),
    member(controls),
    member(security),
    line === undefined ? undefined : shiftLeads(plant, line)[0],
    plant.ops.leads[0],
  ];
  return new Set(cast.filter((person) => person !== undefined));
}
