import type { Answer, Deleted, Edited } from "../adapter.ts";
import { type Recorded, sayRecorded } from "../card/changedMessage.ts";
import type { EpochMs } from "../clock.ts";
import { asideFor } from "../intake/aside.ts";
import { filesIn } from "../intake/filesIn.ts";
import type { MessageReading } from "../intake/reading.ts";
import type { Whose } from "../intake/withoutSecrets.ts";
import type { Plant } from "../plant/plant.ts";
import { readBy } from "../plant/who/language.ts";
import type { World } from "../request/commands.ts";
import type { RequestEvent } from "../request/events.ts";
import { sameFiles } from "../request/files.ts";
import { kept } from "../request/rules/guards.ts";
import type { RequestState } from "../request/state.ts";
import type { EventStore } from "../store/types.ts";
import { metaFor } from "./acting.ts";
import { withAside } from "./aside.ts";
import { answerOf } from "./messageParts.ts";
import type { Plants } from "./plants.ts";
import { requestPlaceOf } from "./requestPlace.ts";
import type { Requests } from "./requests.ts";

export type ChangedReplyOptions = {
  readonly store: Pick<EventStore, "plantNow" | "placeOfThread">;
  readonly requests: Requests;
  readonly plants: Plants;
  readonly understand: (text: string, plant: Plant, now: EpochMs) => MessageReading;
};

/** An edit, and whose password or token was struck out of it at the door. */
export type CleanEdit = Edited & { readonly secret: Whose | null };

/**
 * A reply in a request's thread that was changed: what it was recorded as stays, and its author alone is told. Null for a
 * message that stands in no such thread.
 */
export async function changedReply(options: ChangedReplyOptions, changed: CleanEdit | Deleted): Promise<Answer | null> {
  const { store, requests, plants } = options;
  const place = await store.placeOfThread(changed.spot, changed.isReply);
  const about = place === null ? null : requestPlaceOf(place);
  if (about === null) return null;
  const { state, events } = await requests.load(about.request);
  if (state.status === "unstarted") return null;
  const world = await plants.world(state.asked.plant);
  const recorded = events.filter(isRecorded).find(({ message }) => message === changed.about);
  const { by } = metaFor(changed, world, state.at, state);
  // What Referee made nothing of, and what somebody else wrote, stays so.
  if (recorded?.by !== by) return answerOf(null);
  if (changed.type === "deleted")
    return answerOf(sayRecorded(recorded, state, "deleted", readBy(world.plant, changed.account)));
  return editedReply(options, changed, recorded, state, world);
}

async function editedReply(
  { store, understand }: ChangedReplyOptions,
  { text, files, secret, account }: CleanEdit,
  recorded: Recorded,
  state: RequestState,
  world: World,
): Promise<Answer> {
  const reading = understand(text, world.plant, await store.plantNow());
  const isSame = wordsOf(recorded) === kept(reading.text) && sameFiles(filesIn(files), filesOf(recorded));
  return withAside(
    answerOf(isSame ? null : sayRecorded(recorded, state, "edited", readBy(world.plant, account))),
    asideFor(reading, secret, readBy(world.plant, account)),
  );
}

function isRecorded(event: RequestEvent): event is Recorded {
  return ["NoteAdded", "QuestionAnswered", "DraftFilled", "DraftRead"].includes(event.type);
}

/** Null where the event does not hold the words themselves. */
function wordsOf(event: Recorded): string | null {
  if (event.type === "NoteAdded") return event.text;
  return event.type === "QuestionAnswered" ? event.answer : null;
}

function filesOf(event: Recorded) {
  return ("files" in event ? event.files : undefined) ?? [];
}
