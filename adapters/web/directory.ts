import {
  AccountId,
  type Line,
  type Person,
  type PersonId,
  type Plant,
  peopleOf as peopleIn,
  platformName,
  platformsOf,
  say,
  type Team,
  type TeamId,
} from "../../src/index.ts";
import { ChatName, chatOf, LocalId, localId } from "./localId.ts";
import type { Directory, PersonView, PlantView } from "./wire.ts";

/** The chats in which plants have people or channels; the first one when there is nobody in any. */
export function chatsOf(plants: readonly Plant[]): readonly ChatName[] {
  const used = ChatName.options.filter((chat) => plants.some((plant) => platformsOf(plant).includes(chat)));
  return used.length === 0 ? ["web"] : used;
}

/**
 * Who and what there is to chat with: the people of all plants that have an account in these chats, and the channels.
 * @param plants as whoever has the page open reads them
 */
export function directoryOf(plants: readonly Plant[], chats: readonly ChatName[]): Directory {
  return {
    plants: plants.map(viewOf),
    chats: chats.map((id) => ({ id, name: startingBig(platformName(id, chats, plants[0])) })),
    people: plants.flatMap((plant) => peopleOf(plant, chats)),
    channels: plants.flatMap((plant) => channelsOf(plant, chats)),
  };
}

/**
 * What is read in the language of the browser: the chats that people have with Referee, and the channels of plants whose file
 * does not say what is spoken in them. Where it says so of somebody, or of a team, that holds.
 */
export function readWithPage(plants: readonly Plant[], chats: readonly ChatName[]): readonly AccountId[] {
  return plants.flatMap((plant) => {
    const people = [...plant.people.values()].flatMap((person) => accountsOf(person, chats));
    const channels = plant.isLanguageSaid ? [] : channelsOf(plant, chats).map(({ id }) => id);
    return [...people, ...channels].map((id) => AccountId.parse(id));
  });
}

/** A name as it stands alone. */
function startingBig(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function viewOf({ code, name, timeZone, holidays, freezes }: Plant): PlantView {
  const frozen = freezes.flatMap(({ when }) => (when.type === "once" ? [{ from: when.from, to: when.to }] : []));
  return { code, name, timeZone, holidays: [...holidays.keys()], frozen };
}

/** A person's accounts in these chats, the first of each, in the order of the file: the first is where they are at home. */
function accountsOf({ accounts }: Person, chats: readonly ChatName[]): readonly LocalId[] {
  const byChat = new Map<ChatName, LocalId>();
  for (const account of accounts) {
    const { data: id } = LocalId.safeParse(account);
    if (id !== undefined && chats.includes(chatOf(id)) && !byChat.has(chatOf(id))) byChat.set(chatOf(id), id);
  }
  return [...byChat.values()];
}

function peopleOf(plant: Plant, chats: readonly ChatName[]): readonly PersonView[] {
  const featured = [...featuredIn(plant)];
  const others = [...plant.people.keys()].filter((id) => !featured.includes(id));
  const inOrder = [...featured, ...others].map((id) => plant.people.get(id)).filter((person) => person !== undefined);
  return inOrder.flatMap((person) => {
    const accounts = accountsOf(person, chats);
    const [id] = accounts;
    if (id === undefined) return [];
    return [
      {
        id,
        accounts: [...accounts],
        name: person.name,
        role: roleOf(plant, person.id),
        plant: plant.code,
        featured: featured.includes(person.id),
        channels: [...new Set(placesOf(plant, person.id).flatMap((party) => channelsIn(party, accounts.map(chatOf))))],
      },
    ];
  });
}

type Addressed = Pick<Team | Line | Plant["ops"], "channel">;

function channelsIn({ channel }: Addressed, chats: readonly ChatName[]): readonly LocalId[] {
  return chats.flatMap((chat) => (channel[chat] === undefined ? [] : [localId(chat, channel[chat])]));
}

function channelsOf(plant: Plant, chats: readonly ChatName[]): Directory["channels"] {
  const parties = [
    ...plant.teams.values(),
    ...plant.lines.values(),
    { name: say(plant, "who.operations"), channel: plant.ops.channel },
  ];
  const byId = new Map(parties.flatMap((party) => channelsIn(party, chats).map((id) => [id, party.name] as const)));
  return [...byId].map(([id, name]) => ({ id, name, plant: plant.code }));
}

/** Whatever has a channel that somebody reads: their teams, their lines, Ops. */
function placesOf(plant: Plant, person: PersonId): readonly Addressed[] {
  const teams = [...plant.teams.values()].filter((team) => belongsTo(team, person));
  const lines = [...plant.lines.values()].filter((line) => worksOn(plant, line, person));
  const isOps = plant.ops.leads.includes(person) || plant.ops.manager === person;
  return [...teams, ...lines, ...(isOps ? [plant.ops] : [])];
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
  if (plant.ops.manager === person) return say(plant, "who.plantManager");
  if (plant.ops.leads.includes(person)) return say(plant, "who.opsLead");
  const teams = [...plant.teams.values()].filter((candidate) => belongsTo(candidate, person));
  // Who leads a line because their team owns it, too, is of that team to everybody.
  const led = [...plant.lines.values()].find(
    (line) => shiftLeads(plant, line).includes(person) && !teams.some(({ id }) => id === line.owner),
  );
  if (led !== undefined) return say(plant, "who.leadsShift", { line: led.name });
  const [team] = teams;
  if (team === undefined) return "";
  return team.lead === person ? say(plant, "who.teamLead", { team: team.name }) : team.name;
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
