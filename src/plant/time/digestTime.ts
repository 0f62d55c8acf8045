import { EpochMs, earliest } from "../../clock.ts";
import type { Plant } from "../plant.ts";
import { dayOf, instantOn } from "./localTime.ts";

/** The next digest of a plant after an instant, by the plant's own clock; a day has at least one. */
export function nextDigestAt({ ops, timeZone }: Plant, after: EpochMs): EpochMs {
  const today = dayOf(after, timeZone);
  const times = [0, 1, 2].flatMap((days) => ops.digestAt.map((time) => instantOn(today.add({ days }), time, timeZone)));
  return earliest(times.filter((at) => at > after)) ?? EpochMs.parse(after);
}
