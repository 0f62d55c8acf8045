import type { IncomingHttpHeaders } from "node:http";
import bolt from "@slack/bolt";
import { type EpochMs, MINUTE_MS, SECOND_MS, type Secret } from "../../src/index.ts";

/** How old, or how far in the future, a request may be. Slack advises five minutes. */
const WINDOW_MS = 5 * MINUTE_MS;

/**
 * Whether Slack signed this body a moment ago. Bolt compares the signature but looks only at the past: a time stamp in
 * the future passes there, and so would a recorded request for as long as it likes.
 */
export function isGenuine(headers: IncomingHttpHeaders, body: string, signingSecret: Secret, now: EpochMs): boolean {
  const signature = headers["x-slack-signature"];
  const stamp = headers["x-slack-request-timestamp"];
  if (typeof signature !== "string" || typeof stamp !== "string" || !/^\d{1,12}$/.test(stamp)) return false;
  const sentS = Number(stamp);
  if (Math.abs(sentS * SECOND_MS - now) > WINDOW_MS) return false;
  return bolt.isValidSlackRequest({
    signingSecret: signingSecret.reveal(),
    body,
    headers: { "x-slack-signature": signature, "x-slack-request-timestamp": sentS },
    nowMilliseconds: now,
  });
}
