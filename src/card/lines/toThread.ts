import type { Plant } from "../../plant/plant.ts";
import { say } from "../../words/say.ts";
import type { CardAction } from "../card.ts";

/** What opens the thread of a request; nothing where its reader's platform has no address of it. */
export function toThread(link: string | null, plant: Plant): readonly CardAction[] {
  return link === null ? [] : [{ type: "link", label: say(plant, "digest.thread"), url: link }];
}
