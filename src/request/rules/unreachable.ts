import { THE_LANES } from "../actor.ts";
import type { CommandOf, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import type { Place } from "../place.ts";
import type { Open, RequestState } from "../state.ts";
import { directSpot, freshName, placeOpened, tellOps } from "./places.ts";
import { holders } from "./wake.ts";

/** A conversation is gone or closed to Referee. The card goes where its owner can still be reached; Ops hears of it. */
export function placeUnreachable(
  state: RequestState,
  command: CommandOf<"placeUnreachable">,
  world: World,
): readonly RequestEvent[] {
  const { place: name, why, at } = command;
  if (state.status === "unstarted") return [];
  const place = state.places.get(name);
  if (place === undefined || place.left) return [];
  const lost: RequestEvent = { type: "PlaceUnreachable", place: name, why, by: THE_LANES, at };
  return state.status === "open" ? [lost, ...elsewhere(state, place, world, at)] : [lost];
}

function elsewhere(state: Open, place: Place, { plant }: World, at: RequestEvent["at"]): readonly RequestEvent[] {
  if (place.role.type !== "step") return place.role.type === "requester" ? tellOps(state, plant, { at }) : [];
  const step = state.steps.get(place.role.step);
  if (step === undefined || !("ball" in step)) return [];
  const direct = holders(step.ball)
    .map((person) => directSpot(plant, person, place.spot.adapter))
    .find((spot) => spot !== null && spot.conversation !== place.spot.conversation);
  const moved = direct
    ? [placeOpened({ name: freshName(state, `${step.id}-direct`), spot: direct, role: place.role }, at)]
    : [];
  return [...moved, ...tellOps(state, plant, { at })];
}
