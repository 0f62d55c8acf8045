import { z } from "zod";
import type { AdapterName, Message, Show } from "../adapter.ts";
import { type AccountId, adapterOf } from "../plant/ids.ts";
import { personByAccount } from "../plant/person.ts";
import { readBy } from "../plant/who/language.ts";
import { PlaceId, placeId } from "../store/types.ts";
import { say } from "../words/say.ts";
import { plantStream } from "./inForce.ts";
import type { Linking } from "./linking.ts";
import type { NameCard } from "./nameCard.ts";
import { BOARD_PLACE, DIGEST_PLACE } from "./plantProjection.ts";
import { requestPlaceOf } from "./requestPlace.ts";
import type { Requests } from "./requests.ts";
import { messageAt } from "./speech.ts";
import { type StageOptions, stageOf } from "./stage.ts";

export type ShowOptions = StageOptions & {
  readonly requests: Requests;
  readonly linking: Linking;
  readonly nameCard: Pick<NameCard, "shown">;
  /** The digest at a plant's place as it is now. */
  readonly digest: (place: PlaceId, adapter: AdapterName) => Promise<Message>;
  /** The board at a plant's place, with the buttons of an account. */
  readonly board: (place: PlaceId, account: AccountId) => Promise<Message>;
};

/** A place for its card; with a version, for the ping that the event at that version said there. */
const View = z
  .string()
  .max(200)
  .transform((view) => view.split("@"))
  .pipe(z.union([z.tuple([PlaceId]), z.tuple([PlaceId, z.string().regex(/^\d{1,9}$/)])]));

/**
 * Shows a card to those it has buttons for, from the current state. Whoever presses is made known first, as with any
 * press: they may be one of those, and the plant file know only their address.
 */
export function createShow(options: ShowOptions): Show {
  return async ({ view, account, press, message: shownOn }) => {
    if (press !== null) await options.linking.meet({ id: press, account });
    const claimed = View.safeParse(view);
    const message = claimed.success ? await messageNow(options, claimed.data, account) : null;
    if (message !== null && hasButtonsFor(message, account)) {
      if (claimed.data?.length === 1) await options.nameCard.shown(claimed.data[0], shownOn);
      return { type: "card", message };
    }
    return { type: "nothing", text: await nothingFor(options, account) };
  };
}

/** It may be somebody else's card that is asked for, so nothing is said of it. */
async function nothingFor(options: ShowOptions, account: AccountId): Promise<string> {
  const { plant } = await options.plants.world(await options.plants.whose(account, null));
  return say(readBy(plant, account), (await isKnown(options, account)) ? "alone.nothingHere" : "alone.nothingUnknown");
}

async function isKnown({ plants }: ShowOptions, account: AccountId): Promise<boolean> {
  return (await plants.all()).some((plant) => personByAccount(plant, account) !== null);
}

function hasButtonsFor({ audience, reserved }: Message, account: AccountId): boolean {
  return [audience, reserved].some((some) => some?.actors.includes(account) === true);
}

async function messageNow(
  options: ShowOptions,
  [place, version]: z.infer<typeof View>,
  account: AccountId,
): Promise<Message | null> {
  const about = requestPlaceOf(place);
  if (about === null) return version === undefined ? besideNow(options, place, account) : null;
  const { request, name } = about;
  const { state, events, now } = await options.requests.load(request);
  if (state.status === "unstarted") return null;
  const shown = state.places.get(name);
  if (shown === undefined) return null;
  const stage = await stageOf(options, { request, place, events, state, shown, now });
  return messageAt(stage, version === undefined ? null : Number(version));
}

/** Null for what is no place of a plant that there is. */
async function besideNow(options: ShowOptions, place: PlaceId, account: AccountId): Promise<Message | null> {
  const all = await options.plants.all();
  const isPlace = (name: string) => all.some(({ code }) => placeId(plantStream(code), name) === place);
  if (isPlace(BOARD_PLACE)) return options.board(place, account);
  return isPlace(DIGEST_PLACE) ? options.digest(place, adapterOf(account)) : null;
}
