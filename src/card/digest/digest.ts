import { DAY_MS, type EpochMs, later } from "../../clock.ts";
import { oldCalendars } from "../../plant/calendar/byAddress.ts";
import { nobodyOnCall } from "../../plant/duty/onCall.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayPeriod } from "../../plant/time/sayTime.ts";
import { workBetween } from "../../plant/time/workingTime.ts";
import type { World } from "../../request/commands.ts";
import type { RequestId } from "../../request/ids.ts";
import type { Closed, Open } from "../../request/state.ts";
import type { Card, CardAction, CardBlock, ListItem } from "../card.ts";
import { sayStillNeeded, sayWaitedFor } from "../lines/lapsed.ts";
import { dated, onCard, sayRequest } from "../words.ts";
import { DECIDE, type Line, SECTIONS } from "./digestSections.ts";

/** An open request as the digest sees it; `link` opens its thread, where the platform has such addresses. */
export type Listed = { readonly request: RequestId; readonly state: Open; readonly link: string | null };

/** More gaps in the rotas than this are for check-plant to tell. */
const MOST_GAPS = 4;

/** What ended undecided since the last digest: more than a few are a sign of something else. */
const MOST_ENDED = 6;

/** What keeps a digest from being one line on a day off. */
const NEEDS_OPS: ReadonlySet<string> = new Set([DECIDE, "Down", "Ends soon undecided"]);

type Section = {
  readonly title: string;
  readonly most: number;
  readonly lines: readonly (Line & { item: ListItem })[];
};

/** A request that ended undecided, and what it would have taken. */
export type Ended = { readonly says: string; readonly link: string | null };

/** "HAM-3 Open port 502 to PLC-12: over Fri 12:00, IT security had not answered; it would have taken: …". */
export function sayEndedUndecided(state: Closed, world: World, at: EpochMs): string {
  const needs = sayStillNeeded(state, world);
  const took = needs === "" ? "" : `; it would have taken: ${needs}`;
  return `${sayRequest(state, world.plant)}: over ${onCard(state.at, at, world.plant)}, ${sayWaitedFor(state, world.plant)}${took}`;
}

/** What is stuck and what only Ops can decide, each once. It ranks nobody and names no person. */
export function digestCard(listed: readonly Listed[], plant: Plant, at: EpochMs, ended: readonly Ended[] = []): Card {
  const sections = sectionsOf(listed, plant, at).filter(({ lines }) => lines.length > 0);
  const count = `${listed.length} request${listed.length === 1 ? "" : "s"} open`;
  const title = `${plant.name} · ${dated(at, plant)} · ${count}`;
  if (ended.length === 0 && isQuietDay(sections, plant, at))
    return { title, key: null, blocks: [{ type: "text", text: sayQuiet(sections), tone: "plain" }] };
  const nothing = "Nothing waits for Ops, nothing is overdue and nothing falls due today.";
  const isUrgent = ({ title: name }: Section) => name === DECIDE;
  return {
    title,
    key: null,
    blocks: [
      ...(sections.length + ended.length === 0 ? [{ type: "text", text: nothing, tone: "plain" } as const] : []),
      ...sections.filter(isUrgent).map(shown),
      ...endedBlocks(ended),
      ...sections.filter((section) => !isUrgent(section)).map(shown),
      ...uncovered(plant, at),
    ],
  };
}

function endedBlocks(ended: readonly Ended[]): readonly CardBlock[] {
  if (ended.length === 0) return [];
  const items = ended.slice(0, MOST_ENDED).map(({ says, link }) => ({ text: says, actions: toThread(link) }));
  const left = ended.length - items.length;
  const more = left > 0 ? [{ text: `and ${left} more`, actions: [] }] : [];
  return [{ type: "list", title: "Ended undecided:", items: [...items, ...more] }];
}

function toThread(link: string | null): readonly CardAction[] {
  return link === null ? [] : [{ type: "link", label: "Thread", url: link }];
}

/** On a day on which Ops do not work, and on which nothing needs them, one line is enough. */
function isQuietDay(sections: readonly Section[], plant: Plant, at: EpochMs): boolean {
  const needsOps = sections.some(({ title }) => NEEDS_OPS.has(title));
  return !needsOps && workBetween(plant, { type: "ops" }, at, later(at, DAY_MS)).length === 0;
}

function sayQuiet(sections: readonly Section[]): string {
  const counts = sections.map(({ title, lines }) => `${lines.length} ${title.toLowerCase()}`);
  return counts.length === 0 ? "Nothing waits for Ops." : `Nothing waits for Ops. ${counts.join(", ")}.`;
}

/** What a notification says of the digest: how much there is of what cannot wait. */
export function digestNotice(listed: readonly Listed[], plant: Plant, at: EpochMs): string {
  const counts = sectionsOf(listed, plant, at)
    .slice(0, 4)
    .flatMap(({ title, lines }) => (lines.length === 0 ? [] : [`${lines.length} ${title.toLowerCase()}`]));
  return counts.length === 0 ? "Nothing waits for Ops." : `${counts.join(", ")}.`;
}

/** A request stands in the first section that it belongs to, and in no other. */
function sectionsOf(listed: readonly Listed[], plant: Plant, at: EpochMs): readonly Section[] {
  const told = new Set<RequestId>();
  // What weighs the same stands in the order in which it was asked, whoever lists it.
  const inOrder = [...listed].sort((a, b) => numberOf(a) - numberOf(b));
  return SECTIONS.map(({ title, most, find }) => {
    const lines = inOrder.flatMap((one) => {
      const line = told.has(one.request) ? null : find(one.request, one.state, plant, at);
      return line === null ? [] : [{ ...line, request: one.request, item: toItem(one, line, plant) }];
    });
    for (const { request } of lines) told.add(request);
    return { title, most, lines: lines.sort((a, b) => b.weight - a.weight) };
  });
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
  return { text: `${sayRequest(state, plant)}: ${text}`, actions: [...toThread(link), ...actions] };
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
  const old = oldCalendars(plant, at);
  const lines = [
    ...(gaps.length === 0 ? [] : [`Nobody on call: ${gaps.slice(0, MOST_GAPS).join("; ")}`]),
    ...(old.length === 0 ? [] : [old.slice(0, MOST_GAPS).join("; ")]),
  ];
  return lines.map((text) => ({ type: "text", text, tone: "muted" }));
}
