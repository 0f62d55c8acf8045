import { type EpochMs, later } from "../../clock.ts";
import { assertNever } from "../../errors.ts";
import { absenceOf, belongsTo, saidAway, standInsWithin } from "../duty/absence.ts";
import type { PlantEvent } from "../events.ts";
import type { AssetId, LineId, PersonId, TeamId } from "../ids.ts";
import type { Plant, StandIn } from "../plant.ts";
import type { Interval } from "../time/localTime.ts";

/** What people arrange in chat about who is there, who is asked, and what may be touched. */
export type Arrangement =
  | ({ readonly type: "away"; readonly person: PersonId; readonly standIn: PersonId | null } & Interval)
  | { readonly type: "back"; readonly person: PersonId }
  | ({ readonly type: "standIn"; readonly person: PersonId; readonly standIn: PersonId } & Interval)
  /** By nobody in particular: whoever stands in for them then does so no more. */
  | ({ readonly type: "standInEnd"; readonly person: PersonId; readonly standIn: PersonId | null } & Interval)
  | ({ readonly type: "duty"; readonly team: TeamId; readonly person: PersonId } & Interval)
  | ({ readonly type: "freeze" } & Frozen & Interval)
  | ({ readonly type: "thaw" } & Frozen);

/** The whole plant when both are empty. */
export type Frozen = { readonly assets: readonly AssetId[]; readonly lines: readonly LineId[] };

/** The events of the plant that an arrangement is. Who is back and was not away is so from their next absence. */
export function eventsOf(arrangement: Arrangement, plant: Plant, by: PersonId, at: EpochMs): readonly PlantEvent[] {
  const said = { by, at };
  switch (arrangement.type) {
    case "away": {
      const { person, standIn, from, to } = arrangement;
      const away: PlantEvent = { type: "AbsenceSet", person, from, to, uncovered: [], ...said };
      const before = released(plant, person, arrangement, by, at);
      return standIn === null
        ? [...before, away]
        : [...before, away, { type: "StandInSet", person, standIn, from, to, ...said }];
    }
    case "back":
      return endOfAbsence(plant, arrangement.person, by, at);
    case "standIn": {
      const { person, standIn, from, to } = arrangement;
      return [{ type: "StandInSet", person, standIn, from, to, ...said }];
    }
    case "standInEnd":
      return standInsWithin(plant, arrangement, at).map((each) => ended(each, by, at));
    case "duty": {
      const { team, person, from, to } = arrangement;
      return [{ type: "OverrideSet", team, person, from, to, ...said }];
    }
    case "freeze": {
      const { assets, lines, from, to } = arrangement;
      return [{ type: "FreezeSet", assets, lines, from, to, ...said }];
    }
    case "thaw": {
      const { assets, lines } = arrangement;
      return [{ type: "FreezeLifted", assets, lines, ...said }];
    }
    default:
      return assertNever(arrangement, "arrangement");
  }
}

/** The present absence of a person, else the next one; null when they have none. */
export function nextAbsence(plant: Plant, person: PersonId, at: EpochMs): Interval | null {
  const now = absenceOf(plant, person, at);
  if (now !== null) return now;
  const ahead = plant.absences.filter((each) => each.person === person && each.to > at).sort((a, b) => a.from - b.from);
  return ahead[0] ?? null;
}

function endOfAbsence(plant: Plant, person: PersonId, by: PersonId, at: EpochMs): readonly PlantEvent[] {
  const next = nextAbsence(plant, person, at);
  if (next === null) return [];
  const standIns = released(plant, person, next, by, at);
  if (next.from <= at) return [...standIns, { type: "AbsenceEnded", person, by, at }];
  // An absence of no time at all takes the place of one that has not begun.
  const within = later(next.from, 1);
  return [...standIns, { type: "AbsenceSet", person, from: within, to: within, uncovered: [], by, at }];
}

/** Whoever stood in because of absences of a stretch, which are no more, is told so by an event of their own. */
function released(plant: Plant, person: PersonId, span: Interval, by: PersonId, at: EpochMs): readonly PlantEvent[] {
  const gone = saidAway(plant, person, span);
  const standIns = plant.standIns.filter((each) => each.to > at && gone.some((one) => belongsTo(each, one)));
  return standIns.map((each) => ended(each, by, at));
}

function ended({ person, standIn, from, to }: StandIn, by: PersonId, at: EpochMs): PlantEvent {
  return { type: "StandInEnded", person, standIn, from, to, by, at };
}
