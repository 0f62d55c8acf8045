import { DAY_MS, type EpochMs, later } from "../../clock.ts";
import { oldCalendars } from "../../plant/calendar/byAddress.ts";
import { unfollowedCalendars } from "../../plant/duty/unfollowed.ts";
import { uncoveredHours } from "../../plant/file/coverage.ts";
import type { TeamId } from "../../plant/ids.ts";
import { partyName } from "../../plant/party.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayPeriod } from "../../plant/time/sayTime.ts";
import { workBetween } from "../../plant/time/workingTime.ts";
import type { World } from "../../request/commands.ts";
import type { RequestId } from "../../request/ids.ts";
import { laterEndLapsedAt } from "../../request/rules/laterEnd.ts";
import type { Closed, Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
import type { Card, CardBlock, ListItem } from "../card.ts";
import { sayStillNeeded, sayWaitedFor } from "../lines/lapsed.ts";
import { showThem } from "../lines/showThem.ts";
import { toThread } from "../lines/toThread.ts";
import { sayWhere } from "../lines/where.ts";
import { dated, onCard, sayRequest } from "../words.ts";
import { type DigestAction, encodeDigestAction } from "./digestAction.ts";
import type { DigestContents, EndedShown, KeptRest, Listed, SectionShown, Told } from "./digestContents.ts";
import { nudgedSince, SECTIONS, type SectionName } from "./digestSections.ts";

/** How far ahead hours without cover are looked for. */
const COVER_AHEAD_MS = 7 * DAY_MS;
/** More hours without cover than these, of a team and of the plant, are for check-plant to tell. */
const MOST_GAPS = 2;
const MOST_TEAMS = 4;

/** How many sections a notification tells of. */
const MOST_NOTICED = 4;

/** What keeps a digest from being one line on a day off. */
const NEEDS_OPS: ReadonlySet<SectionName> = new Set<SectionName>(["decide", "down", "ends"]);

/** Whose digest it is: of all teams of a plant where none is named. */
export type DigestOf = { readonly plant: Plant; readonly teams: readonly TeamId[] };

/** "HAM-3 Open port 502 to PLC-12: over Fri 12:00, IT security had not answered; it would have taken: …". */
export function sayEndedUndecided(state: Closed, world: World, at: EpochMs): string {
  const needs = sayStillNeeded(state, world);
  const { plant } = world;
  const said = {
    ...{ name: sayRequest(state, plant), when: onCard(state.closedAt, at, plant), why: sayWaitedFor(state, plant) },
  };
  return needs === null
    ? say(plant, "digest.undecided", said)
    : say(plant, "digest.undecidedNeeds", { ...said, needs });
}

/** "HAM-3 Open port 502 to PLC-12: ended Fri 12:00, before a later end was decided"; null where it was, or none was asked for. */
export function sayLaterEndUndecided(state: Open | Closed, plant: Plant, at: EpochMs): string | null {
  const lapsed = laterEndLapsedAt(state);
  if (lapsed === null) return null;
  return say(plant, "digest.laterUndecided", { name: sayRequest(state, plant), when: onCard(lapsed, at, plant) });
}

/** What came of a request that Ops were asked to decide; who it was stands on its own card. */
export function sayDecided(state: Open | Closed, plant: Plant, at: EpochMs): string {
  if (state.status === "open") return `${sayRequest(state, plant)}: ${sayWhere(state, plant, at)}`;
  const outcome = state.outcome === "closedByOps" ? "other" : state.outcome;
  return say(plant, "digest.came", {
    name: sayRequest(state, plant),
    outcome,
    when: onCard(state.closedAt, at, plant),
  });
}

/** What is stuck and what only Ops can decide, each once. It ranks nobody and names no person. */
export function digestCard(contents: DigestContents, of: DigestOf, at: EpochMs): Card {
  const { plant } = of;
  const sections = contents.sections.filter(({ listed }) => listed.length > 0);
  const title = `${titleOf(of)} · ${dated(contents.dueAt, plant)} · ${say(plant, "digest.count", { open: contents.open })}`;
  const told = [...contents.ended.listed, ...contents.decided];
  if (told.length === 0 && isQuietDay(sections, plant, at))
    return { title, key: null, blocks: [{ type: "text", text: sayQuiet(sections, plant), tone: "plain" }] };
  const nothing = say(plant, "digest.nothing");
  const isUrgent = ({ name }: SectionShown) => name === "decide";
  const since = { answered: contents.answered, from: contents.dueAt };
  const shown = (section: SectionShown) => sectionBlock(section, of, at, since);
  return {
    title,
    key: null,
    blocks: [
      ...(sections.length + told.length === 0 ? [{ type: "text", text: nothing, tone: "plain" } as const] : []),
      ...sections.filter(isUrgent).map(shown),
      ...toldBlocks("digest.decidedSince", contents.decided, plant),
      ...endedBlocks(contents.ended, of),
      ...sections.filter((section) => !isUrgent(section)).map(shown),
      ...uncovered(of, at),
      ...oldOnes(of, at),
      ...unfollowedOnes(of, at),
    ],
  };
}

/** The rest of a section by itself. */
export function restCard(section: SectionShown, of: DigestOf, at: EpochMs): Card {
  const title = say(of.plant, SECTIONS[section.name].title);
  return section.listed.length === 0
    ? { title: say(of.plant, "digest.nothingMore", { title }), key: null, blocks: [] }
    : { title: `${titleOf(of)} · ${title}`, key: null, blocks: [sectionBlock(section, of, at)] };
}

/** What a section of an earlier digest held beyond what it showed, as it stands now. */
export function keptRestCard({ day, section, listed, left, next }: KeptRest, of: DigestOf): Card {
  const title = say(of.plant, SECTIONS[section].title);
  if (listed.length === 0) return { title: say(of.plant, "digest.nothingMore", { title }), key: null, blocks: [] };
  const { plant, teams } = of;
  const rest = theRest(left, { type: "kept", plant: plant.code, teams, day, section, from: next }, plant);
  const items = listed.map(({ says, link }) => ({ text: says, actions: toThread(link, plant) }));
  return {
    title: `${titleOf(of)} · ${title}`,
    key: null,
    blocks: [{ type: "list", title: say(plant, "digestLater.asNow"), items: [...items, ...rest] }],
  };
}

/** The rest of what ended undecided by itself. */
export function restEndedCard(ended: EndedShown, of: DigestOf): Card {
  const title = say(of.plant, "digest.ended");
  return ended.listed.length === 0
    ? { title: say(of.plant, "digest.nothingMore", { title }), key: null, blocks: [] }
    : { title: `${titleOf(of)} · ${title}`, key: null, blocks: endedBlocks(ended, of) };
}

function titleOf({ plant, teams }: DigestOf): string {
  const names = teams.map((team) => plant.teams.get(team)?.name ?? team);
  return names.length === 0 ? plant.name : `${plant.name} · ${sayList(names, plant)}`;
}

function toldBlocks(
  title: "digest.decidedSince" | "digest.endedUndecided",
  told: readonly Told[],
  plant: Plant,
  more: readonly ListItem[] = [],
): readonly CardBlock[] {
  if (told.length === 0) return [];
  const items = told.map(({ says, link }) => ({ text: says, actions: toThread(link, plant) }));
  return [{ type: "list", title: say(plant, title), items: [...items, ...more] }];
}

function endedBlocks({ since, listed, left, next }: EndedShown, of: DigestOf): readonly CardBlock[] {
  const rest = theRest(left, { type: "ended", plant: of.plant.code, teams: of.teams, since, from: next }, of.plant);
  return toldBlocks("digest.endedUndecided", listed, of.plant, rest);
}

/** On a day on which Ops do not work, and on which nothing needs them, one line is enough. */
function isQuietDay(sections: readonly SectionShown[], plant: Plant, at: EpochMs): boolean {
  const needsOps = sections.some(({ name }) => NEEDS_OPS.has(name));
  return !needsOps && workBetween(plant, { type: "ops" }, at, later(at, DAY_MS)).length === 0;
}

function sayQuiet(sections: readonly SectionShown[], plant: Plant): string {
  const counts = sections.map((section) => countOf(section, plant));
  const nothing = say(plant, "digest.nothingForOps");
  return counts.length === 0 ? nothing : `${nothing} ${counts.join(", ")}.`;
}

function countOf({ name, listed, left }: SectionShown, plant: Plant): string {
  return `${listed.length + left} ${say(plant, SECTIONS[name].title).toLowerCase()}`;
}

/** What a notification says of the digest: how much there is of what cannot wait. */
export function digestNotice({ sections }: DigestContents, plant: Plant): string {
  const counts = sections
    .slice(0, MOST_NOTICED)
    .filter(({ listed }) => listed.length > 0)
    .map((section) => countOf(section, plant));
  return counts.length === 0 ? say(plant, "digest.nothingForOps") : `${counts.join(", ")}.`;
}

/** What was done about a digest since it fell due: which requests Ops answered. */
type Since = { readonly answered: ReadonlySet<RequestId>; readonly from: EpochMs };

function sectionBlock(
  { name, listed, left, next }: SectionShown,
  of: DigestOf,
  at: EpochMs,
  since: Since | null = null,
): CardBlock {
  const items = listed.map((one) => {
    const item = itemOf(one, name, of.plant, at);
    const nudged = since === null ? null : nudgedSince(one.state, since.from);
    const told =
      nudged === null ? "" : `. ${say(of.plant, "digestLater.nudged", { when: onCard(nudged, at, of.plant) })}`;
    const text = `${item.text}${told}`;
    if (name !== "decide" || since?.answered.has(one.request) !== true) return { ...item, text };
    const where = sayWhere(one.state, of.plant, at);
    return { ...item, text: say(of.plant, "digest.answeredSince", { text, where }) };
  });
  const title = say(of.plant, "digest.section", { title: say(of.plant, SECTIONS[name].title) });
  const rest = theRest(
    left,
    { type: "section", plant: of.plant.code, teams: of.teams, section: name, from: next },
    of.plant,
  );
  return { type: "list", title, items: [...items, ...rest] };
}

function theRest(left: number, action: DigestAction, plant: Plant): readonly ListItem[] {
  if (left === 0) return [];
  const text = say(plant, "digest.moreDots", { count: String(left) });
  return [{ text, actions: [showThem(encodeDigestAction(action), plant)] }];
}

function itemOf({ request, state, link }: Listed, name: SectionName, plant: Plant, at: EpochMs): ListItem {
  const line = SECTIONS[name].line(request, state, plant, at);
  const says = line === null ? "" : `: ${line.text}`;
  return { text: `${sayRequest(state, plant)}${says}`, actions: [...toThread(link, plant), ...(line?.actions ?? [])] };
}

/** Hours of the next week in which nobody of a team is on call, or leads the shift on a line, imported calendars included. */
function uncovered({ plant, teams }: DigestOf, at: EpochMs): readonly CardBlock[] {
  const all = uncoveredHours(plant, { from: at, to: later(at, COVER_AHEAD_MS) });
  const asked = all.filter(({ team }) => teams.length === 0 || teams.includes(team));
  if (asked.length === 0) return [];
  const says = asked.slice(0, MOST_TEAMS).map(({ party, gaps }) => {
    const first = gaps
      .slice(0, MOST_GAPS)
      .map(({ from, to }) => sayPeriod(from, to, plant, { reference: later(at, -2 * DAY_MS) }));
    const left = gaps.length - first.length;
    const said = { team: partyName(plant, party), when: first.join(", ") };
    return left > 0
      ? say(plant, "digest.uncoveredMore", { ...said, count: String(left) })
      : say(plant, "digest.uncoveredTeam", said);
  });
  const left = asked.length - says.length;
  const what = says.join("; ");
  const text =
    left > 0
      ? say(plant, "digest.uncoveredTeams", { what, count: String(left) })
      : say(plant, "digest.uncovered", { what });
  return [{ type: "text", text, tone: "muted" }];
}

/** Calendars of addresses that have not been seen for a day: whoever is on call by them may be yesterday's. */
function oldOnes({ plant }: DigestOf, at: EpochMs): readonly CardBlock[] {
  const old = oldCalendars(plant, at);
  if (old.length === 0) return [];
  return [{ type: "text", text: `${old.slice(0, MOST_TEAMS).join("; ")}.`, tone: "muted" }];
}

/** Calendars with events that count for nobody, because nobody can work out when they are. */
function unfollowedOnes({ plant }: DigestOf, at: EpochMs): readonly CardBlock[] {
  const names = unfollowedCalendars(plant, { from: at, to: later(at, DAY_MS) });
  if (names.length === 0) return [];
  const shown = names.length > MOST_TEAMS ? [...names.slice(0, MOST_TEAMS), "…"] : names;
  return [{ type: "text", text: `${say(plant, "digest.unfollowed", { names: shown.join("; ") })}.`, tone: "muted" }];
}
