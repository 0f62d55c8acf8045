import { DAY_MS, type EpochMs, later } from "../../clock.ts";
import { oldCalendars } from "../../plant/calendar/byAddress.ts";
import { uncoveredHours } from "../../plant/file/coverage.ts";
import type { TeamId } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayPeriod } from "../../plant/time/sayTime.ts";
import { workBetween } from "../../plant/time/workingTime.ts";
import type { World } from "../../request/commands.ts";
import type { RequestId } from "../../request/ids.ts";
import type { Closed, Open } from "../../request/state.ts";
import { sayList } from "../../words/sayList.ts";
import type { Card, CardAction, CardBlock, ListItem } from "../card.ts";
import { sayStillNeeded, sayWaitedFor } from "../lines/lapsed.ts";
import { sayWhere } from "../lines/where.ts";
import { dated, onCard, sayRequest } from "../words.ts";
import { encodeDigestAction } from "./digestAction.ts";
import type { DigestContents, Listed, SectionShown, Told } from "./digestContents.ts";
import { SECTIONS, type SectionName } from "./digestSections.ts";

/** How far ahead hours without cover are looked for. */
const COVER_AHEAD_MS = 7 * DAY_MS;
/** More hours without cover than these, of a team and of the plant, are for check-plant to tell. */
const MOST_GAPS = 2;
const MOST_TEAMS = 4;

/** What ended undecided since the last digest, or was decided since this one: more than a few are a sign of something else. */
const MOST_TOLD = 6;

/** How many sections a notification tells of. */
const MOST_NOTICED = 4;

/** What keeps a digest from being one line on a day off. */
const NEEDS_OPS: ReadonlySet<SectionName> = new Set<SectionName>(["decide", "down", "ends"]);

/** Whose digest it is: of all teams of a plant where none is named. */
export type DigestOf = { readonly plant: Plant; readonly teams: readonly TeamId[] };

/** "HAM-3 Open port 502 to PLC-12: over Fri 12:00, IT security had not answered; it would have taken: …". */
export function sayEndedUndecided(state: Closed, world: World, at: EpochMs): string {
  const needs = sayStillNeeded(state, world);
  const took = needs === "" ? "" : `; it would have taken: ${needs}`;
  return `${sayRequest(state, world.plant)}: over ${onCard(state.closedAt, at, world.plant)}, ${sayWaitedFor(state, world.plant)}${took}`;
}

/** What came of a request that Ops were asked to decide; who it was stands on its own card. */
export function sayDecided(state: Open | Closed, plant: Plant, at: EpochMs): string {
  if (state.status === "open") return `${sayRequest(state, plant)}: ${sayWhere(state, plant, at)}`;
  return `${sayRequest(state, plant)}: ${OUTCOMES[state.outcome]}, ${onCard(state.closedAt, at, plant)}`;
}

const OUTCOMES: Readonly<Record<Closed["outcome"], string>> = {
  done: "done",
  lapsed: "over before it was decided",
  closedAgain: "closed again",
  denied: "denied",
  withdrawn: "withdrawn",
  failed: "not carried out",
  notConfirmed: "done, not confirmed",
  closedByOps: "closed by Ops",
};

/** What is stuck and what only Ops can decide, each once. It ranks nobody and names no person. */
export function digestCard(contents: DigestContents, of: DigestOf, at: EpochMs): Card {
  const { plant } = of;
  const sections = contents.sections.filter(({ listed }) => listed.length > 0);
  const title = `${titleOf(of)} · ${dated(contents.dueAt, plant)} · ${sayCount(contents.open)}`;
  const told = [...contents.ended, ...contents.decided];
  if (told.length === 0 && isQuietDay(sections, plant, at))
    return { title, key: null, blocks: [{ type: "text", text: sayQuiet(sections), tone: "plain" }] };
  const nothing = "Nothing waits for Ops, nothing is overdue and nothing falls due today.";
  const isUrgent = ({ name }: SectionShown) => name === "decide";
  const shown = (section: SectionShown) => sectionBlock(section, of, at, contents.answered);
  return {
    title,
    key: null,
    blocks: [
      ...(sections.length + told.length === 0 ? [{ type: "text", text: nothing, tone: "plain" } as const] : []),
      ...sections.filter(isUrgent).map(shown),
      ...toldBlocks("Decided since:", contents.decided),
      ...toldBlocks("Ended undecided:", contents.ended),
      ...sections.filter((section) => !isUrgent(section)).map(shown),
      ...uncovered(of, at),
      ...oldOnes(of, at),
    ],
  };
}

/** The rest of a section by itself. */
export function restCard(section: SectionShown, of: DigestOf, at: EpochMs): Card {
  const { title } = SECTIONS[section.name];
  return section.listed.length === 0
    ? { title: `${title}: nothing more`, key: null, blocks: [] }
    : { title: `${titleOf(of)} · ${title}`, key: null, blocks: [sectionBlock(section, of, at)] };
}

