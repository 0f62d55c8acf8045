import { sayWho } from "../../request/actor.ts";
import type { RequestEvent } from "../../request/events.ts";
import { say } from "../../words/say.ts";
import { sayWithoutAgreement } from "../lines/agreed.ts";
import { sayOutcome } from "../lines/standing.ts";
import { requesterAccounts } from "../people.ts";
import { onCard, sayReason, sayRequest, sentence } from "../words.ts";
import type { At, Ping } from "./ping.ts";

type Joined = Extract<At["place"]["role"], { type: "joined" }>;

/**
 * What somebody hears who joined a request instead of asking for the same: that it is open, and how it ended. Whoever looks
 * after a visitor hears at once that it is over, too.
 */
export function joinedPing(event: RequestEvent, { by, asSponsor }: Joined, { state, place, world }: At): Ping | null {
  const { plant } = world;
  const request = sayRequest(state, plant);
  const told = (text: string): Ping => {
    return { text, card: null, mention: requesterAccounts(plant, by, place.spot.adapter), line: null };
  };
  if (event.type === "GrantStarted" && state.status === "open")
    return told(say(plant, "same.nowOpen", { request, until: onCard(event.until, state.at, plant) }));
  if (event.type === "AgreementLost" && asSponsor) {
    const gone = sayWithoutAgreement(state, plant, state.at);
    return gone === null ? null : told(`${sentence(`${request}: ${gone}`)} ${say(plant, "vendor.goesOn")}`);
  }
  if (event.type === "GrantEnded" && asSponsor && state.status === "open") {
    if (event.because === "time") return told(say(plant, "vendor.timeOver", { request }));
    const who = sayWho(event.by, state.asked, plant);
    return told(say(plant, "vendor.cutOff", { request, who, why: sayReason(event, plant) }));
  }
  if (event.type !== "RequestClosed" || state.status !== "closed") return null;
  return told(say(plant, "same.ended", { request, outcome: sayOutcome(state, plant) }));
}
