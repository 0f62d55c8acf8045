import { AccountId, adapterOf } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";
import { personIn, THE_LANES } from "../actor.ts";
import type { CommandOf, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import type { Place, Spot } from "../place.ts";
import type { Open, RequestState } from "../state.ts";
import { directSpot, freshName, placeOpened, tellOps } from "./places.ts";
import { holders } from "./wake.ts";

/** A conversation is gone or closed to Referee. The card goes where its people can still be reached; Ops hears of it. */
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
  if (place.role.type === "ops") return [];
  const direct = peopleAt(state, place, plant).find((spot) => spot.conversation !== place.spot.conversation);
  const name = place.role.type === "step" ? place.role.step : "requester";
  const moved = direct
    ? [placeOpened({ name: freshName(state, `${name}-direct`), spot: direct, role: place.role }, at)]
    : [];
  return [...moved, ...tellOps(state, plant, { at })];
}

/** The direct messages of those a place is for, the likeliest first. */
function peopleAt(state: Open, { role, spot }: Place, plant: Plant): readonly Spot[] {
  if (role.type === "requester") return requesterSpot(state, plant, spot.adapter);
  const step = role.type === "step" ? state.steps.get(role.step) : undefined;
  if (step === undefined || !("ball" in step)) return [];
  return holders(step.ball).flatMap((person) => directSpot(plant, person, spot.adapter) ?? []);
}

/** A guest can be reached only through the account they asked from. */
function requesterSpot({ asked }: Open, plant: Plant, adapter: Spot["adapter"]): readonly Spot[] {
  const person = personIn(asked.requester);
  if (person !== null) return [directSpot(plant, person, adapter)].filter((spot) => spot !== null);
  const account = AccountId.parse(asked.requester);
  const of = adapterOf(account);
  return [{ adapter: of, conversation: account.slice(of.length + 1), thread: null }];
}
