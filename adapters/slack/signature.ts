import type { IncomingHttpHeaders } from "node:http";
import bolt from "@slack/bolt";
import { type EpochMs, MINUTE_MS, SECOND_MS, type Secret } from "../../src/index.ts";
import type { Refusal } from "./refusals.ts";

/** How old, or how far in the future, a request may be. Slack advises five minutes. */
const WINDOW_MS = 5 * MINUTE_MS;

const UNSIGNED: Refusal = {
  kind: "unsigned",
  status: 401,
  why: "it has no signature; a proxy in between must pass on the X-Slack headers",
};
const MISMATCH: Refusal = {
  kind: "mismatch",
  status: 401,
  why: "its signature does not match: is SLACK_SIGNING_SECRET this app's, and does no proxy change the body?",
};

/**
 * Why this body is not one that Slack signed a moment ago, or null when it is. The signature covers the time stamp, so
 * what is said about the clock is said of a true one. Bolt compares the signature but looks only at the past: a time stamp
 * in the future passes there, and so would a recorded request for as long as it likes.
 */
export function objectionTo(
  headers: IncomingHttpHeaders,
  body: string,
  signingSecret: Secret,
  now: EpochMs,
): Refusal | null {
  const signature = headers["x-slack-signature"];
  const stamp = headers["x-slack-request-timestamp"];
  if (typeof signature !== "string" || signature === "") return UNSIGNED;
  if (typeof stamp !== "string" || !/^\d{1,12}$/.test(stamp)) return UNSIGNED;
  const sentS = Number(stamp);
  const isSigned = bolt.isValidSlackRequest({
    signingSecret: signingSecret.reveal(),
    body,
    headers: { "x-slack-signature": signature, "x-slack-request-timestamp": sentS },
    nowMilliseconds: sentS * SECOND_MS,
  });
  return isSigned ? objectionToTime(sentS * SECOND_MS - now) : MISMATCH;
}

function objectionToTime(aheadMs: number): Refusal | null {
  if (Math.abs(aheadMs) <= WINDOW_MS) return null;
  const offS = Math.round(Math.abs(aheadMs) / SECOND_MS);
  const side = aheadMs > 0 ? "ahead of" : "behind";
  return {
    kind: "clock",
    status: 401,
    why: `its time stamp is ${offS} s ${side} this machine's clock: check that clock`,
  };
}
