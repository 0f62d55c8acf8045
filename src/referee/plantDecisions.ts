import { DAY_MS, type EpochMs, HOUR_MS, later } from "../clock.ts";
import type { Validators } from "../outgoing/readAddress.ts";
import { ownAwayChanged } from "../plant/duty/ownAway.ts";
import type { CalendarRead, HeldBack, PlantActor, PlantEvent } from "../plant/events.ts";
import { begunOrEnded } from "../plant/inForce/boundaries.ts";
import type { Proposal } from "../plant/inForce/standing.ts";
import { digestedAt, leftBetween, type PlantState } from "../plant/inForce/state.ts";
import type { Plant } from "../plant/plant.ts";
import type { PlantSource } from "../plant/source.ts";
import { nextDigestAt } from "../plant/time/digestTime.ts";
import { dayOf, type Interval } from "../plant/time/localTime.ts";
import { linksEnded } from "../plant/who/links.ts";
import type { OwnFile } from "./plantFiles.ts";

export const THE_FILES: PlantActor = "referee:files";

export function proposal({ plant, source, basedOn }: OwnFile): Proposal {
  return { version: plant.version, hasTexts: source !== null, basedOn };
}

/** @param before null where nobody can tell how the plant was */
export function cameIntoForce(
  before: Plant | null,
  plant: Plant,
  source: PlantSource | null,
  at: EpochMs,
): readonly PlantEvent[] {
  const left = before === null ? [] : leftBetween(before, plant);
  const ended = before === null ? [] : linksEnded(before, plant);
  return [
    { type: "PlantPublished", plant: plant.code, version: plant.version, source, left, by: THE_FILES, at },
    ...ended.map((link): PlantEvent => ({ type: "AccountUnlinked", ...link, by: THE_FILES, at })),
  ];
}

/** So often it is recorded that a calendar is still the same; its age is told by the day. */
const STILL_SAME_MS = 6 * HOUR_MS;

export function newlyRead(
  { calendars }: PlantState,
  read: Pick<CalendarRead, "calendar" | "text" | keyof Validators>,
  at: EpochMs,
): readonly PlantEvent[] {
  const before = calendars.get(read.calendar);
  if (before === undefined && read.text === null) return [];
  const isSame = before !== undefined && (read.text === null || read.text === before.text);
  if (isSame && at - before.readAt < STILL_SAME_MS) return [];
  return [{ type: "CalendarRead", ...read, text: isSame ? null : read.text, by: "referee:calendars", at }];
}

const MOST_TOLD_AN_HOUR = 5;

export function newlyHeld({ held }: PlantState, event: HeldBack): readonly PlantEvent[] {
  const told = held.some(({ by, at }) => by === event.by && at > event.at - DAY_MS);
  const lately = held.filter(({ at }) => at > event.at - HOUR_MS);
  return told || lately.length >= MOST_TOLD_AN_HOUR ? [] : [event];
}

/** One digest when one has fallen due, however many were missed: yesterday's facts help nobody. */
export function digestsDue(plant: Plant, state: PlantState, at: EpochMs): readonly PlantEvent[] {
  const last = digestedAt(state);
  if (last === null || nextDigestAt(plant, last) > at) return [];
  return [{ type: "DigestDue", plant: plant.code, forDay: dayOf(at, plant.timeZone).toString(), at }];
}

export function dutyChanges(plant: Plant, state: PlantState, at: EpochMs): readonly PlantEvent[] {
  const changed = begunOrEnded(state, at).length > 0 || ownAwayChanged(plant, sinceLook(state, at)).size > 0;
  return changed ? [{ type: "DutyChanged", at }] : [];
}

/** Before the first look, what people's own calendars said two days ago is nobody's news. */
export function sinceLook({ lookedAt }: PlantState, at: EpochMs): Interval {
  const longAgo = later(at, -2 * DAY_MS);
  return { from: lookedAt > longAgo ? lookedAt : longAgo, to: at };
}
