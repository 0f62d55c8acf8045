import { sayWho } from "../../request/actor.ts";
import type { EventOf, RequestEvent } from "../../request/events.ts";
import { canExtend } from "../../request/rules/extend.ts";
import type { Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { button, cutOff } from "../buttons/button.ts";
import { onCard, sayReason, sayRequest, sentence, titleOf } from "../words.ts";
import { type At, type Ping, says, toRequester } from "./ping.ts";

type Longer = EventOf<"EndNears" | "ExtensionGranted" | "ExtensionRefused">;

export function isLonger(event: RequestEvent): event is Longer {
  return event.type === "EndNears" || event.type === "ExtensionGranted" || event.type === "ExtensionRefused";
}

/** What whoever asked hears of the end of what is open; the others read it on their cards. */
export function longerPing(event: Longer, at: At): Ping | null {
  const { state, place, world } = at;
  if (state.status !== "open" || place.role.type !== "requester" || state.grant.status !== "running") return null;
  const { plant } = world;
  const name = sayRequest(state, plant);
  const when = onCard(event.until, state.at, plant);
  switch (event.type) {
    case "EndNears":
      return stillNeeded(event, state, at);
    case "ExtensionGranted":
      return toRequester(say(plant, "extend.granted", { name, when: onCard(state.grant.until, state.at, plant) }), at);
    default: {
      const who = sayWho(event.by, state.asked, plant);
      const end = onCard(state.grant.until, state.at, plant);
      return toRequester(
        sentence(say(plant, "extend.refused", { name, when, end, who, reason: sayReason(event, plant) })),
        at,
      );
    }
  }
}

/** Moot once a later end was asked for, or agreed. */
function stillNeeded({ until }: EventOf<"EndNears">, state: Open, at: At): Ping | null {
  const { plant } = at.world;
  if (state.grant.status !== "running" || state.grant.until !== until || !canExtend(state, at.world.plant)) return null;
  const when = onCard(until, state.at, plant);
  const text = say(plant, "extend.stillNeeded", { name: sayRequest(state, plant), when });
  const actions = [button(at.request, "extend", plant), ...cutOff(at.request, state, plant)];
  const blocks = [says(say(plant, "extend.elseItEnds")), { type: "actions", actions, more: [] } as const];
  const title = titleOf(state.rules, state.values, plant, state.at);
  return { ...toRequester(text, at), card: { title, key: state.key, blocks } };
}
