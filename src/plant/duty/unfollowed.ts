import { hasUnfollowedTurns } from "../calendar/importedCalendar.ts";
import type { Plant, Rota } from "../plant.ts";
import type { Interval } from "../time/localTime.ts";
import { hasOwnUnfollowed } from "./ownAway.ts";

/**
 * Whose calendars have an event whose times cannot be worked out, so that it counts for nobody: names of teams, lines and
 * people. Such calendars are refused when they are read; an earlier release may have kept one.
 */
export function unfollowedCalendars(plant: Plant, within: Interval): readonly string[] {
  const isUnfollowed = (rota: Rota | null) => rota?.type === "ical" && hasUnfollowedTurns(plant, rota, within);
  const named = [
    ...[...plant.teams.values()].filter(({ onCall }) => isUnfollowed(onCall)),
    ...[...plant.lines.values()].filter(({ shiftLeads }) => isUnfollowed(shiftLeads)),
    ...[...plant.people.values()].filter(({ id }) => hasOwnUnfollowed(plant, id, within)),
  ];
  return [...new Set(named.map(({ name }) => name))];
}
