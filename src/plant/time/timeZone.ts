import leven from "leven";
import type { z } from "zod";
import { isTimeZone } from "./localTime.ts";

/** Names of zones that stay at one offset, whatever the clocks of their country do; with `Etc` the sign is reversed, too. */
const WITHOUT_SUMMER_TIME = /^(?:Etc\/GMT[+-]\d+|GMT[+-]?0?|EST|MST|HST)$/i;
const MOST_NAMED = 3;

/** A plant lives by the clock of a city. What is close to the name that was written is said. */
export function timeZoneOfACity({ value, issues }: z.core.ParsePayload<string>): void {
  const problem = problemWith(value);
  if (problem !== null)
    issues.push({ code: "custom", input: value, message: problem.what, params: { todo: problem.todo } });
}

function problemWith(name: string): { readonly what: string; readonly todo: string } | null {
  if (WITHOUT_SUMMER_TIME.test(name))
    return { what: "never has summer time", todo: "write the zone of a city, such as Europe/Berlin" };
  if (isTimeZone(name)) return null;
  const near = nearest(name);
  const todo =
    near.length === 0 ? "write the zone of a city, such as Europe/Berlin" : `write one of: ${near.join(", ")}`;
  return { what: "is no time zone", todo };
}

/** Those whose spelling is closest, of the same part of the world where that is a known one. */
function nearest(name: string): readonly string[] {
  const [area = ""] = name.split("/");
  const all = Intl.supportedValuesOf("timeZone");
  const there = all.filter((zone) => zone.toLowerCase().startsWith(`${area.toLowerCase()}/`));
  const written = name.toLowerCase();
  const known = there.length > 0 ? there : all.filter((zone) => leven(lastOf(zone), lastOf(written)) <= 2);
  return [...known]
    .sort((a, b) => leven(lastOf(a), lastOf(written)) - leven(lastOf(b), lastOf(written)))
    .slice(0, MOST_NAMED);
}

function lastOf(zone: string): string {
  return zone.toLowerCase().split("/").at(-1) ?? "";
}
