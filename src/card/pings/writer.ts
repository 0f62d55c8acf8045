import { AccountId, type AdapterName, adapterOf } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";
import { platformName, platformsOf } from "../../plant/who/platforms.ts";
import { type Actor, personIn } from "../../request/actor.ts";
import type { World } from "../../request/commands.ts";
import type { Place, PlaceName } from "../../request/place.ts";
import type { Open } from "../../request/state.ts";

/** Who wrote, and where as far as it is known: on which platform, or in which place. */
export type Writing = {
  readonly by: Actor;
  readonly via: AdapterName | null;
  readonly place: PlaceName | null;
};

/** Where it is read. */
type ReadAt = {
  readonly state: Pick<Open, "places">;
  readonly place: Pick<Place, "spot">;
  readonly world: Pick<World, "plant">;
};

/** Somebody's name, with their platform where the reader is on another one: "Sina Roth (Teams)". */
export function sayWriter(name: string, writing: Writing, { state, place, world }: ReadAt): string {
  // Of an account the plant does not know, its name says the platform to everybody.
  if (personIn(writing.by) === null) return name;
  const written = writing.place === null ? undefined : state.places.get(writing.place);
  const platform = writing.via ?? written?.spot.adapter ?? onlyPlatformOf(writing.by, world.plant);
  if (platform === null || platform === place.spot.adapter) return name;
  return `${name} (${platformName(platform, platformsOf(world.plant), world.plant)})`;
}

/** An older event of a form does not say its platform; whoever has accounts on one can only have written there. */
function onlyPlatformOf(by: Actor, plant: Plant): AdapterName | null {
  const guest = AccountId.safeParse(by);
  if (guest.success) return adapterOf(guest.data);
  const person = personIn(by);
  const accounts = person === null ? [] : (plant.people.get(person)?.accounts ?? []);
  const [first, ...others] = new Set(accounts.map(adapterOf));
  return first === undefined || others.length > 0 ? null : first;
}
