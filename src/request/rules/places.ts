import { type EpochMs, HOUR_MS, later, latest } from "../../clock.ts";
import { opsOf } from "../../plant/duty/ops.ts";
import { AccountId, type PersonId } from "../../plant/ids.ts";
import type { Party } from "../../plant/party.ts";
import { accountOf, personByAccount } from "../../plant/person.ts";
import type { Person, Plant } from "../../plant/plant.ts";
import { isOn, peopleFor, readChannelOf } from "../../plant/who/channel.ts";
import { PLATFORM_NAMES } from "../../platforms.ts";
import type { Step } from "../../workflow/requestType.ts";
import { THE_RULES } from "../actor.ts";
import type { Meta } from "../commands.ts";
import type { Ping, RequestEvent } from "../events.ts";
import {
  isForOps,
  isSameConversation,
  MANAGER_PLACE,
  type NewPlace,
  OPS_PLACE,
  type Place,
  PlaceName,
  REQUESTER_PLACE,
  RISK_PLACE,
  SAFETY_PLACE,
  type Spot,
} from "../place.ts";
import type { Open, StepState } from "../state.ts";
import { ruleOf } from "./guards.ts";

export type OpenedPlace = NewPlace;

/**
 * Where a step's card stands: in the owner's channel if somebody of them reads it, else in a direct message with who is
 * pinged, else in the Ops channel, where somebody will see it. What the requester is asked stands where they asked.
 */
export function placeFor(
  state: Open,
  rule: Step,
  step: StepState,
  party: Party,
  ping: Ping | null,
  plant: Plant,
): OpenedPlace {
  if (rule.owner === "requester") return { name: REQUESTER_PLACE, spot: state.asked.spot, role: { type: "requester" } };
  const own = RESERVED.has(rule.id) ? `${rule.id}-step` : rule.id;
  const name = freshName(state, step.moves === 0 ? own : `${own}-${step.moves}`);
  const people = ping?.people ?? peopleFor(plant, party); // while it holds nobody is asked yet; somebody of them sees it
  const spot = spotOf(plant, party, people, state.asked.spot) ?? opsSpot(plant, state.asked.spot);
  return { name, spot, role: { type: "step", step: rule.id } };
}

/** A step called "ops" must not keep Ops from their own card. */
const RESERVED: ReadonlySet<string> = new Set([
  ...[REQUESTER_PLACE, OPS_PLACE, MANAGER_PLACE, RISK_PLACE, SAFETY_PLACE],
]);

/** A step that opens a second time gets a new card: an edit would not notify anybody. */
export function freshName(state: Pick<Open, "places">, name: string): PlaceName {
  const taken = (candidate: string) => state.places.has(PlaceName.parse(candidate));
  let candidate = name;
  for (let round = 2; taken(candidate); round++) candidate = `${name}-again-${round}`;
  return PlaceName.parse(candidate);
}

function spotOf(plant: Plant, party: Party, people: readonly PersonId[], asked: Spot): Spot | null {
  const channel = channelSpot(plant, party);
  if (channel !== null) return channel;
  const reachable = party.type === "person" ? [party.person, ...people] : people;
  return reachable.map((person) => directSpot(plant, person, asked.adapter)).find((spot) => spot !== null) ?? null;
}

/** The direct message with a person, on the preferred platform if they have an account there. */
export function directSpot(plant: Plant, person: PersonId, preferred: Spot["adapter"]): Spot | null {
  const known = plant.people.get(person);
  if (known === undefined) return null;
  for (const adapter of [preferred, ...PLATFORM_NAMES]) {
    const account = accountOf(known, adapter);
    if (account !== null) return { adapter, conversation: account.slice(adapter.length + 1), thread: null };
  }
  return null;
}

/** A channel on a platform where none of the party is would look answered for, and nobody would ever read it. */
function channelSpot(plant: Plant, party: Party): Spot | null {
  const found = readChannelOf(plant, party);
  return found === null ? null : { adapter: found.adapter, conversation: found.channel, thread: null };
}

