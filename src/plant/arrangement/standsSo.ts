import type { Plant, StandIn } from "../plant.ts";
import { type Interval, overlaps } from "../time/localTime.ts";
import type { Arrangement } from "./arrangement.ts";

/** Whether all of an arrangement is so already: a button pressed again is no news to anybody. */
export function standsSo(arrangement: Arrangement, plant: Plant): boolean {
  switch (arrangement.type) {
    case "away":
      return isAway(arrangement, plant) && (arrangement.standIn === null || isStoodInFor(arrangement, plant));
    case "standIn":
      return isStoodInFor(arrangement, plant);
    case "duty": {
      const { team, person } = arrangement;
      const last = plant.overrides.findLast((each) => each.team === team && overlaps(each, arrangement));
      return last !== undefined && last.person === person && isWithin(arrangement, last);
    }
    case "freeze":
      return isFrozen(arrangement, plant);
    default:
      // What ends something is refused where there is nothing to end.
      return false;
  }
}

function isWithin(one: Interval, other: Interval): boolean {
  return other.from <= one.from && one.to <= other.to;
}

/** An absence said anew may be a shorter one: only just the same stands already. */
function isAway({ person, from, to }: Arrangement & { type: "away" }, plant: Plant): boolean {
  return plant.absences.some((each) => each.person === person && each.from === from && each.to === to);
}

type Asked = Interval & Pick<StandIn, "person"> & { readonly standIn: StandIn["standIn"] | null };

function isStoodInFor(arrangement: Asked, { standIns }: Plant): boolean {
  const last = standIns.findLast((each) => each.person === arrangement.person && overlaps(each, arrangement));
  return last !== undefined && last.standIn === arrangement.standIn && isWithin(arrangement, last);
}

function isFrozen({ assets, lines, ...span }: Arrangement & { type: "freeze" }, { freezes }: Plant): boolean {
  const key = keyOf({ assets, lines });
  return freezes.some(
    ({ saidAt, when, ...frozen }) =>
      saidAt !== undefined && when.type === "once" && isWithin(span, when) && keyOf(frozen) === key,
  );
}

function keyOf({ assets, lines }: { readonly assets: readonly string[]; readonly lines: readonly string[] }): string {
  return JSON.stringify([[...assets].sort(), [...lines].sort()]);
}
