import type { EpochMs } from "../../clock.ts";
import { cutText } from "../../plainText.ts";
import type { Plant } from "../../plant/plant.ts";
import type { RequestId } from "../../request/ids.ts";
import { openNow } from "../../request/rules/openNow.ts";
import type { Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { cutOff } from "../buttons/button.ts";
import type { Card, CardBlock, ListItem } from "../card.ts";
import { sayOpenUntil, sayWatch } from "../lines/openNow.ts";
import { andMore } from "../lines/showThem.ts";
import { toThread } from "../lines/toThread.ts";
import { sayRequest } from "../words.ts";
import { encodeBoardAction } from "./boardAction.ts";

/** Longer is for the thread. */
const MOST_TEXT = 280;

/** Something that is open, as a board lists it. `mayCut`: whether its reader may say that it ends now. */
export type OnBoard = {
  readonly request: RequestId;
  readonly state: Open;
  readonly link: string | null;
  readonly mayCut: boolean;
};

/** Some of what is open, how much there is in all, and where to read on; null where nothing follows. */
export type BoardPage = {
  readonly listed: readonly OnBoard[];
  readonly all: number;
  readonly left: number;
  readonly next: number;
};

/** What is open in a plant now, until when, who watches or closes it. It names nobody who asked: its channel has other readers. */
export function boardCard(page: BoardPage, plant: Plant, at: EpochMs): Card {
  const title = say(plant, "board.title", { plant: plant.name, count: page.all });
  if (page.all === 0)
    return { title, key: null, blocks: [{ type: "text", text: say(plant, "board.none"), tone: "plain" }] };
  const leaves: CardBlock = { type: "text", text: say(plant, "board.leaves"), tone: "muted" };
  return { title, key: null, blocks: [listOf(page, plant, at), leaves] };
}

/** What the board could not hold. */
export function boardRestCard(page: BoardPage, plant: Plant, at: EpochMs): Card {
  if (page.listed.length === 0) return boardCard({ ...page, all: 0 }, plant, at);
  return { title: say(plant, "board.rest", { plant: plant.name }), key: null, blocks: [listOf(page, plant, at)] };
}

function listOf({ listed, left, next }: BoardPage, plant: Plant, at: EpochMs): CardBlock {
  const value = encodeBoardAction({ plant: plant.code, from: next });
  const items = listed.flatMap((one) => itemOf(one, plant, at) ?? []);
  return { type: "list", title: say(plant, "board.order"), items: [...items, ...andMore(left, value, plant)] };
}

function itemOf({ request, state, link, mayCut }: OnBoard, plant: Plant, at: EpochMs): ListItem | null {
  const open = openNow(state);
  if (open === null) return null;
  const text = say(plant, "board.line", {
    ...{ name: sayRequest(state, plant), until: sayOpenUntil(open, state, plant, at), watch: sayWatch(state, plant) },
  });
  const actions = [...(mayCut ? cutOff(request, state, plant) : []), ...toThread(link, plant)];
  return { text: cutText(text, MOST_TEXT), actions };
}
