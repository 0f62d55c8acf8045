import type { Answer } from "../adapter.ts";
import { isOwnWish, type OwnWish } from "../intake/ownWish.ts";
import { spokenIn } from "../intake/spoken.ts";
import { readerOf } from "../request/asRead.ts";
import { RequestId, type RequestKey } from "../request/ids.ts";
import type { Closed, Open } from "../request/state.ts";
import { type Handled, laneOf } from "../store/types.ts";
import { readThread, type ThreadReading } from "../understand/thread/readThread.ts";
import { say } from "../words/say.ts";
import { metaFor } from "./acting.ts";
import { answerHeldBack } from "./answerable.ts";
import { answerTalk } from "./answerTalk.ts";
import { tell, withAside } from "./aside.ts";
import type { Heard } from "./heard.ts";
import { isToDo } from "./keyedTalk.ts";
import { LIST } from "./lists.ts";
import type { ReceiveOptions } from "./receiving.ts";
import { INDEX } from "./requestProjection.ts";

/** Newest requests that are looked at for words without a thread. */
const MOST_NEAR = 20;

/**
 * Words in a conversation with one person, below no card: for the one request that is shown there, or was asked there, and
 * of which they can do what the words say. Where there are several, their author is asked to say which.
 */
export async function nearTalk(options: ReceiveOptions, heard: Heard): Promise<Handled | Answer | null> {
  const { said, reading, world, aside } = heard;
  if (said.via !== "direct" || reading.queries.length > 0 || reading.danger !== null) return null;
  const talk = readThread(reading.text, world.plant.code);
  const near = isToDo(talk.meanings) ? await nearby(options, heard, talk) : [];
  const [first, ...others] = near;
  if (first === undefined) return null;
  if (others.length === 0) return answerTalk(options, heard, { request: first.request, name: null });
  const held = await answerHeldBack(options, heard);
  if (held !== null) return withAside(held, aside);
  const keys = near.map(({ key }) => key).join(", ");
  const example = `${first.key}: ${reading.text.trim().split(/\s+/).slice(0, 4).join(" ")}`;
  return withAside(tell(say(readerOf(world), "alone.whichKey", { keys, example })), aside);
}

type Near = { readonly request: RequestId; readonly key: RequestKey };

async function nearby(options: ReceiveOptions, heard: Heard, talk: ThreadReading): Promise<readonly Near[]> {
  const query = { limit: MOST_NEAR, newestFirst: true };
  const { code } = heard.world.plant;
  // A no can be asked about, taken back, and its risk taken.
  const lists = await Promise.all([INDEX.open(code), LIST.denied(code)].map((list) => options.store.list(list, query)));
  const found: Near[] = [];
  for (const { stream } of lists.flat()) {
    const request = RequestId.parse(stream);
    const { state } = await options.requests.load(request);
    if (state.status !== "open" && state.status !== "closed") continue;
    if (isMeant(request, state, heard, talk)) found.push({ request, key: state.key });
  }
  return found;
}

function isMeant(
  request: RequestId,
  state: Open | Closed,
  { said, reading, world, now }: Heard,
  talk: ThreadReading,
): boolean {
  const isHere = [...state.places.values()].some(({ spot, left }) => !left && laneOf(spot) === laneOf(said.spot));
  const meta = metaFor(said, world, now, state);
  if (!isHere || isAskedFor(isOwnWish(reading, state, meta.by, world.types), reading.opens)) return false;
  return spokenIn({ request, text: reading.text, reading: talk, place: null }, state, meta, world)?.type === "buttons";
}

/** Outside of every thread a plain wish is a wish, though it is for the very thing that another request is about. */
function isAskedFor(own: OwnWish, opens: boolean): boolean {
  return own === "yes" || (own === "perhaps" && opens);
}
