import { type Clock, type EpochMs, type Log, MINUTE_MS } from "../../src/index.ts";

/** Between two lines about one kind. */
const QUIET_MS = 10 * MINUTE_MS;

/** Why a request was turned away: a kind to count by, the status it gets, and words for the administrator. */
export type Refusal = {
  readonly kind: "unsigned" | "mismatch" | "clock" | "tooLarge" | "unreadable";
  readonly status: 400 | 401 | 413;
  /** Never what was sent. */
  readonly why: string;
};

type Told = { readonly at: EpochMs | null; readonly untold: number };

/**
 * Says that requests were refused: the first of a kind at once, then with how many there were since. A wrong signing
 * secret refuses everything and must be seen, also among strangers' attempts; but anybody may post, and must not fill the
 * log.
 */
export function countRefusals(log: Log, now: Clock): (refusal: Refusal) => void {
  const kinds = new Map<Refusal["kind"], Told>();
  return ({ kind, status, why }) => {
    const { at, untold } = kinds.get(kind) ?? { at: null, untold: 0 };
    const count = untold + 1;
    if (at !== null && now() - at < QUIET_MS) {
      kinds.set(kind, { at, untold: count });
      return;
    }
    log.warn("refused a request to /slack/events", { status, why, count });
    kinds.set(kind, { at: now(), untold: 0 });
  };
}
