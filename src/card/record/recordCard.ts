import type { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import type { Closed, Open } from "../../request/state.ts";
import type { Card, CardAction, CardBlock, ListItem } from "../card.ts";
import { encodeHomeAction, type RecordList } from "../home/homeAction.ts";
import type { Entries } from "../home/homeCard.ts";
import { sayOutcome } from "../lines/standing.ts";
import { sayWhere } from "../lines/where.ts";
import { dated, sayRequest } from "../words.ts";

const TITLES = {
  open: "What is waiting",
  stuck: "What is stuck, the longest first",
  held: "What is on hold, the first to go on first",
  undecided: "What is undecided, the first due first",
  granted: "What stands open, the first to end first",
} as const;

/** One request of a list: what it is, and where it stands or how it ended. */
export function listedItem(state: Open | Closed, link: string | null, plant: Plant, at: EpochMs): ListItem {
  const says = state.status === "open" ? sayWhere(state, plant, at) : sayOutcome(state, plant);
  const thread: readonly CardAction[] = link === null ? [] : [{ type: "link", label: "Thread", url: link }];
  return { text: `${sayRequest(state, plant)}: ${says}`, actions: thread };
}

/** Some requests, as a card. */
export function listedCard(title: string, items: readonly ListItem[], plant: Plant, at: EpochMs): Card {
  const list: CardBlock =
    items.length === 0
      ? { type: "text", text: "Nothing is open.", tone: "plain" }
      : { type: "list", title: `As of ${dated(at, plant)}:`, items };
  return { title, key: null, blocks: [list] };
}

/** A page of a list of the record, with the way to the rest of it. */
export function recordCard(list: RecordList, { items, left, next }: Entries, plant: Plant, at: EpochMs): Card {
  const title = titleOf(list, plant);
  if (items.length === 0) return { title, key: null, blocks: [{ type: "text", text: noneOf(list), tone: "plain" }] };
  const rest = encodeHomeAction({ type: "list", list, from: next });
  const more: readonly ListItem[] =
    left <= 0
      ? []
      : [{ text: `and ${left} more`, actions: [{ type: "press", label: "Show them…", value: rest, style: "plain" }] }];
  return listedCard(title, [...items, ...more], plant, at);
}

function titleOf(list: RecordList, { teams, assets, lines }: Plant): string {
  if (!("id" in list)) return TITLES[list.of];
  const named = { team: teams, asset: assets, line: lines }[list.of];
  const name = [...named.values()].find(({ id }) => id === list.id)?.name ?? list.id;
  return list.of === "team" ? `Waits for ${name}` : `Asked for ${name}, newest first`;
}

function noneOf(list: RecordList): string {
  return list.of === "asset" || list.of === "line"
    ? "No request about it was sent through Referee."
    : "Nothing is open.";
}