function opsSpot(plant: Plant, asked: Spot): Spot {
  const channel = channelSpot(plant, { type: "ops" });
  if (channel !== null) return channel;
  const direct = opsOf(plant)
    .map((person) => directSpot(plant, person, asked.adapter))
    .find((spot) => spot !== null);
  return direct ?? asked;
}

/**
 * Where a step is shown to people one by one, whoever is asked next gets a card of their own: nobody reads another's
 * direct messages. So does whoever is not on the platform of the channel in which it is shown.
 */
export function alsoTo(
  state: Open,
  step: StepState,
  people: readonly PersonId[],
  plant: Plant,
  at: Meta["at"],
  shown: Pick<Place, "spot" | "lost"> | undefined = shownIn(state, step),
): readonly RequestEvent[] {
  if (shown === undefined) return [];
  const unaware = people.filter((person) => !reads(plant, person, shown));
  const spots = unaware.map((person) => directSpot(plant, person, shown.spot.adapter));
  const spot = spots.find((each) => each !== null && !showsAt(state, step, each)) ?? null;
  if (spot === null) return [];
  const role = { type: "step", step: step.id } as const;
  const name = freshName(state, `${step.id}-direct`);
  return [...outlivedAt(state, step, spot, at), placeOpened({ name, spot, role }, at)];
}

/** A step that is asked anew leaves the card by which the same person was asked before. */
function outlivedAt({ places }: Open, step: StepState, there: Spot, at: Meta["at"]): readonly RequestEvent[] {
  return [...places.values()]
    .filter(({ role, left }) => !left && role.type === "step" && role.step === step.id)
    .filter(({ spot }) => isSameConversation(spot, there))
    .map(({ name }) => ({ type: "PlaceLeft", place: name, at, by: THE_RULES }) as const);
}

function shownIn(state: Open, step: StepState): Place | undefined {
  const place = step.place === null ? undefined : state.places.get(step.place);
  // A chat in which somebody was asked in person before says nothing of where it stands now.
  return isTheRequesters(state, step) && (place === undefined || (place.left && !place.lost))
    ? requesterPlace(state)
    : place;
}

function isTheRequesters(state: Open, { id }: StepState): boolean {
  return ruleOf(state, id).owner === "requester";
}

/** What the requester is to confirm stands where they asked, or where they are reached since. */
function requesterPlace({ places }: Open): Place | undefined {
  const theirs = [...places.values()].filter(({ role }) => role.type === "requester");
  return theirs.findLast(({ left }) => !left) ?? theirs[0];
}

/** Whether somebody reads what is said at a place, as far as can be told. */
export function reads(plant: Plant, person: PersonId, { spot, lost }: Pick<Place, "spot" | "lost">): boolean {
  if (lost) return false;
  const reader = readerOf(plant, spot);
  return reader === null ? isOn(plant, person, spot.adapter) : reader.id === person;
}

/** Whether a step's card stands in this conversation, or would if Referee had not been shut out of it. */
export function showsAt(state: Open, step: StepState, at: Spot): boolean {
  const there = [...state.places.values()].filter(({ spot }) => isSameConversation(spot, at));
  const own = isTheRequesters(state, step);
  return there.some(
    (place) => place.lost || isLive(place, step) || (own && place.role.type === "requester" && !place.left),
  );
}

/** Whether a step is answered in this place: where it was shown last, or in one of several direct messages about its ball. */
export function isLive(place: Place, step: StepState): boolean {
  if (place.left || place.role.type !== "step" || place.role.step !== step.id) return false;
  return step.place === place.name || ("ball" in step && place.openedAt >= step.ball.since);
}

/** Whether whoever asked is answered in this conversation already. */
export function showsRequester({ places }: Open, at: Spot): boolean {
  return [...places.values()].some(
    ({ role, left, spot }) => role.type === "requester" && !left && isSameConversation(spot, at),
  );
}

/** Whether only one person of the plant reads what is said there. */
export function isDirect(plant: Plant, spot: Spot): boolean {
  return readerOf(plant, spot) !== null;
}

