import { PLATFORM_NAMES } from "../../platforms.ts";
import { opsOf } from "../duty/ops.ts";
import { peopleOf } from "../duty/rota.ts";
import type { AdapterName, LineId, PersonId } from "../ids.ts";
import type { Party } from "../party.ts";
import { accountOf } from "../person.ts";
import type { Channels, Line, Person, Plant, Team } from "../plant.ts";

/** A channel of one platform, as that platform writes it. */
export type ChannelPlace = { readonly adapter: AdapterName; readonly channel: string };

/** All of a plant that may have channels. */
export function withChannels({ teams, lines, ops }: Plant): readonly (Team | Line | Plant["ops"])[] {
  return [...teams.values(), ...lines.values(), ops];
}

/** Their channels on all platforms, each as `platform:channel`. */
export function channelNames(those: readonly { readonly channel: Channels }[]): readonly string[] {
  return those.flatMap(({ channel }) => Object.entries(channel).map(([adapter, id]) => `${adapter}:${id}`));
}

/**
 * Where a party is addressed together and somebody of it reads: on the preferred platform if it has such a channel
 * there, else on its home platform, else wherever it has one. Null for people, who get direct messages, and for parties
 * whose channels all stand where none of their people are.
 */
export function readChannelOf(plant: Plant, party: Party, preferred?: AdapterName): ChannelPlace | null {
  const people = peopleFor(plant, party);
  const places = channelsOf(plant, party, preferred);
  return places.find(({ adapter }) => people.some((person) => isOn(plant, person, adapter))) ?? null;
}

/** The same, or else the channel a party would be addressed in if its people were there; null when it has none. */
export function channelOf(plant: Plant, party: Party, preferred?: AdapterName): ChannelPlace | null {
  return readChannelOf(plant, party, preferred) ?? channelsOf(plant, party, preferred)[0] ?? null;
}

/**
 * Whether somebody is to be met on a platform. Who has no account anywhere yet may be: what they press there first is
 * judged after the platform's directory has said whose address it is.
 */
export function isOn(plant: Plant, id: PersonId, adapter: AdapterName): boolean {
  const person = plant.people.get(id);
  return person !== undefined && (accountOf(person, adapter) !== null || isToBeMet(person));
}

function isToBeMet({ accounts, email }: Person): boolean {
  return accounts.length === 0 && email !== undefined;
}

/** Everybody who may be asked for a team, a shift lead or Ops, as far as the plant file names them and has them; else nobody. */
export function peopleFor(plant: Plant, party: Party): readonly PersonId[] {
  return namedFor(plant, party).filter((person) => plant.people.has(person));
}

function namedFor(plant: Plant, party: Party): readonly PersonId[] {
  switch (party.type) {
    case "team": {
      const team = plant.teams.get(party.team);
      return team === undefined ? [] : [...team.members, ...peopleOf(plant, team.onCall), ...answering(team)];
    }
    case "shiftLead":
      return shiftLeads(plant, party.line);
    case "ops":
      return opsOf(plant);
    default:
      return [];
  }
}

function answering({ backup, lead }: Team): readonly PersonId[] {
  return backup === undefined ? [lead] : [backup, lead];
}

function shiftLeads(plant: Plant, id: LineId): readonly PersonId[] {
  const line = plant.lines.get(id);
  const team = line && plant.teams.get(line.team);
  return [
    ...(line?.shiftLeads ? peopleOf(plant, line.shiftLeads) : []),
    ...(team === undefined ? [] : answering(team)),
  ];
}

function channelsOf(plant: Plant, party: Party, preferred: AdapterName | undefined): readonly ChannelPlace[] {
  const { channel: channels, home } = addressOf(plant, party);
  return [preferred, home, ...PLATFORM_NAMES].flatMap((adapter) => {
    const channel = adapter && channels[adapter];
    return adapter && channel ? [{ adapter, channel }] : [];
  });
}

type Address = { readonly channel: Channels; readonly home?: AdapterName };

function addressOf(plant: Plant, party: Party): Address {
  switch (party.type) {
    case "team":
      return plant.teams.get(party.team) ?? NOWHERE;
    case "shiftLead":
      return lineAddress(plant, party.line);
    case "ops":
      return plant.ops;
    default:
      return NOWHERE;
  }
}

const NOWHERE: Address = { channel: {} };

/** The line's own channel, else that of the team that runs it. */
function lineAddress(plant: Plant, id: LineId): Address {
  const line = plant.lines.get(id);
  const team = line && plant.teams.get(line.team);
  return line === undefined ? NOWHERE : { ...team, channel: { ...team?.channel, ...line.channel } };
}
