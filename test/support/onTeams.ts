import { AccountId, type AdapterName, adapterOf } from "../../src/plant/ids.ts";
import type { Channels, Person, Plant } from "../../src/plant/plant.ts";
import { guidFor, type WorldOptions } from "../fakes/teams/world.ts";

/** Who of the demo plant lives on Teams instead of Slack: teams with their channels, lines, Ops, and people. */
export type OnTeams = {
  readonly teams: readonly string[];
  readonly lines?: readonly string[];
  readonly ops?: boolean;
  readonly people: readonly string[];
  /** People who have an account on both. */
  readonly both?: readonly string[];
  /** Who is in a channel, where that is not everybody. */
  readonly closed?: Readonly<Record<string, readonly string[]>>;
};

/** The plant with some of it moved to Teams. A channel is called there what the local chat calls it. */
export function movedToTeams(plant: Plant, { teams, lines = [], ops = false, people, both = [] }: OnTeams): Plant {
  const move = <T extends { readonly channel: Channels }>(party: T, moves: boolean): T =>
    moves ? { ...party, channel: { teams: channelCalled(party.channel.web ?? party.channel.office ?? "ops") } } : party;
  return {
    ...plant,
    people: mapped(plant.people, (id, person) => {
      if (both.includes(id)) return { ...person, accounts: [...person.accounts, teamsAccount(id)] };
      return people.includes(id) ? { ...person, accounts: [...without(person, "slack"), teamsAccount(id)] } : person;
    }),
    teams: mapped(plant.teams, (id, team) => move(team, teams.includes(id))),
    lines: mapped(plant.lines, (id, line) => move(line, lines.includes(id))),
    ops: move(plant.ops, ops),
  };
}

/** A channel of the fake tenant by its name. */
export function channelCalled(name: string): string {
  return `19:${name}@thread.tacv2`;
}

export function teamsAccount(person: string): AccountId {
  return AccountId.parse(`teams:${guidFor(`person ${person}`)}`);
}

/** A tenant in which everybody of the plant could be met, a stranger too, and in which its channels are. */
export function tenantFor(plants: readonly Plant[], closed: OnTeams["closed"] = {}): WorldOptions {
  const people = new Map(
    plants.flatMap((plant) => [...plant.people.values()].map(({ id, name }) => [String(id), name] as const)),
  );
  people.set("stranger", "Somebody Else");
  const channels = plants
    .flatMap((plant) => [...plant.teams.values(), ...plant.lines.values(), plant.ops])
    .flatMap(({ channel }) =>
      channel.teams === undefined ? [] : [channel.teams.slice("19:".length).split("@")[0] ?? ""],
    );
  return {
    people: Object.fromEntries(people),
    channels: Object.fromEntries(channels.map((name) => [name, closed[name] ?? [...people.keys()]])),
    unlimited: true,
  };
}

function without({ accounts }: Person, adapter: AdapterName): readonly AccountId[] {
  return accounts.filter((account) => adapterOf(account) !== adapter);
}

function mapped<K extends string, V>(map: ReadonlyMap<K, V>, change: (key: string, value: V) => V): ReadonlyMap<K, V> {
  return new Map([...map].map(([key, value]) => [key, change(key, value)]));
}
