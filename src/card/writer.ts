import { AccountId, type AdapterName, adapterOf, PLATFORM_NAMES } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import { type Actor, personIn } from "../request/actor.ts";
import type { PlaceName } from "../request/place.ts";
import type { At } from "./ping.ts";

/** Somebody's name, with their platform where the reader is on another one: "Sina Roth (Teams)". */
export function sayWriter(name: string, by: Actor, wroteIn: PlaceName | null, { state, place, world }: At): string {
  const written = wroteIn === null ? undefined : state.places.get(wroteIn);
  const platform = written?.spot.adapter ?? onlyPlatformOf(by, world.plant);
  return platform === null || platform === place.spot.adapter ? name : `${name} (${PLATFORM_NAMES[platform]})`;
}

/** A form does not say where it was filled in; somebody with accounts on one platform can only have done it there. */
function onlyPlatformOf(by: Actor, plant: Plant): AdapterName | null {
  const guest = AccountId.safeParse(by);
  if (guest.success) return adapterOf(guest.data);
  const person = personIn(by);
  const accounts = person === null ? [] : (plant.people.get(person)?.accounts ?? []);
  const [first, ...others] = new Set(accounts.map(adapterOf));
  return first === undefined || others.length > 0 ? null : first;
}
