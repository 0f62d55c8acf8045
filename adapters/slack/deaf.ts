import { type EpochMs, MINUTE_MS, SECOND_MS } from "../../src/index.ts";

/** What a connection of Socket Mode has shown of itself so far. */
export type Signs = {
  /** When it was dialled. */
  readonly dialledAt: EpochMs;
  /** When Slack greeted; null until then, and nothing is delivered before. */
  readonly greetedAt: EpochMs | null;
  /** When anything at all came last, be it the answer to a ping. */
  readonly signAt: EpochMs;
  /** When Slack said something last: a greeting or a delivery, no ping. */
  readonly wordAt: EpochMs;
};

/**
 * `ungreeted` and `silent` are deaf for certain. `stale` may be: its pings are answered, by whomever, and no word has come
 * for longer than is usual even at night.
 */
export type Verdict = "fine" | "ungreeted" | "silent" | "stale";

/** Slack greets within a second; a bad line takes its time. */
export const GREETING_WITHIN_MS = 20 * SECOND_MS;

/**
 * Referee pings every ten seconds, so three pings went unanswered. The library's own five seconds end good connections,
 * hundreds a day on a slow line.
 * @source https://github.com/slackapi/bolt-js/issues/2496, https://github.com/openclaw/openclaw/issues/74590, read 2026-11-29
 */
export const SILENT_FOR_MS = 30 * SECOND_MS;

/**
 * Some connections answer pings and deliver nothing. A fresh one costs a call to Slack, and the old one is kept until then.
 * @source https://github.com/slackapi/bolt-python/issues/1529, read 2026-11-29 by others
 */
export const STALE_AFTER_MS = 30 * MINUTE_MS;

export function judge({ dialledAt, greetedAt, signAt, wordAt }: Signs, now: EpochMs): Verdict {
  if (greetedAt === null) return now - dialledAt >= GREETING_WITHIN_MS ? "ungreeted" : "fine";
  if (now - signAt >= SILENT_FOR_MS) return "silent";
  return now - wordAt >= STALE_AFTER_MS ? "stale" : "fine";
}
