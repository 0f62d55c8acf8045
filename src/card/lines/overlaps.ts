import type { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import type { Interval } from "../../plant/time/localTime.ts";
import { sayPeriod } from "../../plant/time/sayTime.ts";
import type { Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import type { Card, CardBlock } from "../card.ts";
import { sayRequest } from "../words.ts";
import { toThread } from "./toThread.ts";
import { sayWhere } from "./where.ts";

/** Another request that is to be carried out at the same time; `link` opens its thread. */
export type Overlap = { readonly state: Open; readonly time: Interval; readonly link: string | null };

/** A card with what else is planned meanwhile, above what is folded away and above its buttons. */
export function withOverlaps(card: Card, overlapping: readonly Overlap[], plant: Plant, at: EpochMs): Card {
  if (overlapping.length === 0) return card;
  const before = card.blocks.findIndex(({ type }) => type === "actions" || type === "details");
  const items = overlapping.map(({ state, time, link }) => ({
    text: say(plant, "overlap.item", {
      request: sayRequest(state, plant),
      when: sayPeriod(time.from, time.to, plant, { reference: at }),
      where: sayWhere(state, plant, at),
    }),
    actions: toThread(link, plant),
  }));
  const list: CardBlock = { type: "list", title: say(plant, "overlap.title"), items };
  return { ...card, blocks: card.blocks.toSpliced(before < 0 ? card.blocks.length : before, 0, list) };
}
