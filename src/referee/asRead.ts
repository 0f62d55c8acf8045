import type { AccountId } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import { readAt, readBy } from "../plant/who/language.ts";
import type { World } from "../request/commands.ts";
import type { Spot } from "../request/place.ts";

/** A world to draw cards of, in the language of those who read at a spot. Rules decide by the world as it is. */
export function worldAt(world: World, spot: Spot): World {
  return as(world, readAt(world.plant, spot));
}

/** The same for somebody who is answered alone. */
export function worldBy(world: World, account: AccountId): World {
  return as(world, readBy(world.plant, account));
}

function as(world: World, plant: Plant): World {
  return plant === world.plant ? world : { ...world, plant };
}
