import { z } from "zod";
import { type EpochMs, instant } from "../src/clock.ts";
import { instantFrom, isTimeZone } from "../src/plant/time/localTime.ts";

export const Zone = z.string().refine(isTimeZone, "is no time zone such as Europe/Berlin");

/** When a line of input is meant to be said, e.g. "2026-11-23T08:00+01:00", also with its zone: "…[Europe/Berlin]". */
export const Now = z.string().transform((text, context) => {
  const [, local, offset, zone] =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?(?:\[(.+)\])?$/.exec(text) ?? [];
  if (local === undefined || Number.isNaN(Date.parse(`${local}${offset ?? "Z"}`))) {
    context.addIssue("is written as 2026-11-23T08:00+01:00");
    return z.NEVER;
  }
  if (zone !== undefined && !isTimeZone(zone)) context.addIssue(`“${zone}” is no time zone such as Europe/Berlin`);
  return { local, offset: offset ?? null, zone: zone ?? null };
});
export type Now = z.infer<typeof Now>;

/** The instant; without an offset it is meant in `timeZone`. */
export function instantOf({ local, offset }: Now, timeZone: string): EpochMs {
  return offset === null ? instantFrom(local, timeZone) : instant(`${local}${offset}`);
}
