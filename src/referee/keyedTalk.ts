import type { Answer } from "../adapter.ts";
import { whereCard } from "../card/threadCard.ts";
import { stateAs, worldBy } from "../request/asRead.ts";
import { RequestId } from "../request/ids.ts";
import type { Handled } from "../store/types.ts";
import { isDecision, isWish, type Meaning } from "../understand/thread/meaning.ts";
import { readThread } from "../understand/thread/readThread.ts";
import { say } from "../words/say.ts";
import { answerTalk } from "./answerTalk.ts";
import { withAside } from "./aside.ts";
import { type Heard, isAddressed } from "./heard.ts";
import type { ReceiveOptions } from "./receiving.ts";
import { INDEX } from "./requestProjection.ts";

/**
 * Words about a request that name its key, from anywhere: "HAM-142: until Friday". Null for all others, and for what is no
 * wish about it. `here`: the request in whose thread they stand, which needs no key.
 */
export async function keyedTalk(
  options: ReceiveOptions,
  heard: Heard,
  here: RequestId | null = null,
): Promise<Handled | Answer | null> {
  const { said, world, reading, aside } = heard;
  if (!isAddressed(said) && here === null) return null;
  // Who decided what is told in more words than where it stands.
  if (isAddressed(said) && reading.queries.some(({ type }) => type === "decided")) return null;
  const number = keyIn(reading.text, world.plant.code);
  const request = number === null ? null : await requestBy(options, number, world.plant.code);
  if (request === null || request === here) return null;
  const answered = await answerTalk(options, heard, { request, name: null });
  if (answered !== null || !isAddressed(said) || !isToDo(readThread(reading.text, world.plant.code).meanings))
    return answered;
  const { state, now } = await options.requests.load(request);
  if (state.status !== "open" && state.status !== "closed") return null;
  const read = worldBy(world, heard.said.account);
  const card = whereCard(stateAs(state, read), read.plant, now);
  const notYours = say(read.plant, "alone.notYours");
  return withAside(withAside({ type: "private", text: card.title, card }, notYours), aside);
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

async function requestBy({ store }: ReceiveOptions, number: number, code: string): Promise<RequestId | null> {
  const [hit] = await store.list(INDEX.key(code), { limit: 1, from: number, to: number });
  return hit === undefined ? null : RequestId.parse(hit.stream);
}
