import type { EventOf } from "../../request/events.ts";
import { isForOps } from "../../request/place.ts";
import { isBegun } from "../../request/rules/begun.ts";
import { isLive } from "../../request/rules/places.ts";
import { isToPutBack } from "../../request/rules/unsafeWork.ts";
import { holders } from "../../request/state.ts";
import { calling } from "./opsPings.ts";
import { type At, type Ping, toPeople } from "./ping.ts";

/** Whoever has begun what is to be put back, and Ops, are called: a note beside the card stops nobody. Null for all others. */
export function unsafePing(note: EventOf<"NoteAdded">, text: string, at: At): Ping | null {
  const { state, place } = at;
  if (state.status !== "open" || !isToPutBack(note)) return null;
  if (isForOps(place)) return calling(note.text, at);
  const step = place.role.type === "step" ? state.steps.get(place.role.step) : undefined;
  if (step === undefined || !("ball" in step) || !isBegun(step) || !isLive(place, step)) return null;
  return toPeople(holders(step.ball), text, at);
}
