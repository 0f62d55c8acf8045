import { type Clock, countSeldom, type Log } from "../../src/index.ts";

/** Why a request was turned away: a kind to count by, the status it gets, and words for the administrator. */
export type Refusal = {
  readonly kind: "unsigned" | "mismatch" | "clock" | "tooLarge" | "unreadable";
  readonly status: 400 | 401 | 413;
  /** Never what was sent. */
  readonly why: string;
};

/**
 * Says that requests were refused, each kind for itself: a wrong signing secret refuses everything and must be seen, also
 * among strangers' attempts.
 */
export function countRefusals(log: Log, now: Clock): (refusal: Refusal) => void {
  const counted = countSeldom(now);
  return ({ kind, status, why }) => {
    const count = counted(kind);
    if (count !== null) log.warn("refused a request to /slack/events", { status, why, count });
  };
}
