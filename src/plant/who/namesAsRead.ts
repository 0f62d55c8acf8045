import type { Asset, Names, Plant } from "../plant.ts";
import { calledByPlant } from "../time/freeze.ts";

type Called = { readonly name: string; readonly names?: Names };

/** A plant with the names that its readers use; the plant's own where they have none. What it was called is an alias then. */
export function namesAsRead(plant: Plant): Plant {
  const read = <T extends Called>(each: T): T => ({ ...each, name: each.names?.[plant.language] ?? each.name });
  const found = <T extends Called & { readonly aliases: readonly string[] }>(each: T): T =>
    each.names === undefined ? each : { ...read(each), aliases: [...each.aliases, each.name] };
  const zoneOf = ({ zone }: Asset) => (zone === undefined ? undefined : plant.zones[zone]?.[plant.language]);
  const inZone = (asset: Asset): Asset => {
    const zone = zoneOf(asset);
    return zone === undefined ? found(asset) : { ...found(asset), zone };
  };
  return {
    ...plant,
    teams: mapped(plant.teams, read),
    lines: mapped(plant.lines, found),
    assets: Object.keys(plant.zones).length === 0 ? mapped(plant.assets, found) : mapValues(plant.assets, inZone),
    shifts: plant.shifts.map(read),
    freezes: plant.freezes.map((each) => ({ ...read(each), called: calledByPlant(each) })),
  };
}

/** The same map where nothing in it is called otherwise: a plant may have thousands of machines. */
function mapped<K, T extends Called>(all: ReadonlyMap<K, T>, change: (each: T) => T): ReadonlyMap<K, T> {
  const isSame = [...all.values()].every(({ names }) => names === undefined);
  return isSame ? all : mapValues(all, change);
}

function mapValues<K, T>(all: ReadonlyMap<K, T>, change: (each: T) => T): ReadonlyMap<K, T> {
  return new Map([...all].map(([key, each]) => [key, change(each)] as const));
}
