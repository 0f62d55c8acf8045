import type { Answer, Said } from "../adapter.ts";
import { asideFor } from "../intake/aside.ts";
import { readerOf } from "../request/asRead.ts";
import type { RequestId } from "../request/ids.ts";
import { say } from "../words/say.ts";
import { tell } from "./aside.ts";
import type { Heard } from "./heard.ts";
import { reply } from "./hearThread.ts";
import { answerFrom, type ReceiveOptions, worldOf } from "./receiving.ts";
import { requestPlaceOf } from "./requestPlace.ts";
import { requestIdFor } from "./requests.ts";
import { waitingIn } from "./typedNext.ts";

/** What somebody wrote, once they have said for which request it is: for that one, once, and for nothing new any more. */
export async function hearFor(options: ReceiveOptions, said: Said, request: RequestId): Promise<Answer> {
  const act = `${said.id}:reply`;
  const anew = requestIdFor(said.id, 0);
  const before = await options.store.recall(act, { begun: anew, within: request });
  if (before !== null) return before.type === "refused" ? answerFrom(before) : taken(options, request, said);
  const heard = await heardAs(options, said, act, request);
  const waiting = await waitingIn(options, request, heard);
  if (waiting === null) return tell(say(readerOf(heard.world), "linking.nothingWaits"));
  const handled = await reply(options, heard, waiting.about, { isMeant: true });
  if (handled.type === "accepted") await options.offers.forget(anew);
  return answerFrom(handled);
}

async function taken(options: ReceiveOptions, request: RequestId, said: Said): Promise<Answer> {
  return tell(say(readerOf(await worldOf(options, request, said)), "linking.taken"));
}

/** What looked like an answer or a wish, once its author said that it is none: a reply as any other, once. */
export async function hearAsComment(options: ReceiveOptions, said: Said, request: RequestId): Promise<Answer> {
  const act = `${said.id}:comment`;
  const before = await options.store.recall(act, { within: request });
  if (before !== null) return before.type === "refused" ? answerFrom(before) : taken(options, request, said);
  const heard = await heardAs(options, said, act, request);
  const place = await options.store.placeOfThread(said.spot, true);
  const here = place === null ? null : requestPlaceOf(place);
  const name = here?.request === request ? here.name : null;
  return answerFrom(await reply(options, heard, { request, name }));
}

async function heardAs(options: ReceiveOptions, said: Said, act: string, request: RequestId): Promise<Heard> {
  const [world, now] = await Promise.all([worldOf(options, request, said), options.store.plantNow()]);
  const reading = options.understand(said.text, world.plant, now);
  return { said, act, reading, world, now, aside: asideFor(reading, null, readerOf(world)) };
}
