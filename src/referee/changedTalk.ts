import type { Answer, Deleted, Edited, Said } from "../adapter.ts";
import { asideFor } from "../intake/aside.ts";
import type { Whose } from "../intake/withoutSecrets.ts";
import { readerOf } from "../request/asRead.ts";
import { answerTalk } from "./answerTalk.ts";
import { withAside } from "./aside.ts";
import type { Heard } from "./heard.ts";
import { reply } from "./hearThread.ts";
import { partsOf } from "./messageParts.ts";
import { answerFrom, type ReceiveOptions, worldOf } from "./receiving.ts";
import { type RequestPlace, requestPlaceOf } from "./requestPlace.ts";
import { requestIdFor } from "./requests.ts";

/**
 * A message that was changed. In the thread of a request it is read anew: what it now looks like is answered as if it had
 * been said so, and what looked like a decision and no longer does becomes the comment that it is. What was recorded stays.
 */
export async function editedMessage(options: ReceiveOptions, edited: Edited, secret: Whose | null): Promise<Answer> {
  const told = await options.changed.edited(edited, secret);
  const about = await sentBeside(options, edited);
  if (about === null) return told;
  const heard = await heardAnew(options, edited, about);
  const talk = await answerTalk(options, heard, about);
  if (talk !== null) return withAside(answerFrom(talk), told.type === "private" ? told.text : null);
  const offered = await options.offers.read(requestIdFor(edited.about, 0));
  if (told.type !== "nothing" || offered?.account !== edited.account) return told;
  return answerFrom(await reply(options, heard, about));
}

/** A message that is gone: nothing of it is filled into a form any more. */
export async function deletedMessage(options: ReceiveOptions, deleted: Deleted): Promise<Answer> {
  const answer = await options.changed.deleted(deleted);
  const kept = requestIdFor(deleted.about, 0);
  const offered = await options.offers.read(kept);
  if (offered?.account === deleted.account) await options.offers.forget(kept);
  return answer;
}

/** The sent request in whose thread it stands; null where it stands elsewhere, or is a request itself. */
async function sentBeside(options: ReceiveOptions, { spot, isReply, about }: Edited): Promise<RequestPlace | null> {
  const place = await options.store.placeOfThread(spot, isReply);
  const found = place === null ? null : requestPlaceOf(place);
  if (found === null || (await partsOf(options.requests, about)).all.length > 0) return null;
  const { state } = await options.requests.load(found.request);
  return state.status === "open" || state.status === "closed" ? found : null;
}

async function heardAnew(options: ReceiveOptions, edited: Edited, { request }: RequestPlace): Promise<Heard> {
  const { about: id, account, name, text, spot, isReply, via, files, edition } = edited;
  const said: Said = {
    type: "said",
    id,
    account,
    name,
    text,
    spot,
    isReply,
    via: via ?? "thread",
    quoted: null,
    files,
    edition,
  };
  const [world, now] = await Promise.all([worldOf(options, request, edited), options.store.plantNow()]);
  const reading = options.understand(text, world.plant, now);
  return {
    said,
    act: `${edited.id}:read`,
    reading,
    world,
    now,
    aside: asideFor(reading, null, readerOf(world)),
  };
}
