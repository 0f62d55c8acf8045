import { Temporal } from "temporal-polyfill";
import { DAY_MS, type EpochMs } from "../../clock.ts";
import { isTimeZone } from "../time/localTime.ts";
import { readDays, readHours } from "../time/spanText.ts";
import type { PlantDraft, RotaFile } from "./file.ts";
import type { Finding, Path } from "./yamlFile.ts";

/**
 * Times that the file may write and nobody can have meant.
 *
 * @param now for anchors that lie far ahead; without it they are not looked at
 */
export function unlikelyTimes(draft: PlantDraft, now: EpochMs | null): readonly Finding[] {
  return [
    ...overlappingShifts(draft),
    ...freezesThatNeverEnd(draft),
    ...skippedHours(draft),
    ...lastingShiftChanges(draft),
    ...(now === null ? [] : farAnchors(draft, now)),
  ];
}

const DAY_MINUTES = 24 * 60;

type MinuteSpan = { readonly from: number; readonly to: number };

/** Minutes of the day; past the end of the day where the span goes over midnight. */
function minutesOf({ from, to }: { readonly from: string; readonly to: string }): MinuteSpan {
  const start = minuteOf(from);
  const end = minuteOf(to);
  return { from: start, to: end > start ? end : end + DAY_MINUTES };
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

/** A warning: some plants let shifts overlap for the handover. Which of both runs is then the first in the file. */
function overlappingShifts({ shifts = {} }: PlantDraft): readonly Finding[] {
  const all = Object.entries(shifts).map(([id, shift]) => ({ id, name: shift.name, ...minutesOf(shift) }));
  return all.flatMap((one, at) =>
    all.slice(0, at).flatMap((other): readonly Finding[] => {
      const again = { from: other.from + DAY_MINUTES, to: other.to + DAY_MINUTES };
      const before = { from: other.from - DAY_MINUTES, to: other.to - DAY_MINUTES };
      if (![other, again, before].some(({ from, to }) => one.from < to && from < one.to)) return [];
      const what = `the ${one.name} overlaps the ${other.name}; while both run, it counts as the ${other.name}`;
      return [{ severity: "warning", path: ["shifts", one.id], what, todo: "let one begin when the other ends" }];
    }),
  );
}

/** Longer than any trial run or stocktaking: a year that was mistyped, or days that leave no hour free. */
const LONGEST_FREEZE_DAYS = 366;

function freezesThatNeverEnd({ freezes = [] }: PlantDraft): readonly Finding[] {
  return freezes.flatMap(({ name, when }, at): readonly Finding[] => {
    const path: Path = ["freezes", at, "when"];
    if (when.type === "once" && daysOf(when) > LONGEST_FREEZE_DAYS)
      return [{ path: [...path, "to"], what: `the freeze "${name}" lasts ${sayYears(when)}`, todo: "mend the year" }];
    if (when.type !== "weekly" || !isAllWeek(when)) return [];
    const what = `the freeze "${name}" never ends: nothing could ever be touched`;
    return [{ path: [...path, "hours"], what, todo: "leave hours in which it may be touched" }];
  });
}

function isAllWeek({ days, hours }: { readonly days: string; readonly hours: string }): boolean {
  const { from, to } = minutesOf(readHours(hours));
  return to - from >= DAY_MINUTES && readDays(days).length === 7;
}

type Once = { readonly from: string; readonly to: string };

function daysOf({ from, to }: Once): number {
  return (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / DAY_MS;
}

function sayYears(once: Once): string {
  return `${Math.round(daysOf(once) / 365)} years`;
}

/** Once a year the clocks pass over an hour: what is to begin or end within it is somewhere else than it says. */
function skippedHours({ freezes = [], timeZone }: PlantDraft): readonly Finding[] {
  if (timeZone === undefined || !isTimeZone(timeZone)) return [];
  return freezes.flatMap(({ name, when }, at): readonly Finding[] => {
    const skipped =
      when.type === "once" ? ([when.from, when.to] as const).find((time) => isSkipped(time, timeZone)) : undefined;
    if (skipped === undefined) return [];
    const what = `the freeze "${name}": there is no ${skipped.slice(11, 16)} on that day, the clocks are put forward`;
    const key = when.type === "once" && when.from === skipped ? "from" : "to";
    return [{ path: ["freezes", at, "when", key], what, todo: "write a time before or after that hour" }];
  });
}

function isSkipped(local: string, timeZone: string): boolean {
  const wall = Temporal.PlainDateTime.from(local);
  return !wall.toZonedDateTime(timeZone).toPlainDateTime().equals(wall);
}

/** Minutes around shift changes that leave none between them. */
function lastingShiftChanges({ freezes = [], shifts = {} }: PlantDraft): readonly Finding[] {
  const changes = [
    ...new Set(Object.values(shifts).flatMap(({ from, to }) => [minuteOf(from), minuteOf(to) % DAY_MINUTES])),
  ];
  const sorted = changes.sort((a, b) => a - b);
  const longest = Math.max(...sorted.map((change, at) => (sorted[at + 1] ?? (sorted[0] ?? 0) + DAY_MINUTES) - change));
  return freezes.flatMap(({ name, when }, at): readonly Finding[] => {
    if (when.type !== "shiftChange" || sorted.length === 0) return [];
    if (when.minutesBefore + when.minutesAfter < longest) return [];
    const what = `the freeze "${name}" never ends: ${when.minutesBefore} minutes before and ${when.minutesAfter} after leave none between two shift changes`;
    return [{ path: ["freezes", at, "when"], what, todo: `leave fewer than ${longest} minutes in all` }];
  });
}

/** A pattern goes on before its anchor too, so a far one is only a mistyped year; but nobody would see that. */
const YEARS_AWAY_MS = 10 * 366 * DAY_MS;

function farAnchors({ teams = {}, lines = {} }: PlantDraft, now: EpochMs): readonly Finding[] {
  const rotas: readonly (readonly [Path, RotaFile | undefined])[] = [
    ...Object.entries(teams).map(([id, { onCall }]) => [["teams", id, "onCall", "anchor"], onCall] as const),
    ...Object.entries(lines).map(
      ([id, { shiftLeads }]) => [["lines", id, "shiftLeads", "anchor"], shiftLeads] as const,
    ),
  ];
  return rotas.flatMap(([path, rota]): readonly Finding[] => {
    if (rota?.type !== "rotating" || Math.abs(Date.parse(rota.anchor) - now) < YEARS_AWAY_MS) return [];
    const what = `the rotation begins on ${rota.anchor}, which is years away`;
    return [{ severity: "warning", path, what, todo: "write a day of this year on which the pattern begins" }];
  });
}
