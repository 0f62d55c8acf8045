import { type AdapterName, adapterOf } from "../ids.ts";
import type { Channels, Plant } from "../plant.ts";

/**
 * The plant as far as it can be spoken to: channels and accounts on platforms that this installation does not run are
 * left out, so that nobody is looked for where nobody can be reached.
 */
export function servedBy(plant: Plant, adapters: readonly AdapterName[]): Plant {
  const reachable = <T extends { readonly channel: Channels }>(party: T): T => ({
    ...party,
    channel: channelsOn(party.channel, adapters),
  });
  return {
    ...plant,
    people: mapValues(plant.people, (person) => ({
      ...person,
      accounts: person.accounts.filter((account) => adapters.includes(adapterOf(account))),
    })),
    teams: mapValues(plant.teams, reachable),
    lines: mapValues(plant.lines, (line) => ({ ...line, channel: channelsOn(line.channel, adapters) })),
    ops: reachable(plant.ops),
  };
}

function channelsOn(channels: Channels, adapters: readonly AdapterName[]): Channels {
  return Object.fromEntries(
    adapters.flatMap((adapter) => (channels[adapter] === undefined ? [] : [[adapter, channels[adapter]]])),
  );
}

function mapValues<K, V>(map: ReadonlyMap<K, V>, change: (value: V) => V): ReadonlyMap<K, V> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
