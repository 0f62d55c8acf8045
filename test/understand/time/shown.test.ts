import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { DAY_MS, EpochMs, HOUR_MS, instant, later, MINUTE_MS } from "../../../src/clock.ts";
import { zoned } from "../../../src/plant/time/localTime.ts";
import { sayInstant, sayPeriod } from "../../../src/plant/time/sayTime.ts";
import { fold } from "../../../src/understand/text/fold.ts";
import { findTimes } from "../../../src/understand/time/findTimes.ts";

const START = instant("2026-11-23T08:00:00+01:00");
const TWO_YEARS_MS = 731 * DAY_MS;

const zone = fc.constantFrom(
  "Europe/Berlin",
  "Europe/Madrid",
  "Europe/London",
  "America/Chicago",
  "America/New_York",
  "America/Mexico_City",
  "America/Santiago", // summer time begins and ends at midnight
  "America/St_Johns",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Australia/Lord_Howe", // summer time is half an hour
  "Pacific/Chatham",
  "Pacific/Auckland",
  "Africa/Cairo", // its names are OEZ and OESZ in German
  "Atlantic/Canary",
  "Africa/Casablanca",
  "Europe/Dublin",
  "UTC",
);
const language = fc.constantFrom("en" as const, "de" as const, "es" as const);
const now = fc.integer({ min: START, max: START + TWO_YEARS_MS }).map((at) => EpochMs.parse(at));
const ahead = fc.oneof(
  fc.integer({ min: 0, max: 3 * DAY_MS }),
  fc.integer({ min: 0, max: 30 * DAY_MS }),
  fc.integer({ min: 0, max: TWO_YEARS_MS }),
);

/** An instant at most three hours from one at which the zone's clock is set. */
function nearTransition(from: EpochMs, timeZone: string, offMs: number): EpochMs {
  const next = zoned(from, timeZone).getTimeZoneTransition("next");
  return EpochMs.parse(Math.max(from, (next?.epochMilliseconds ?? from) + offMs));
}

const toMinute = (at: number) => at - (at % MINUTE_MS);

/** "2026-11-23T22:00+01:00", to read what went wrong. */
const say = (at: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(toMinute(at)).toZonedDateTimeISO(timeZone).toString();

type Place = { readonly timeZone: string; readonly language: "en" | "de" | "es" };

function readBack(shown: string, place: Place, read: EpochMs) {
  const { at, from, until } = findTimes(fold(shown), { plant: { ...place, shifts: [] }, now: read });
  const told = [at, from, until].map((time) => {
    if (time === null) return null;
    return time.type === "instant" ? say(time.at, place.timeZone) : time;
  });
  return { at: told[0], from: told[1], until: told[2] };
}

function expectInstant(at: EpochMs, place: Place, read: EpochMs, options: { readonly zone?: boolean }): void {
  for (const shown of [
    sayInstant(at, place, { ...options, reference: read }),
    sayInstant(at, place, options),
    sayInstant(at, place, { ...options, reference: later(read, -DAY_MS) }),
  ]) {
    expect({ shown, ...readBack(shown, place, read) }).toEqual({
      shown,
      at: say(at, place.timeZone),
      from: null,
      until: null,
    });
  }
}

function expectPeriod(from: EpochMs, until: EpochMs, place: Place, read: EpochMs): void {
  const shown = sayPeriod(from, until, place, { reference: read });
  const { timeZone } = place;
  expect({ shown, ...readBack(shown, place, read) }).toEqual({
    shown,
    at: null,
    from: say(from, timeZone),
    until: say(until, timeZone),
  });
}

describe("what Referee shows", () => {
  test("is read back as the same instant, in every language and zone", () => {
    fc.assert(
      fc.property(now, ahead, zone, language, fc.boolean(), (read, ms, timeZone, spoken, withZone) => {
        expectInstant(later(read, ms), { timeZone, language: spoken }, read, { zone: withZone });
      }),
      { numRuns: 300 },
    );
  });

  test("is read back where the clock is set forward and back", () => {
    const off = fc.integer({ min: -3 * HOUR_MS, max: 3 * HOUR_MS });
    const early = fc.integer({ min: 0, max: 9 * DAY_MS });
    fc.assert(
      fc.property(now, off, early, zone, language, (from, offMs, earlyMs, timeZone, spoken) => {
        const at = nearTransition(from, timeZone, offMs);
        expectInstant(at, { timeZone, language: spoken }, later(at, -earlyMs), {});
      }),
      {
        numRuns: 300,
        // 23:00 of the day before, by the offset that holds only from this one's on, is now.
        examples: [[START, 0, 86_340_001, "America/Santiago", "en"]],
      },
    );
  });

  test("is read back as the same stretch of time", () => {
    const length = fc.oneof(
      fc.integer({ min: MINUTE_MS, max: 3 * DAY_MS }),
      fc.integer({ min: DAY_MS, max: 12 * DAY_MS }),
      fc.integer({ min: DAY_MS, max: 200 * DAY_MS }),
    );
    fc.assert(
      fc.property(now, ahead, length, zone, language, (read, ms, lengthMs, timeZone, spoken) => {
        const from = later(read, ms);
        expectPeriod(from, later(from, lengthMs), { timeZone, language: spoken }, read);
      }),
      { numRuns: 300 },
    );
  });
});
