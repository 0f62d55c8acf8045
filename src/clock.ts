import { z } from "zod";

/** An instant: milliseconds since 1970-01-01T00:00Z. */
export const EpochMs = z.int().nonnegative().brand<"EpochMs">();
export type EpochMs = z.infer<typeof EpochMs>;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Tells the time. Pure code never gets one: it receives instants. */
export type Clock = () => EpochMs;

/** The machine's own time, for logs and for checking how old a signature is. Business time comes from Redis. */
export const systemClock: Clock = () => EpochMs.parse(Date.now());

/** The instant `durationMs` after `since`; never before 1970. */
export function later(since: EpochMs, durationMs: number): EpochMs {
  return EpochMs.parse(Math.max(0, Math.round(since + durationMs)));
}

/** The first of several instants; null when there is none. */
export function earliest(instants: readonly (EpochMs | null)[]): EpochMs | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : EpochMs.parse(Math.min(...known));
}

/** The last of several instants; null when there is none. */
export function latest(instants: readonly EpochMs[]): EpochMs | null {
  return instants.length === 0 ? null : EpochMs.parse(Math.max(...instants));
}

/** An instant written as ISO 8601, e.g. `instant("2026-11-23T09:00:00+01:00")`. Throws on anything else. */
export function instant(iso: string): EpochMs {
  return EpochMs.parse(Date.parse(iso));
}
