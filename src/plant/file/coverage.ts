import { DAY_MS, type EpochMs, later } from "../../clock.ts";
import { nobodyLeads, nobodyOnCall } from "../duty/onCall.ts";
import type { TeamId } from "../ids.ts";
import type { Party } from "../party.ts";
import type { Plant, Rota } from "../plant.ts";
import { dayFrom, daysLater, type Interval, instantOn, without } from "../time/localTime.ts";
import { sayInstant, sayPeriod } from "../time/sayTime.ts";
import { workBetween } from "../time/workingTime.ts";
import type { Finding, Path } from "./yamlFile.ts";

/** A Monday without a change of clocks in any zone near; a rota that repeats by the week is looked at from here. */
const SAMPLE_MONDAY = "2026-01-05";
const TOLD_AT_MOST = 3;
/** An imported calendar has no pattern: so far ahead it should be filled. */
const CALENDAR_AHEAD_MS = 28 * DAY_MS;

/** Somebody should be there: for a team, or to lead the shift on a line. */
type Duty = {
  readonly party: Extract<Party, { type: "team" | "shiftLead" }>;
  /** Whose working hours count; it is whose lead is asked where nobody is there, too. */
  readonly team: TeamId;
  readonly rota: Rota;
  /** A line stops at any hour: so the owner of something on one has somebody around the clock. */
  readonly atAllHours: boolean;
  /** Where its rota stands in the file. */
  readonly path: Path;
  /** What `check-plant` calls hours without anybody. */
  readonly nobody: string;
};

/**
 * Hours in which a team should have somebody on call, or a line somebody who leads its shift, and has not: around the clock
 * for the owner of something on a line, else the hours in which the team works. Warnings, because the chain goes on to
 * backup and lead.
 *
 * @param now from when on imported calendars are looked through; null leaves them out
 */
export function hoursWithoutOnCall(plant: Plant, now: EpochMs | null): readonly Finding[] {
  return dutiesIn(plant).flatMap((duty) => {
    const within = lookedThrough(plant, duty.rota, now);
    const gaps = within === null ? [] : gapsOf(plant, duty, within);
    return gaps.length === 0 || within === null ? [] : [sayGaps(plant, duty, gaps, within)];
  });
}

function dutiesIn(plant: Plant): readonly Duty[] {
  const onLines = teamsOnLines(plant);
  const teams = [...plant.teams.values()].map(
    ({ id, name, onCall }): Duty => ({
      ...{ party: { type: "team", team: id }, team: id, rota: onCall, atAllHours: onLines.has(id) },
      ...{ path: ["teams", id, "onCall"], nobody: `nobody is on call for ${name}` },
    }),
  );
  const lines = [...plant.lines.values()].flatMap(({ id, name, team, shiftLeads }): readonly Duty[] =>
    shiftLeads === null
      ? []
      : [
          {
            ...{ party: { type: "shiftLead", line: id }, team, rota: shiftLeads, atAllHours: false },
            ...{ path: ["lines", id, "shiftLeads"], nobody: `nobody leads the shift on ${name}` },
          },
        ],
  );
  return [...teams, ...lines];
}

function teamsOnLines({ assets }: Plant): ReadonlySet<TeamId> {
  return new Set([...assets.values()].flatMap(({ line, owner }) => (line === undefined ? [] : [owner])));
}

/** One round of the rota's pattern; of an imported calendar the weeks ahead. */
function lookedThrough({ timeZone, calendarsReadAt }: Plant, rota: Rota, now: EpochMs | null): Interval | null {
  // What an address answers is not in the file.
  if (rota.type === "ical" && rota.address !== null && !calendarsReadAt.has(rota.address.id)) return null;
  if (rota.type === "ical") return now === null ? null : { from: now, to: later(now, CALENDAR_AHEAD_MS) };
  const rotating = rota.type === "rotating";
  const from = instantOn(dayFrom(rotating ? rota.anchor : SAMPLE_MONDAY), "00:00", timeZone);
  return { from, to: daysLater(from, rotating ? rota.pattern.length : 7, timeZone) };
}

function isEnd(gap: Interval, to: EpochMs): boolean {
  return gap.to === to && gap.to - gap.from > 7 * DAY_MS;
}

/** Hours in which nobody is there. `team`: whom they concern, for a line the team that runs it. */
export type Uncovered = Pick<Duty, "party" | "team"> & { readonly gaps: readonly Interval[] };

/**
 * The hours between two instants in which nobody of a team is on call, or nobody leads the shift on a line: at any hour where
 * the team's machines stand on a line, else in the team's working hours.
 */
export function uncoveredHours(plant: Plant, within: Interval): readonly Uncovered[] {
  return dutiesIn(plant)
    .map((duty) => ({ party: duty.party, team: duty.team, gaps: gapsOf(plant, duty, within) }))
    .filter(({ gaps }) => gaps.length > 0);
}

function gapsOf(plant: Plant, { party, team, atAllHours }: Duty, { from, to }: Interval): readonly Interval[] {
  const gaps =
    party.type === "team" ? nobodyOnCall(plant, party.team, from, to) : nobodyLeads(plant, party.line, from, to);
  if (atAllHours) return gaps;
  // A calendar that ends is told as what it is, not as the working days after it.
  return gaps.flatMap((gap) => (isEnd(gap, to) ? [gap] : duringWork(plant, team, gap.from, gap.to)));
}

function duringWork(plant: Plant, team: TeamId, from: EpochMs, to: EpochMs): readonly Interval[] {
  const off = without({ from, to }, workBetween(plant, { type: "team", team }, from, to));
  return without({ from, to }, off);
}

function sayGaps(
  plant: Plant,
  { team, rota, path, nobody }: Duty,
  gaps: readonly Interval[],
  { to: end }: Interval,
): Finding {
  const byWeek = rota.type !== "rotating" && rota.type !== "ical";
  const ends = gaps.filter((gap) => rota.type === "ical" && isEnd(gap, end));
  const told = [...new Set([...ends, ...gaps])].slice(0, TOLD_AT_MOST).map(({ from, to }) => {
    if (rota.type === "ical" && isEnd({ from, to }, end)) return `from ${sayInstant(from, plant.timeZone)} on`;
    // Two days before lies within a week and is never the same day, so that the weekday is said.
    return sayPeriod(from, to, plant.timeZone, byWeek ? { reference: later(from, -2 * DAY_MS) } : {});
  });
  const more = gaps.length > told.length ? `, and ${gaps.length - told.length} more` : "";
  const lead = plant.teams.get(team)?.lead;
  const asked = lead === undefined ? "their lead" : (plant.people.get(lead)?.name ?? lead);
  return {
    ...{ severity: "warning", path, what: `${nobody}: ${told.join(", ")}${more}` },
    todo: `add turns, or leave it so: ${asked} is then asked first`,
  };
}
