import { z } from "zod";
import type { AdapterName, Look, Message, Show } from "../adapter.ts";
import type { Card } from "../card/card.ts";
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
  return async (look) => {
    const { view, account, press } = look;
    if (press !== null) await options.linking.meet({ id: press, account });
    const claimed = View.safeParse(view);
    const message = claimed.success ? await wanted(options, claimed.data, look) : null;
    return message === null ? { type: "nothing", text: await nothingFor(options, account) } : { type: "card", message };
  };
}

async function wanted(options: ShowOptions, claimed: z.infer<typeof View>, look: Look): Promise<Message | null> {
  if (look.unfolds !== undefined) return detailsNow(options, claimed[0], look);
  const message = await messageNow(options, claimed, look.account);
  if (message === null || !hasButtonsFor(message, look.account)) return null;
  if (claimed.length === 1) await options.nameCard.shown(claimed[0], look.message);
  return message;
}

/**
 * What is folded away on a card, in the words of whoever wants it. What a card says instead, once its place was left, is said
 * here too. Null for what stands in another conversation: whoever made that up may read nothing of it.
 */
async function detailsNow(options: ShowOptions, place: PlaceId, look: Look): Promise<Message | null> {
  const about = requestPlaceOf(place);
  if (about === null) return null;
  const { state, events, now } = await options.requests.load(about.request);
  if (state.status !== "open" && state.status !== "closed") return null;
  const shown = state.places.get(about.name);
  const { adapter, conversation } = look.unfolds ?? {};
  if (shown === undefined || shown.spot.adapter !== adapter || shown.spot.conversation !== conversation) return null;
  const loaded = { request: about.request, place, events, state, shown, now };
  const message = messageAt(await stageOf(options, loaded, look.account), null);
  return message?.card == null ? null : { text: message.text, card: unfolded(message.card), mention: [] };
}

/** Its details; without any, what it says now. */
function unfolded(card: Card): Card {
  const details = card.blocks.flatMap((block) => (block.type === "details" ? block.blocks : []));
  const blocks = details.length > 0 ? details : card.blocks.filter(({ type }) => type !== "actions");
  return { ...card, blocks };
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
