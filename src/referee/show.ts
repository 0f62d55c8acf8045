import { z } from "zod";
import type { Message, Show } from "../adapter.ts";
import { PlaceId } from "../store/types.ts";
import type { Plants } from "./plants.ts";
import { requestPlaceOf } from "./requestPlace.ts";
import type { Requests } from "./requests.ts";
import { messageAt, type Stage } from "./speech.ts";

export type ShowOptions = { readonly requests: Requests; readonly plants: Plants };

/** A place for its card; with a version, for the ping that the event at that version said there. */
const View = z
  .string()
  .max(200)
  .transform((view) => view.split("@"))
  .pipe(z.union([z.tuple([PlaceId]), z.tuple([PlaceId, z.string().regex(/^\d{1,9}$/)])]));

/** Shows a card to those it has buttons for, from the current state. */
export function createShow(options: ShowOptions): Show {
  return async (view, account) => {
    const claimed = View.safeParse(view);
    if (!claimed.success) return null;
    const [place, version] = claimed.data;
    const message = await messageNow(options, place, version === undefined ? null : Number(version));
    return message?.audience?.actors.includes(account) === true ? message : null;
  };
}

async function messageNow(
  { requests, plants }: ShowOptions,
  place: PlaceId,
  version: number | null,
): Promise<Message | null> {
  const about = requestPlaceOf(place);
  if (about === null) return null;
  const { request, name } = about;
  const { state, events, now } = await requests.load(request);
  if (state.status === "unstarted") return null;
  const shown = state.places.get(name);
  if (shown === undefined) return null;
  const stage: Stage = { request, place, state, shown, events, world: await plants.world(state.asked.plant), now };
  return messageAt(stage, version);
}
