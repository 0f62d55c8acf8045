import { DAY_MS, type EpochMs, later } from "../../clock.ts";
import { nobodyOnCall } from "../../plant/duty/onCall.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayPeriod } from "../../plant/time/sayTime.ts";
import type { RequestId } from "../../request/ids.ts";
import type { Open } from "../../request/state.ts";
import type { Card, CardAction, CardBlock, ListItem } from "../card.ts";
import { dated, sayRequest } from "../words.ts";
import { type Line, SECTIONS } from "./digestSections.ts";

/** An open request as the digest sees it; `link` opens its thread, where the platform has such addresses. */
export type Listed = { readonly request: RequestId; readonly state: Open; readonly link: string | null };

/** More gaps in the rotas than this are for check-plant to tell. */
const MOST_GAPS = 4;

type Section = {
  readonly title: string;
  readonly most: number;
  readonly lines: readonly (Line & { item: ListItem })[];
};

/** What is stuck and what only Ops can decide. It ranks nobody and names no person. */
export function digestCard(listed: readonly Listed[], plant: Plant, at: EpochMs): Card {
  const sections = sectionsOf(listed, plant, at).filter(({ lines }) => lines.length > 0);
  const count = `${listed.length} request${listed.length === 1 ? "" : "s"} open`;
  const nothing = "Nothing waits for Ops, nothing is overdue and nothing falls due today.";
  return {
    title: `${plant.name} · ${dated(at, plant)} · ${count}`,
    key: null,
    blocks: [
      ...(sections.length === 0 ? [{ type: "text", text: nothing, tone: "plain" } as const] : []),
      ...sections.map(shown),
      ...uncovered(plant, at),
    ],
  };
}

/** What a notification says of the digest: how much there is of what cannot wait. */
export function digestNotice(listed: readonly Listed[], plant: Plant, at: EpochMs): string {
  const counts = sectionsOf(listed, plant, at)
    .slice(0, 4)
    .flatMap(({ title, lines }) => (lines.length === 0 ? [] : [`${lines.length} ${title.toLowerCase()}`]));
  return counts.length === 0 ? "Nothing waits for Ops." : `${counts.join(", ")}.`;
}

function sectionsOf(listed: readonly Listed[], plant: Plant, at: EpochMs): readonly Section[] {
  return SECTIONS.map(({ title, most, find }) => ({
    title,
    most,
    // What weighs the same stands in the order in which it was asked, whoever lists it.
    lines: [...listed]
      .sort((a, b) => numberOf(a) - numberOf(b))
      .flatMap((one) => {
        const line = find(one.request, one.state, plant, at);
        return line === null ? [] : [{ ...line, item: toItem(one, line, plant) }];
      })
      .sort((a, b) => b.weight - a.weight),
  }));
}

function numberOf({ state }: Listed): number {
  return Number(state.key.slice(state.key.indexOf("-") + 1));
}

function shown({ title, most, lines }: Section): CardBlock {
  const left = lines.length - most;
  const more = left > 0 ? [{ text: `and ${left} more`, actions: [] }] : [];
  return { type: "list", title: `${title}:`, items: [...lines.slice(0, most).map(({ item }) => item), ...more] };
}

function toItem({ state, link }: Listed, { text, actions }: Line, plant: Plant): ListItem {
  const thread: readonly CardAction[] = link === null ? [] : [{ type: "link", label: "Thread", url: link }];
  return { text: `${sayRequest(state, plant)}: ${text}`, actions: [...thread, ...actions] };
}

/** Hours of the next day in which nobody of a team that owns something is on call. */
function uncovered(plant: Plant, at: EpochMs): readonly CardBlock[] {
  const owners = new Set([...plant.assets.values()].map(({ owner }) => owner));
  const gaps = [...owners].flatMap((team) =>
    nobodyOnCall(plant, team, at, later(at, DAY_MS)).map(({ from, to }) => {
      const when = sayPeriod(from, to, plant, { reference: later(at, -2 * DAY_MS) });
      return `${plant.teams.get(team)?.name ?? team}, ${when}`;
    }),
  );
  if (gaps.length === 0) return [];
  return [{ type: "text", text: `Nobody on call: ${gaps.slice(0, MOST_GAPS).join("; ")}`, tone: "muted" }];
}
