import type { EpochMs } from "../../clock.ts";
import { opsOf } from "../../plant/duty/ops.ts";
import { AccountId, adapterOf } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";
import { type Actor, personIn, THE_LANES, THE_RULES } from "../actor.ts";
import type { CommandOf, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import { OPS_PLACE, opsLeadPlace, type Place, type PlaceName, type Spot } from "../place.ts";
import { type Draft, holders, type Open, type RequestState, type StepState, stepAt } from "../state.ts";
import { ruleOf } from "./guards.ts";
import { alsoTo, directSpot, freshName, isLive, placeOpened, showsAt, tellOps } from "./places.ts";
import { answererOf } from "./requester.ts";
import { hop } from "./wake.ts";

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
  if (state.status === "draft") return [lost, ...draftInPerson(state, place, world.plant, at)];
  if (state.status !== "open") return [lost];
  const places = new Map(state.places).set(name, { ...place, left: true, lost: true });
  return [lost, ...elsewhere({ ...state, places }, place, world, at)];
}

/** Whoever is asked where they are no member gets the card in their own chat; the others go on where it stands. */
export function callUnread(
  state: RequestState,
  { place: name, person, at }: CommandOf<"callUnread">,
  { plant }: World,
): readonly RequestEvent[] {
  const place = state.status === "open" ? state.places.get(name) : undefined;
  if (state.status !== "open" || place?.role.type !== "step") return [];
  const step = state.steps.get(place.role.step);
  if (step === undefined || !("ball" in step) || !isLive(place, step) || !holders(step.ball).includes(person))
    return [];
  return alsoTo(state, step, [person], plant, at, { spot: place.spot, lost: true });
}

function elsewhere(state: Open, place: Place, world: World, at: EpochMs): readonly RequestEvent[] {
  const { role, spot, name } = place;
  if (role.type === "ops") return opsInPerson(state, place, world.plant, at);
  if (role.type === "joined") return joinedInPerson(state, role, spot, world.plant, at);
  const step = stepAt(state, place);
  const isNew = (each: Spot) => each.conversation !== spot.conversation && !(step && showsAt(state, step, each));
  const direct = peopleAt(state, place, world.plant).find(isNew);
  const moved = direct
    ? [placeOpened({ name: freshName(state, `${step?.id ?? "requester"}-direct`), spot: direct, role }, at)]
    : passedOver(state, step, name, world, at);
  const told = moved.some((event) => event.type === "PlaceOpened" && event.place.name === OPS_PLACE);
  return [...moved, ...(told ? [] : tellOps(state, world.plant, { at }))];
}

/** Whoever joined is told in their own chat, where they have one. */
function joinedInPerson(
  state: Open,
  { by, name, asSponsor }: Extract<Place["role"], { type: "joined" }>,
  spot: Spot,
  plant: Plant,
  at: EpochMs,
): readonly RequestEvent[] {
  const own = requesterSpot(by, plant, spot.adapter).find(({ conversation }) => conversation !== spot.conversation);
  if (own === undefined) return [];
  const place = freshName(state, "joined-direct");
  const sponsor = asSponsor ? personIn(by) : null;
  const who = sponsor === null ? { by } : { sponsor, by: THE_RULES };
  return [{ type: "RequestJoined", place, name, spot: own, ...who, at }];
}

/** Asked where Referee does not get in: its author goes on with the draft in their own chat with it. */
function draftInPerson(draft: Draft, { role, spot }: Place, plant: Plant, at: EpochMs): readonly RequestEvent[] {
  if (draft.discarded !== null || role.type === "joined") return [];
  const direct = requesterSpot(draft.asked.requester, plant, spot.adapter).find(
    ({ conversation }) => conversation !== spot.conversation,
  );
  return direct === undefined
    ? []
    : [placeOpened({ name: freshName(draft, "requester-direct"), spot: direct, role }, at)];
}

/** The Ops channel is closed to Referee: what only Ops can decide then stands with each of its leads. */
function opsInPerson(state: Open, { name, spot }: Place, plant: Plant, at: EpochMs): readonly RequestEvent[] {
  if (name !== OPS_PLACE) return [];
  // Each keeps the place of where they stand in the file, whoever of the others has left.
  const { leads } = plant.ops;
  return [...leads, ...opsOf(plant).filter((person) => !leads.includes(person))].flatMap((lead, index) => {
    const direct = directSpot(plant, lead, spot.adapter);
    const own = opsLeadPlace(index);
    if (direct === null || direct.conversation === spot.conversation || state.places.get(own)?.left === false)
      return [];
    return [placeOpened({ name: own, spot: direct, role: { type: "ops" } }, at)];
  });
}

/** Whoever was asked cannot be reached at all: the next in the chain is asked now, rather than when patience ends. */
function passedOver(state: Open, step: StepState | undefined, lost: PlaceName, world: World, at: EpochMs) {
  if (step?.status !== "open" || step.place !== lost || step.ball.takenBy !== null) return [];
  return hop(state, ruleOf(state, step.id), step, THE_LANES, at, world);
}

/** The direct messages of those a place is for, the likeliest first. */
function peopleAt(state: Open, { role, spot }: Place, plant: Plant): readonly Spot[] {
  if (role.type === "requester") return requesterSpot(answererOf(state.asked), plant, spot.adapter);
  const step = stepAt(state, { role });
  if (step === undefined || !("ball" in step)) return [];
  return holders(step.ball).flatMap((person) => directSpot(plant, person, spot.adapter) ?? []);
}

/** A guest can be reached only through the account they asked from. */
function requesterSpot(asker: Actor, plant: Plant, adapter: Spot["adapter"]): readonly Spot[] {
  const person = personIn(asker);
  if (person !== null) return [directSpot(plant, person, adapter)].filter((spot) => spot !== null);
  const account = AccountId.parse(asker);
  const of = adapterOf(account);
  return [{ adapter: of, conversation: account.slice(of.length + 1), thread: null }];
}
