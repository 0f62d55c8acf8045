import { type EpochMs, latest } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import type { RequestId } from "../../request/ids.ts";
import { asksTheSame, likeBefore, wasAllowed } from "../../request/rules/sameAgain.ts";
import { grantEnd } from "../../request/rules/window.ts";
import type { Closed, Draft, Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import type { RequestType } from "../../workflow/requestType.ts";
import { button } from "../buttons/button.ts";
import type { CardAction, CardBlock, ListItem } from "../card.ts";
import { sayOutcome } from "../lines/standing.ts";
import { toThread } from "../lines/toThread.ts";
import { sayWhere } from "../lines/where.ts";
import { onCard, requesterName, sayLimit } from "../words.ts";

/** A request that was sent, with the address of the thread in which it was asked; null where there is none to open. */
export type Before = { readonly request: RequestId; readonly state: Open | Closed; readonly link: string | null };

type Asking = {
  readonly request: RequestId;
  readonly draft: Draft;
  readonly type: RequestType;
  readonly plant: Plant;
  readonly at: EpochMs;
};

/**
 * What was asked for already and is the same, before anybody is asked again: what waits can be joined, what is allowed is
 * looked at, what was denied says what would make it a yes. Empty where nothing was. Nothing of it decides.
 * @param before newest first, as far as the draft's author may read them
 */
export function sameBefore(
  request: RequestId,
  draft: Draft,
  type: RequestType,
  before: readonly Before[],
  plant: Plant,
): readonly CardBlock[] {
  const alike = before.filter(({ state }) => asksTheSame(type, draft.values, state.values));
  const at = latest([draft.at, ...alike.map(({ state }) => state.at)]) ?? draft.at;
  const items = itemsOf({ request, draft, type, plant, at }, alike);
  return items.length === 0
    ? []
    : [{ type: "list", title: say(plant, "same.heading", { when: onCard(at, at, plant) }), items }];
}

function itemsOf(asking: Asking, alike: readonly Before[]): readonly ListItem[] {
  const waiting = alike.filter(isWaiting).slice(0, 1);
  // A call goes out at once, whatever came of earlier ones.
  if (asking.type.call !== null) return waiting.map((one) => sayWaiting(asking, one));
  const [decided] = alike.filter((one) => wasAllowed(one.state) || isDenied(one));
  const lasting = alike.filter(({ state }) => state.status === "open" && state.grant.status === "running");
  const allowed = [...lasting, ...alike.filter(({ state }) => wasAllowed(state))].slice(0, 1);
  return [
    ...waiting.map((one) => sayWaiting(asking, one)),
    ...(decided !== undefined && isDenied(decided) ? [sayDenied(asking, decided)] : []),
    ...allowed.map((one) => sayAllowed(asking, one, alike)),
  ];
}

/** Whoever asked for it themselves hears how it ends anyway. */
function sayWaiting({ request, draft, plant, at }: Asking, { state, request: other, link }: Waiting): ListItem {
  const { key } = state;
  const stands = { key, when: onCard(state.sentAt, at, plant), where: sayWhere(state, plant, at) };
  if (state.asked.requester === draft.asked.requester)
    return { text: say(plant, "same.yours", stands), actions: toThread(link, plant) };
  const join = button(request, "join", plant, { arg: other }, { label: say(plant, "same.join", { key }) });
  const who = requesterName(state, plant);
  return { text: say(plant, "same.waiting", { ...stands, who }), actions: [join, ...toThread(link, plant)] };
}

type Waiting = Before & { readonly state: Open };

function isWaiting(before: Before): before is Waiting {
  return before.state.status === "open" && !wasAllowed(before.state);
}

function sayDenied({ plant }: Asking, { state, link }: Denied): ListItem {
  const what = sayOutcome(state, plant);
  return { text: say(plant, "same.told", { key: state.key, what }), actions: toThread(link, plant) };
}

type Denied = Before & { readonly state: Closed };

function isDenied(before: Before): before is Denied {
  return before.state.status === "closed" && before.state.outcome === "denied";
}

function sayAllowed(asking: Asking, { state, request: other, link }: Before, alike: readonly Before[]): ListItem {
  const { request, draft, type, plant } = asking;
  const { key } = state;
  const times = alike.filter(({ state: each }) => each.status === "open" || each.outcome !== "withdrawn").length;
  const isNew = Object.keys(likeBefore(type, draft.values, state)).length > 0;
  const like = button(request, "like", plant, { arg: other }, { label: say(plant, "same.like", { key }) });
  return {
    text: [sayHowLong(asking, state, times), ...sayLimits(state, plant)].join(" "),
    actions: [...longer(asking, state, other), ...(isNew ? [like] : []), ...toThread(link, plant)],
  };
}

/** Whoever asked for what stands open still asks for a later end there, where it is decided by those who know it. */
function longer({ draft, plant }: Asking, state: Open | Closed, other: RequestId): readonly CardAction[] {
  const isOwn = state.asked.requester === draft.asked.requester;
  const isRunning = state.status === "open" && state.grant.status === "running";
  return isOwn && isRunning ? [button(other, "extend", plant)] : [];
}

function sayHowLong({ plant, at }: Asking, state: Open | Closed, times: number): string {
  const asked = { times, key: state.key };
  if (state.status === "open" && state.grant.status === "running")
    return say(plant, "same.standsOpen", { ...asked, until: onCard(state.grant.until, at, plant) });
  const when = onCard(state.sentAt, at, plant);
  if (state.rules.endsAt === null) return say(plant, "same.allowed", { ...asked, when });
  return say(plant, "same.allowedUntil", { ...asked, when, until: onCard(grantEnd(state, state.at), at, plant) });
}

function sayLimits(state: Open | Closed, plant: Plant): readonly string[] {
  const texts = state.limits.flatMap(({ text }) => (text === "" ? [] : [sayLimit(text, state, plant)]));
  return texts.length === 0 ? [] : [say(plant, "same.limits", { limits: texts.join("; ") })];
}
