import { DAY_MS, type EpochMs, later } from "../clock.ts";
import type { TeamId } from "./ids.ts";
import { dayFrom, type Interval, instantOn, without } from "./localTime.ts";
import { nobodyOnCall } from "./onCall.ts";
import type { Plant, Team } from "./plant.ts";
import { sayPeriod } from "./sayTime.ts";
import { workBetween } from "./workingTime.ts";
import type { Finding } from "./yamlFile.ts";

/** A Monday without a change of clocks in any zone near; a rota that repeats by the week is looked at from here. */
const SAMPLE_MONDAY = "2026-01-05";
const TOLD_AT_MOST = 3;

/**
 * Hours in which a team should have somebody on call and has not: around the clock for the owner of something on a
 * line, since a line stops at any hour; else the hours in which the team works. Warnings, because the chain goes on
 * to backup and lead.
 */
export function hoursWithoutOnCall(plant: Plant): readonly Finding[] {
  const onLines = new Set([...plant.assets.values()].flatMap(({ line, owner }) => (line === undefined ? [] : [owner])));
  return [...plant.teams.values()].flatMap((team) => {
    const gaps = gapsOf(plant, team, onLines.has(team.id));
    return gaps.length === 0 ? [] : [sayGaps(plant, team, gaps)];
  });
}

function gapsOf(plant: Plant, { id, onCall }: Team, atAllHours: boolean): readonly Interval[] {
  if (onCall.type === "ical") return []; // an imported calendar has no pattern that could be looked through
  const rotating = onCall.type === "rotating";
  const from = instantOn(dayFrom(rotating ? onCall.anchor : SAMPLE_MONDAY), "00:00", plant.timeZone);
  const to = later(from, (rotating ? onCall.pattern.length : 7) * DAY_MS);
  const gaps = nobodyOnCall(plant, id, from, to);
  return atAllHours ? gaps : gaps.flatMap((gap) => duringWork(plant, id, gap.from, gap.to));
}

function duringWork(plant: Plant, team: TeamId, from: EpochMs, to: EpochMs): readonly Interval[] {
  const off = without({ from, to }, workBetween(plant, { type: "team", team }, from, to));
  return without({ from, to }, off);
}

function sayGaps(plant: Plant, { id, name, lead, onCall }: Team, gaps: readonly Interval[]): Finding {
  const byWeek = onCall.type !== "rotating";
  const told = gaps.slice(0, TOLD_AT_MOST).map(({ from, to }) =>
    // Two days before lies within a week and is never the same day, so that the weekday is said.
    sayPeriod(from, to, plant.timeZone, byWeek ? { reference: later(from, -2 * DAY_MS) } : {}),
  );
  const more = gaps.length > told.length ? `, and ${gaps.length - told.length} more` : "";
  const leadName = plant.people.get(lead)?.name ?? lead;
  return {
    severity: "warning",
    path: ["teams", id, "onCall"],
    what: `nobody is on call for ${name}: ${told.join(", ")}${more}`,
    todo: `add turns, or leave it so: ${leadName} is then asked first`,
  };
}
