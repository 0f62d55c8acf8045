import type { Answer } from "../adapter.ts";
import { whereCard } from "../card/threadCard.ts";
import { stateAs, worldBy } from "../request/asRead.ts";
import type { RequestId } from "../request/ids.ts";
import type { Handled } from "../store/types.ts";
import { isAnswered, isDecision, isWish, type Meaning } from "../understand/thread/meaning.ts";
import { readThread } from "../understand/thread/readThread.ts";
import { say } from "../words/say.ts";
import { metaFor } from "./acting.ts";
import { answerHeldBack } from "./answerable.ts";
import { answerTalk } from "./answerTalk.ts";
import { withAside } from "./aside.ts";
import { type ByKey, keptCard, requestByKey } from "./byKey.ts";
import { type Heard, isAddressed } from "./heard.ts";
import type { ReceiveOptions } from "./receiving.ts";

/**
 * Words about a request that name its key, from anywhere: "HAM-142: until Friday". Null for all others, and for what is no
 * wish about it. `here`: the request in whose thread they stand, which needs no key.
 */
export async function keyedTalk(
  options: ReceiveOptions,
  heard: Heard,
  here: RequestId | null = null,
): Promise<Handled | Answer | null> {
  const { said, world, reading, now } = heard;
  if (!isAddressed(said) && here === null) return null;
  // Who decided what is told in more words than where it stands.
  if (isAddressed(said) && reading.queries.some(({ type }) => type === "decided")) return null;
  const { plant } = world;
  const number = keyIn(reading.text, plant.code);
  if (number === null) return null;
  const found = await requestByKey(options, `${plant.code}-${number}`, { plant, by: metaFor(said, world, now).by });
  if (found === null || found.request === here) return null;
  return found.type === "kept" ? notTheirs(options, heard, found) : talkOf(options, heard, found);
}

async function talkOf(
  options: ReceiveOptions,
  heard: Heard,
  { request, state }: Extract<ByKey, { type: "found" }>,
): Promise<Handled | Answer | null> {
  const answered = await answerTalk(options, heard, { request, name: null });
  if (answered !== null || !asksToDo(heard)) return answered;
  const held = await answerHeldBack(options, heard);
  if (held !== null) return withAside(held, heard.aside);
  const read = worldBy(heard.world, heard.said.account);
  const card = whereCard(stateAs(state, read), read.plant, heard.now);
  const notYours = say(read.plant, "alone.notYours");
  return withAside(withAside({ type: "private", text: card.title, card }, notYours), heard.aside);
}

/** Whoever may not read it is told so, where others would be told of it. */
async function notTheirs(options: ReceiveOptions, heard: Heard, found: ByKey): Promise<Answer | null> {
  const card = keptCard([found], worldBy(heard.world, heard.said.account).plant);
  if (card === null || !(asksToDo(heard) || meaningsOf(heard).some(isAnswered))) return null;
  const held = await answerHeldBack(options, heard);
  return withAside(held ?? { type: "private", text: card.title, card }, heard.aside);
}

function asksToDo(heard: Heard): boolean {
  return isAddressed(heard.said) && isToDo(meaningsOf(heard));
}

function meaningsOf({ reading, world }: Heard): readonly Meaning[] {
  return readThread(reading.text, world.plant.code).meanings;
}

/** Whether words are for doing something, and not only to know something. */
export function isToDo(meanings: readonly Meaning[]): boolean {
  return meanings.some((meaning) => isDecision(meaning) || isWish(meaning));
}

/** The number of the one request a text names; null when it names none, or several. */
function keyIn(text: string, code: string): number | null {
  const keys = [...text.matchAll(new RegExp(`(?<![\\p{L}\\d])${code}[ -]?([1-9]\\d{0,8})(?![\\p{L}\\d])`, "giu"))];
  const numbers = new Set(keys.map(([, number]) => Number(number)));
  const [only] = numbers;
  return only === undefined || numbers.size > 1 ? null : only;
}
