import { DAY_MS, type EpochMs, later } from "../../clock.ts";
import { nobodyOnCall } from "../duty/onCall.ts";
import type { TeamId } from "../ids.ts";
import type { Plant, Team } from "../plant.ts";
import { dayFrom, type Interval, instantOn, without } from "../time/localTime.ts";
import { sayInstant, sayPeriod } from "../time/sayTime.ts";
import { workBetween } from "../time/workingTime.ts";
import type { Finding } from "./yamlFile.ts";

/** A Monday without a change of clocks in any zone near; a rota that repeats by the week is looked at from here. */
const SAMPLE_MONDAY = "2026-01-05";
const TOLD_AT_MOST = 3;
/** An imported calendar has no pattern: so far ahead it should be filled. */
const CALENDAR_AHEAD_MS = 28 * DAY_MS;

/**
 * Hours in which a team should have somebody on call and has not: around the clock for the owner of something on a
 * line, since a line stops at any hour; else the hours in which the team works. Warnings, because the chain goes on
 * to backup and lead.
 *
 * @param now from when on imported calendars are looked through; null leaves them out
 */
export function hoursWithoutOnCall(plant: Plant, now: EpochMs | null): readonly Finding[] {
  const onLines = teamsOnLines(plant);
  return [...plant.teams.values()].flatMap((team) => {
    const within = lookedThrough(plant, team, now);
    const gaps = within === null ? [] : gapsOf(plant, team, onLines.has(team.id), within);
    return gaps.length === 0 || within === null ? [] : [sayGaps(plant, team, gaps, within)];
  });
}

function teamsOnLines({ assets }: Plant): ReadonlySet<TeamId> {
  return new Set([...assets.values()].flatMap(({ line, owner }) => (line === undefined ? [] : [owner])));
}

/** One round of the rota's pattern; of an imported calendar the weeks ahead. */
function lookedThrough({ timeZone, calendarsReadAt }: Plant, { onCall }: Team, now: EpochMs | null): Interval | null {
  // What an address answers is not in the file.
  if (onCall.type === "ical" && onCall.address !== null && !calendarsReadAt.has(onCall.address.id)) return null;
  if (onCall.type === "ical") return now === null ? null : { from: now, to: later(now, CALENDAR_AHEAD_MS) };
  const rotating = onCall.type === "rotating";
  const from = instantOn(dayFrom(rotating ? onCall.anchor : SAMPLE_MONDAY), "00:00", timeZone);
  return { from, to: later(from, (rotating ? onCall.pattern.length : 7) * DAY_MS) };
}

function isEnd(gap: Interval, to: EpochMs): boolean {
  return gap.to === to && gap.to - gap.from > 7 * DAY_MS;
}

/** The hours between two instants in which nobody of a team is on call: at any hour where its machines stand on a line, else in its working hours. */
export function uncoveredHours(
  plant: Plant,
  within: Interval,
): readonly { readonly team: Team; readonly gaps: readonly Interval[] }[] {
  const onLines = teamsOnLines(plant);
  return [...plant.teams.values()]
    .map((team) => ({ team, gaps: gapsOf(plant, team, onLines.has(team.id), within) }))
    .filter(({ gaps }) => gaps.length > 0);
}

function gapsOf(plant: Plant, { id }: Team, atAllHours: boolean, { from, to }: Interval): readonly Interval[] {
  const gaps = nobodyOnCall(plant, id, from, to);
  if (atAllHours) return gaps;
  // A calendar that ends is told as what it is, not as the working days after it.
  return gaps.flatMap((gap) => (isEnd(gap, to) ? [gap] : duringWork(plant, id, gap.from, gap.to)));
}

function duringWork(plant: Plant, team: TeamId, from: EpochMs, to: EpochMs): readonly Interval[] {
  const off = without({ from, to }, workBetween(plant, { type: "team", team }, from, to));
  return without({ from, to }, off);
}

function sayGaps(
  plant: Plant,
  { id, name, lead, onCall }: Team,
  gaps: readonly Interval[],
  { to: end }: Interval,
): Finding {
  const byWeek = onCall.type !== "rotating" && onCall.type !== "ical";
  const ends = gaps.filter((gap) => onCall.type === "ical" && isEnd(gap, end));
  const told = [...new Set([...ends, ...gaps])].slice(0, TOLD_AT_MOST).map(({ from, to }) => {
    if (onCall.type === "ical" && isEnd({ from, to }, end)) return `from ${sayInstant(from, plant.timeZone)} on`;
    // Two days before lies within a week and is never the same day, so that the weekday is said.
    return sayPeriod(from, to, plant.timeZone, byWeek ? { reference: later(from, -2 * DAY_MS) } : {});
  });
  const more = gaps.length > told.length ? `, and ${gaps.length - told.length} more` : "";
  const leadName = plant.people.get(lead)?.name ?? lead;
  return {
    severity: "warning",
    path: ["teams", id, "onCall"],
    what: `nobody is on call for ${name}: ${told.join(", ")}${more}`,
    todo: `add turns, or leave it so: ${leadName} is then asked first`,
  };
}
