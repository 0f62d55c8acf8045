import { isDeepStrictEqual } from "node:util";
import type { EventOf } from "../../request/events.ts";
import { isForOps, isForSafety } from "../../request/place.ts";
import { isBegun } from "../../request/rules/begun.ts";
import { isCutter } from "../../request/rules/ops.ts";
import { ownerOf } from "../../request/rules/owners.ts";
import { isLive } from "../../request/rules/places.ts";
import { isToCutOff, isToPutBack, safetyPeople } from "../../request/rules/unsafeWork.ts";
import { holders, type Open, stepAt } from "../../request/state.ts";
import { closingSteps } from "../../workflow/requestType.ts";
import { atStep, cutOffCard, partyAt } from "./agreementPings.ts";
import { calling } from "./opsPings.ts";
import { type At, type Ping, toPeople, toRequester } from "./ping.ts";

/**
 * Whoever has begun what is to be put back, and Ops, are called: a note beside the card stops nobody. So are those who may cut off
 * what stands open, whoever closes it, and Safety. Null for all other notes, and for whoever can do nothing about it.
 */
export function unsafePing(note: EventOf<"NoteAdded">, text: string, at: At): Ping | null {
  const { state, place } = at;
  if (state.status !== "open") return null;
  if (isToCutOff(note, state)) return openPing(note, text, state, at);
  if (!isToPutBack(note)) return null;
  if (isForOps(place)) return calling(note.text, at);
  const step = stepAt(state, place);
  if (step === undefined || !("ball" in step) || !isBegun(step) || !isLive(place, step)) return null;
  return toPeople(holders(step.ball), text, at);
}

function openPing(note: EventOf<"NoteAdded">, text: string, state: Open, at: At): Ping | null {
  const { request, place, world } = at;
  const { plant } = world;
  const withCard = (ping: Ping | null) =>
    ping === null ? null : { ...ping, card: cutOffCard(request, state, plant), line: null };
  if (isForSafety(place)) return withCard(toPeople(safetyPeople(plant, state.at), text, at));
  if (isForOps(place)) return withCard(calling(note.text, at));
  if (place.role.type === "requester") return withCard(toRequester(text, at));
  const step = stepAt(state, place);
  if (step === undefined || step.place !== place.name) return null;
  const people = atStep(step, state, plant);
  const cutters = people.filter((by) => isCutter(state, { by, at: state.at }, world));
  if (cutters.length > 0) return withCard(toPeople(cutters, text, at));
  const closes = closingSteps(state.rules).some((rule) =>
    isDeepStrictEqual(ownerOf(state, rule, world).party, partyAt(step)),
  );
  return closes ? toPeople(people, text, at) : null;
}
