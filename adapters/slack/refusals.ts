import { type Clock, countSeldom, type Log } from "../../src/index.ts";
import { whenceIs } from "./whence.ts";

/** Why a request was turned away: a kind to count by, the status it gets, and words for the administrator. */
export type Refusal = {
  readonly kind: "unsigned" | "mismatch" | "clock" | "tooLarge" | "unreadable" | "notInstalled";
  readonly status: 400 | 401 | 403 | 413;
  /** Never what was sent. */
  readonly why: string;
  /** Of a delivery that Slack signed: the workspaces and organisations it names. */
  readonly from?: string;
};

/** @param body that Slack signed */
export function notInstalled(body: unknown): Refusal {
  const from = whenceIs(body)
    .installed.map((id) => id.slice(0, 20))
    .join(", ");
  return {
    kind: "notInstalled",
    status: 403,
    why: "it comes from a workspace in which Referee is not installed",
    from,
  };
}

/**
 * Says that requests were refused, each kind for itself: a wrong signing secret refuses everything and must be seen, also
 * among strangers' attempts.
 */
export function countRefusals(
  log: Log,
  now: Clock,
  fact = "refused a request to /slack/events",
): (refusal: Refusal) => void {
  const counted = countSeldom(now);
  return ({ kind, status, why, from }) => {
    const count = counted(from === undefined ? kind : `${kind} ${from}`);
    if (count !== null) log.warn(fact, { status, why, count, ...(from !== undefined && { from }) });
  };
}