function titleOf({ plant, teams }: DigestOf): string {
  const names = teams.map((team) => plant.teams.get(team)?.name ?? team);
  return names.length === 0 ? plant.name : `${plant.name} · ${sayList(names, plant)}`;
}

function sayCount(open: number): string {
  return `${open} request${open === 1 ? "" : "s"} open`;
}

function toldBlocks(title: string, told: readonly Told[]): readonly CardBlock[] {
  if (told.length === 0) return [];
  const items = told.slice(0, MOST_TOLD).map(({ says, link }) => ({ text: says, actions: toThread(link) }));
  const left = told.length - items.length;
  const more = left > 0 ? [{ text: `and ${left} more`, actions: [] }] : [];
  return [{ type: "list", title, items: [...items, ...more] }];
}

function toThread(link: string | null): readonly CardAction[] {
  return link === null ? [] : [{ type: "link", label: "Thread", url: link }];
}

/** On a day on which Ops do not work, and on which nothing needs them, one line is enough. */
function isQuietDay(sections: readonly SectionShown[], plant: Plant, at: EpochMs): boolean {
  const needsOps = sections.some(({ name }) => NEEDS_OPS.has(name));
  return !needsOps && workBetween(plant, { type: "ops" }, at, later(at, DAY_MS)).length === 0;
}

function sayQuiet(sections: readonly SectionShown[]): string {
  const counts = sections.map(countOf);
  return counts.length === 0 ? "Nothing waits for Ops." : `Nothing waits for Ops. ${counts.join(", ")}.`;
}

function countOf({ name, listed, left }: SectionShown): string {
  return `${listed.length + left} ${SECTIONS[name].title.toLowerCase()}`;
}

/** What a notification says of the digest: how much there is of what cannot wait. */
export function digestNotice({ sections }: DigestContents): string {
  const counts = sections
    .slice(0, MOST_NOTICED)
    .filter(({ listed }) => listed.length > 0)
    .map(countOf);
  return counts.length === 0 ? "Nothing waits for Ops." : `${counts.join(", ")}.`;
}

const NONE: ReadonlySet<RequestId> = new Set();

function sectionBlock(
  { name, listed, left, next }: SectionShown,
  of: DigestOf,
  at: EpochMs,
  answered: ReadonlySet<RequestId> = NONE,
): CardBlock {
  const items = listed.map((one) => {
    const item = itemOf(one, name, of.plant, at);
    if (name !== "decide" || !answered.has(one.request)) return item;
    return { ...item, text: `${item.text}. Decided since: ${sayWhere(one.state, of.plant, at)}` };
  });
  return { type: "list", title: `${SECTIONS[name].title}:`, items: [...items, ...theRest(name, left, next, of)] };
}

function theRest(section: SectionName, left: number, from: number, { plant, teams }: DigestOf): readonly ListItem[] {
  if (left === 0) return [];
  const value = encodeDigestAction({ plant: plant.code, teams, section, from });
  return [{ text: `… and ${left} more`, actions: [{ type: "press", label: "Show them…", value, style: "plain" }] }];
}

function itemOf({ request, state, link }: Listed, name: SectionName, plant: Plant, at: EpochMs): ListItem {
  const line = SECTIONS[name].line(request, state, plant, at);
  const says = line === null ? "" : `: ${line.text}`;
  return { text: `${sayRequest(state, plant)}${says}`, actions: [...toThread(link), ...(line?.actions ?? [])] };
}

/** Hours of the next week in which nobody of a team is on call, imported calendars included. */
function uncovered({ plant, teams }: DigestOf, at: EpochMs): readonly CardBlock[] {
  const all = uncoveredHours(plant, { from: at, to: later(at, COVER_AHEAD_MS) });
  const asked = all.filter(({ team }) => teams.length === 0 || teams.includes(team.id));
  if (asked.length === 0) return [];
  const says = asked.slice(0, MOST_TEAMS).map(({ team, gaps }) => {
    const first = gaps
      .slice(0, MOST_GAPS)
      .map(({ from, to }) => sayPeriod(from, to, plant, { reference: later(at, -2 * DAY_MS) }));
    const left = gaps.length - first.length;
    return `${team.name} ${first.join(", ")}${left > 0 ? ` and ${left} times more` : ""}`;
  });
  const left = asked.length - says.length;
  const more = left > 0 ? `; and ${left} more teams` : "";
  return [{ type: "text", text: `Nobody on call in the next 7 days: ${says.join("; ")}${more}`, tone: "muted" }];
}

/** Calendars of addresses that have not been seen for a day: whoever is on call by them may be yesterday's. */
function oldOnes({ plant }: DigestOf, at: EpochMs): readonly CardBlock[] {
  const old = oldCalendars(plant, at);
  if (old.length === 0) return [];
  return [{ type: "text", text: `${old.slice(0, MOST_TEAMS).join("; ")}.`, tone: "muted" }];
}
