import { cutText, oneLine } from "../../plainText.ts";
import type { AccountId, PersonId } from "../../plant/ids.ts";
import type { World } from "../../request/commands.ts";
import type { SentFile } from "../../request/files.ts";
import type { RequestId } from "../../request/ids.ts";
import type { Place } from "../../request/place.ts";
import { isDirect, isSomebodyElses } from "../../request/rules/places.ts";
import { answererOf } from "../../request/rules/requester.ts";
import type { Closed, Open, StepIn } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import type { Card, CardBlock } from "../card.ts";
import { filesBeside } from "../lines/files.ts";
import { notifiedAt, requesterAccounts } from "../people.ts";
import { onCard, sayPeople, titleOf } from "../words.ts";

/** A message of its own beside the card, because an edited card notifies nobody. */
export type Ping = {
  readonly text: string;
  readonly card: Card | null;
  readonly mention: readonly AccountId[];
  /** How it reads as one line of several, where pings of several requests come as one message; null where it must not. */
  readonly line: string | null;
};

/** A sent request, at one of its places. */
export type At = {
  readonly request: RequestId;
  readonly state: Open | Closed;
  readonly place: Place;
  readonly world: World;
};

/** Null when there is nobody to tell. */
export function toPeople(people: readonly PersonId[], text: string, { world, place }: At, line?: string): Ping | null {
  const { plant } = world;
  if (people.length === 0 || isSomebodyElses(plant, place.spot, people)) return null;
  const mention = notifiedAt(plant, people, place.spot);
  // Whoever has no account here is at least named.
  const unnamed = !isDirect(plant, place.spot) && people.length > mention.length ? `${sayPeople(plant, people)}: ` : "";
  return { text: `${unnamed}${text}`, card: null, mention, line: unnamed === "" ? (line ?? null) : null };
}

export function toRequester(text: string, { state, world, place }: At): Ping {
  const mention = requesterAccounts(world.plant, answererOf(state.asked), place.spot.adapter);
  return { text, card: null, mention, line: null };
}

/** So many characters of what somebody wrote; the card has all of it. */
const MOST_TOLD = 160;

export function inShort(text: string): string {
  return cutText(oneLine(text), MOST_TOLD);
}

/** Said without calling anybody. */
export function quietly(text: string): Ping {
  return { text, card: null, mention: [], line: null };
}

/** Names the files that came with what is said; a message of words alone gets a card for them. */
export function naming(files: readonly SentFile[], ping: Ping, { state, world }: At): Ping {
  if (files.length === 0) return ping;
  // Where somebody is notified, the words stand in the line that does so.
  const words = ping.mention.length > 0 ? [] : [says(ping.text)];
  const title = titleOf(state.rules, state.values, world.plant, state.at);
  return {
    ...ping,
    card: { title, key: state.key, blocks: [...words, ...filesBeside(files, world.plant)] },
    line: null,
  };
}

export function says(text: string): CardBlock {
  return { type: "text", text, tone: "plain" };
}

/** ", due Mon 17:00" to follow what is due, or nothing where no time runs out. */
export function sayDue(step: StepIn<"open">, { state, world }: Pick<At, "state" | "world">): string {
  const { dueAt } = step.ball.clocks;
  return dueAt === null ? "" : say(world.plant, "owner.due", { when: onCard(dueAt, state.at, world.plant) });
}
