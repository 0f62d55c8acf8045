import type { Temporal } from "temporal-polyfill";
import type { EpochMs } from "../../clock.ts";
import type { Zone } from "./calendarZone.ts";

/** When something begins or ends: what its clock shows, and which clock. `isDay`: only the day was said. */
export type Moment = { readonly wall: Temporal.PlainDateTime; readonly zone: Zone; readonly isDay: boolean };

export function instantOf({ wall, zone }: Moment): EpochMs {
  return zone.instantOf(wall);
}

/** What another clock shows at that moment. */
export function wallIn(moment: Moment, zone: Zone): Temporal.PlainDateTime {
  return moment.zone === zone ? moment.wall : zone.wallOf(instantOf(moment));
}
