import type { Temporal } from "temporal-polyfill";
import { DAY_MS, EpochMs, MINUTE_MS } from "../../clock.ts";
import type { Moment } from "./moment.ts";
import type { Minutes } from "./resolveHour.ts";
import { ZONE_MINUTES } from "./zoneWords.ts";

/**
 * The instants that a time of a day means: one; two in the hour that comes twice when summer time ends, unless the zone
 * says which; none where it says a zone that does not hold then. An hour that summer time skips is the hour after it.
 */
export function instantsOf(
  day: Temporal.PlainDate,
  minutes: Minutes,
  timeZone: string,
  zone: Moment["zone"],
): readonly EpochMs[] {
  const local = localOf(day, minutes);
  const here = instantsHere(local, timeZone);
  if (zone === undefined) return here;
  if ("minutes" in zone) return [instantAt(local, zone.minutes)];
  const named = here.filter((at) => namesAt(at, timeZone).includes(zone.name));
  if (named.length > 0) return named;
  const minutesOff = ZONE_MINUTES[zone.name];
  const isOtherSeason = seasonsOf(here[0] ?? 0).some((at) => namesAt(at, timeZone).includes(zone.name));
  return minutesOff === undefined || isOtherSeason ? [] : [instantAt(local, minutesOff)];
}

/** Of those, when the plant's own clock is set so far from UTC as was said: "23:00 GMT-4" where it was 23:00 GMT-3 before. */
export function ownInstantsOf(
  day: Temporal.PlainDate,
  minutes: Minutes,
  timeZone: string,
  zone: Moment["zone"],
): readonly EpochMs[] {
  if (zone === undefined || !("minutes" in zone)) return [];
  const local = localOf(day, minutes);
  return instantsHere(local, timeZone).filter((at) => at === instantAt(local, zone.minutes));
}

function localOf(day: Temporal.PlainDate, minutes: Minutes): Temporal.PlainDateTime {
  return day.add({ days: Math.floor(minutes / 1_440) }).toPlainDateTime({
    hour: Math.floor((minutes % 1_440) / 60),
    minute: minutes % 60,
  });
}

function instantsHere(local: Temporal.PlainDateTime, timeZone: string): readonly EpochMs[] {
  const at = (disambiguation: "earlier" | "compatible" | "later") =>
    EpochMs.parse(Math.max(0, local.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds));
  const [first, usual, last] = [at("earlier"), at("compatible"), at("later")];
  if (first === last) return [first];
  const isSkipped = usual === last;
  return isSkipped ? [usual] : [first, last];
}

function instantAt(local: Temporal.PlainDateTime, minutesOff: number): EpochMs {
  const utc = local.toZonedDateTime("UTC").epochMilliseconds;
  return EpochMs.parse(Math.max(0, utc - minutesOff * MINUTE_MS));
}

/** Half a year before and after: when summer time is, if it is not now. */
function seasonsOf(at: number): readonly number[] {
  return [at - 182 * DAY_MS, at + 182 * DAY_MS];
}

const WRITERS = ["en-GB", "en-US", "de-DE", "es-ES"];
const formats = new Map<string, Intl.DateTimeFormat>();

/** What the zone is called at an instant, by all who write in Referee's languages, in small letters. */
function namesAt(at: number, timeZone: string): readonly string[] {
  return WRITERS.map((locale) => {
    const parts = formatFor(locale, timeZone).formatToParts(at);
    return parts.find(({ type }) => type === "timeZoneName")?.value.toLowerCase() ?? "";
  });
}

function formatFor(locale: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "short" });
  formats.set(key, made);
  return made;
}
