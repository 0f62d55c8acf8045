import type { Plant } from "../plant/plant.ts";
import { type Actor, personIn } from "../request/actor.ts";
import type { Closed, Open } from "../request/state.ts";
import { actorsOf } from "./lists.ts";

/** Whether somebody may know of a request: whoever the plant knows, whoever asked for it, or everybody where it says so. */
export function mayRead({ asked }: Open | Closed, plant: Plant, by: Actor): boolean {
  return plant.readableBy === "everybody" || personIn(by) !== null || actorsOf(plant, by).includes(asked.requester);
}
