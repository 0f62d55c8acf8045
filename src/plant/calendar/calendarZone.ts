import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { findIana } from "windows-iana";
import { EpochMs } from "../../clock.ts";
import { isTimeZone } from "../time/localTime.ts";
import { type Component, textOf } from "./jcal.ts";

/** The instant of a time on the wall, for whatever hangs by one clock. */
export type Zone = { readonly instantOf: (wall: Temporal.PlainDateTime) => EpochMs; readonly wallOf: WallOf };
type WallOf = (at: EpochMs) => Temporal.PlainDateTime;

/**
 * The zone that a calendar means by a name: one of the world's (IANA), Outlook's name for one (Unicode CLDR's table, by
 * the package windows-iana), else what the calendar itself says of it in a VTIMEZONE; null when nobody says.
 */
export function zoneNamed(name: string, calendar: Component): Zone | null {
  const iana = ianaNameOf(name);
  if (iana !== null) return worldZone(iana);
  const own = calendar.inner.find((each) => each.name === "vtimezone" && textOf(each, "tzid") === name);
  return own === undefined ? null : ownZone(own);
}

export function worldZone(timeZone: string): Zone {
  return {
    instantOf: (wall) => instant(wall.toZonedDateTime(timeZone).epochMilliseconds),
    wallOf: (at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDateTime(),
  };
}

/** Some programs put a path before the name: `/mozilla.org/20050126_1/Europe/Berlin`. */
function ianaNameOf(name: string): string | null {
  const bare = name.replace(/^"|"$/g, "").replace(/^\/[^/]+\/[^/]+\//, "");
  if (isTimeZone(bare)) return bare;
  return findIana(bare)[0] ?? null;
}

/** A zone that only the calendar knows, by the offsets it gives. */
function ownZone(timeZone: Component): Zone {
  const zone = new ICAL.Timezone(new ICAL.Component(jcalOf(timeZone)));
  const offsetMs = ({ year, month, day, hour, minute, second }: Temporal.PlainDateTime) =>
    zone.utcOffset(ICAL.Time.fromData({ year, month, day, hour, minute, second })) * 1_000;
  const instantOf = (wall: Temporal.PlainDateTime) =>
    instant(wall.toZonedDateTime("UTC").epochMilliseconds - offsetMs(wall));
  const utc = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO("UTC").toPlainDateTime();
  return { instantOf, wallOf: (at) => utc(at + offsetMs(utc(at))) };
}

type JCal = [string, unknown[], unknown[]];

function jcalOf({ name, properties, inner }: Component): JCal {
  return [name, properties.map((property) => [...property]), inner.map(jcalOf)];
}

function instant(ms: number): EpochMs {
  return EpochMs.parse(Math.max(0, ms));
}