/** Whether it is the direct message of somebody who is not one of these: theirs to read are only their own pings. */
export function isSomebodyElses(plant: Plant, spot: Spot, people: readonly PersonId[]): boolean {
  const reader = readerOf(plant, spot);
  return reader !== null && !people.includes(reader.id);
}

/** Whose direct message a conversation is: it goes by their account. Null where several read, or nobody of the plant. */
export function readerOf(plant: Plant, { adapter, conversation }: Spot): Person | null {
  const account = AccountId.safeParse(`${adapter}:${conversation}`);
  return account.success ? personByAccount(plant, account.data) : null;
}

/** Shows the request to Ops, unless they see it already. */
export function tellOps(state: Open, plant: Plant, { at }: Pick<Meta, "at">): readonly RequestEvent[] {
  if (state.places.get(OPS_PLACE)?.left === false) return [];
  // The leads' own chats stay beside it: the channel may still be closed, and they must not miss what is said meanwhile.
  return [placeOpened({ name: OPS_PLACE, spot: opsSpot(plant, state.asked.spot), role: { type: "ops" } }, at)];
}

/** How long after nobody of Ops could be reached they are tried again. */
const OPS_AGAIN_MS = HOUR_MS;

/** When Ops, of whom nobody could be reached, are tried again; null while somebody of them reads it, or nobody was to. */
export function opsAgainAt({ places }: Pick<Open, "places">): EpochMs | null {
  const ops = [...places.values()].filter(isForOps);
  if (ops.some(({ left }) => !left)) return null;
  const tried = latest(ops.map(({ openedAt }) => openedAt));
  return tried === null ? null : later(tried, OPS_AGAIN_MS);
}

/** Shows the request to the plant manager, in person. */
export function tellManager(state: Open, plant: Plant, at: Meta["at"]): readonly RequestEvent[] {
  const spot = directSpot(plant, plant.ops.manager, state.asked.spot.adapter);
  return spot === null || state.places.has(MANAGER_PLACE)
    ? []
    : [placeOpened({ name: MANAGER_PLACE, spot, role: { type: "ops" } }, at)];
}

/** Shows the request to Safety, who were asked of none of its steps: in their channel, else to who of them is asked first. */
export function tellSafety(
  state: Open,
  party: Party,
  people: readonly PersonId[],
  plant: Plant,
  at: Meta["at"],
): readonly RequestEvent[] {
  const spot = spotOf(plant, party, people, state.asked.spot);
  return spot === null || state.places.has(SAFETY_PLACE)
    ? []
    : [placeOpened({ name: SAFETY_PLACE, spot, role: { type: "ops" } }, at)];
}

/** Two steps may both want the Ops card in one go: a place is opened once. */
export function placesOnce(events: readonly RequestEvent[]): readonly RequestEvent[] {
  const opened = new Set<string>();
  return events.filter((event) => {
    if (event.type !== "PlaceOpened") return true;
    const isNew = !opened.has(event.place.name);
    opened.add(event.place.name);
    return isNew;
  });
}

export function placeOpened(place: OpenedPlace, at: Meta["at"]): RequestEvent {
  return { type: "PlaceOpened", place, at, by: THE_RULES };
}

/** The place of a step that goes to somebody else: it keeps one last card without buttons. */
export function placeLeft(step: StepState, at: Meta["at"]): readonly RequestEvent[] {
  return step.place === null || step.place === REQUESTER_PLACE
    ? []
    : [{ type: "PlaceLeft", place: step.place, at, by: THE_RULES }];
}

/** Every card of a step is left: its people get new ones. */
export function leavePlaces({ places }: Pick<Open, "places">, at: Meta["at"]): readonly RequestEvent[] {
  const stands = ({ name, left, role }: Place) => !left && role.type === "step" && name !== REQUESTER_PLACE;
  return [...places.values()]
    .filter(stands)
    .map(({ name }) => ({ type: "PlaceLeft", place: name, by: THE_RULES, at }) as const);
}
