import type { Plant } from "../../plant/plant.ts";
import { say } from "../../words/say.ts";
import type { CardAction, ListItem } from "../card.ts";

/** Leads to what is not shown. @param value what the button carries */
export function showThem(value: string, plant: Plant): CardAction {
  return { type: "press", label: say(plant, "digest.showThem"), value, style: "plain" };
}

/** The last entry of a list that could not hold all; none where nothing is left. @param value null where no button leads on */
export function andMore(left: number, value: string | null, plant: Plant): readonly ListItem[] {
  if (left <= 0) return [];
  return [
    {
      text: say(plant, "digest.more", { count: String(left) }),
      actions: value === null ? [] : [showThem(value, plant)],
    },
  ];
}
