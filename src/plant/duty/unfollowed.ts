import { unfollowedTurns } from "../calendar/importedCalendar.ts";
import type { Plant, Rota } from "../plant.ts";
import type { Interval } from "../time/localTime.ts";
import { ownUnfollowed } from "./ownAway.ts";

/**
 * Whose calendars have an event whose times cannot be worked out, so that it counts for nobody: names of teams, lines and
 * people. Such calendars are refused when they are read; an earlier release may have kept one.
 */
export function unfollowedCalendars(plant: Plant, within: Interval): readonly string[] {
  const isUnfollowed = (rota: Rota | null) => rota?.type === "ical" && unfollowedTurns(plant, rota, within) > 0;
  const named = [
    ...[...plant.teams.values()].filter(({ onCall }) => isUnfollowed(onCall)),
    ...[...plant.lines.values()].filter(({ shiftLeads }) => isUnfollowed(shiftLeads)),
    ...[...plant.people.values()].filter(({ id }) => ownUnfollowed(plant, id, within) > 0),
  ];
  return [...new Set(named.map(({ name }) => name))];
}
