import { Temporal } from "temporal-polyfill";
import { DAY_MS, type EpochMs, later } from "../../clock.ts";
import { askedAs } from "../../plant/arrangement/mayArrange.ts";
import { turnsOn } from "../../plant/duty/rota.ts";
import type { PersonId } from "../../plant/ids.ts";
import type { Plant, Rota } from "../../plant/plant.ts";
import { covers, dayOf, type Interval, instantOn } from "../../plant/time/localTime.ts";
import type { Presence } from "../../understand/presence/readPresence.ts";
import { isEarlyOn } from "./period.ts";

/**
 * The turns that somebody has by the plant's rotas on the day that was said, or in the night, as one stretch; none where none
 * was. Said before the morning, it may be of the turn that still runs: that is the first of two.
 */
export function turnsSaid(
  { times, isNight }: Pick<Presence, "times" | "isNight">,
  plant: Plant,
  person: PersonId,
  now: EpochMs,
): readonly Interval[] {
  return beginningsSaid({ times, isNight }, plant, now).flatMap(
    (begins) => turnWithin(begins, plant, person, now) ?? [],
  );
}

/** Within what the turns begin that were meant; of two, the first is the night or the day that still runs. */
export function beginningsSaid(
  { times, isNight }: Pick<Presence, "times" | "isNight">,
  plant: Plant,
  now: EpochMs,
): readonly Interval[] {
  const said = times.from ?? times.at;
  if (said?.type !== "day") return [];
  const on = (day: Temporal.PlainDate): Interval => ({
    from: instantOn(day, isNight ? "14:00" : "00:00", plant.timeZone),
    to: instantOn(isNight ? day.add({ days: 1 }) : day, isNight ? "04:00" : "24:00", plant.timeZone),
  });
  const day = Temporal.PlainDate.from(said.day);
  return isEarlyOn(said.day, plant, now) ? [on(day.subtract({ days: 1 })), on(day)] : [on(day)];
}

/** Somebody's turns that begin within a stretch and are not over, as one. */
export function turnWithin(begins: Interval, plant: Plant, person: PersonId, now: EpochMs): Interval | null {
  const turns = turnsOf(plant, person, begins.from);
  return spanOf(
    turns.filter(({ from, to }) => covers(begins, from) && to > now),
    now,
  );
}

/** The turn that somebody has now. */
export function turnNow(plant: Plant, person: PersonId, now: EpochMs): Interval | null {
  return spanOf(
    turnsOf(plant, person, now).filter(({ from, to }) => from <= now && now < to),
    now,
  );
}

function turnsOf(plant: Plant, person: PersonId, at: EpochMs): readonly Interval[] {
  const first = dayOf(later(at, -DAY_MS), plant.timeZone);
  return rotasOf(plant, person).flatMap((rota) =>
    turnsOn(plant, rota, first, first.add({ days: 3 })).filter(({ people }) => people.includes(person)),
  );
}

function rotasOf(plant: Plant, person: PersonId): readonly Rota[] {
  return askedAs(plant, person).flatMap((party) => {
    if (party.type === "team") return plant.teams.get(party.team)?.onCall ?? [];
    return party.type === "shiftLead" ? (plant.lines.get(party.line)?.shiftLeads ?? []) : [];
  });
}

function spanOf(turns: readonly Interval[], now: EpochMs): Interval | null {
  const [first, ...others] = turns;
  if (first === undefined) return null;
  const span = others.reduce<Interval>(
    (whole, { from, to }) => ({ from: from < whole.from ? from : whole.from, to: to > whole.to ? to : whole.to }),
    first,
  );
  return { from: span.from > now ? span.from : now, to: span.to };
}
