import type { Actor } from "../../request/actor.ts";
import type { RequestEvent } from "../../request/events.ts";
import { say } from "../../words/say.ts";
import { sayOutcome } from "../lines/standing.ts";
import { requesterAccounts } from "../people.ts";
import { onCard, sayRequest } from "../words.ts";
import type { At, Ping } from "./ping.ts";

/** What somebody hears who joined a request instead of asking for the same: that it is open, and how it ended. */
export function joinedPing(event: RequestEvent, by: Actor, { state, place, world }: At): Ping | null {
  const { plant } = world;
  const request = sayRequest(state, plant);
  const told = (text: string): Ping => {
    return { text, card: null, mention: requesterAccounts(plant, by, place.spot.adapter), line: null };
  };
  if (event.type === "GrantStarted" && state.status === "open")
    return told(say(plant, "same.nowOpen", { request, until: onCard(event.until, state.at, plant) }));
  if (event.type !== "RequestClosed" || state.status !== "closed") return null;
  return told(say(plant, "same.ended", { request, outcome: sayOutcome(state, plant) }));
}
