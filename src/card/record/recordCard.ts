import type { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import type { Closed, Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import type { Card, CardBlock, ListItem } from "../card.ts";
import { encodeHomeAction, type RecordList } from "../home/homeAction.ts";
import type { Entries } from "../home/homeCard.ts";
import { andMore } from "../lines/showThem.ts";
import { sayOutcome } from "../lines/standing.ts";
import { toThread } from "../lines/toThread.ts";
import { sayWhere } from "../lines/where.ts";
import { dated, sayRequest } from "../words.ts";

/** One request of a list: what it is, and where it stands or how it ended. */
export function listedItem(state: Open | Closed, link: string | null, plant: Plant, at: EpochMs): ListItem {
  const says = state.status === "open" ? sayWhere(state, plant, at) : sayOutcome(state, plant);
  return { text: `${sayRequest(state, plant)}: ${says}`, actions: toThread(link, plant) };
}

/** Some requests, as a card. */
export function listedCard(title: string, items: readonly ListItem[], plant: Plant, at: EpochMs): Card {
  const list: CardBlock =
    items.length === 0
      ? { type: "text", text: say(plant, "record.nothingOpen"), tone: "plain" }
      : { type: "list", title: say(plant, "record.asOf", { when: dated(at, plant) }), items };
  return { title, key: null, blocks: [list] };
}

/** `next`: where the rest of it begins; null where nobody goes on from here. */
type RecordEntries = Omit<Entries, "next"> & { readonly next: number | null };

/** A page of a list of the record, with the way to the rest of it. */
export function recordCard(list: RecordList, { items, left, next }: RecordEntries, plant: Plant, at: EpochMs): Card {
  const title = titleOf(list, plant);
  if (items.length === 0)
    return { title, key: null, blocks: [{ type: "text", text: noneOf(list, plant), tone: "plain" }] };
  const rest = next === null ? null : encodeHomeAction({ type: "list", list, from: next });
  return listedCard(title, [...items, ...andMore(left, rest, plant)], plant, at);
}

function titleOf(list: RecordList, plant: Plant): string {
  if (!("id" in list)) return say(plant, `record.${list.of}`);
  return say(plant, list.of === "team" ? "record.waitsFor" : "record.askedFor", { name: nameIn(list, plant) });
}

/** That nothing is stuck does not say that nothing is open. */
function noneOf(list: RecordList, plant: Plant): string {
  switch (list.of) {
    case "open":
    case "granted":
      return say(plant, "record.nothingOpen");
    case "stuck":
      return say(plant, "record.nothingStuck");
    case "held":
      return say(plant, "record.nothingHeld");
    case "undecided":
      return say(plant, "record.nothingUndecided");
    case "team":
      return say(plant, "record.nothingFor", { name: nameIn(list, plant) });
    case "asset":
    case "line":
      return say(plant, "record.nothingSent");
  }
}

function nameIn({ of, id }: Extract<RecordList, { readonly id: string }>, plant: Plant): string {
  const { teams, assets, lines } = plant;
  const named = { team: teams, asset: assets, line: lines }[of];
  return [...named.values()].find((each) => each.id === id)?.name ?? id;
}
