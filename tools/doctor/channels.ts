import type { AdapterName } from "../../src/plant/ids.ts";
import type { Channels, Plant } from "../../src/plant/plant.ts";

/** The channels of a plant on one platform, each with those who are addressed there. */
export function channelsIn(plant: Plant, adapter: AdapterName): ReadonlyMap<string, string> {
  const parties: readonly { readonly name: string; readonly channel: Channels }[] = [
    ...[...plant.teams].map(([id, { channel }]) => ({ name: String(id), channel })),
    ...[...plant.lines].map(([id, { channel }]) => ({ name: String(id), channel })),
    { name: "Ops", channel: plant.ops.channel },
    ...(plant.offersIn[adapter] ?? []).map((channel) => ({ name: "offers", channel: { [adapter]: channel } })),
  ];
  const found = new Map<string, string>();
  for (const { name, channel } of parties) {
    const place = channel[adapter];
    if (place !== undefined) found.set(place, found.has(place) ? `${found.get(place)}, ${name}` : name);
  }
  return found;
}
