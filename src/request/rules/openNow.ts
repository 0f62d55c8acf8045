import type { EpochMs } from "../../clock.ts";
import type { RequestState } from "../state.ts";
import { standsOpen } from "./follow.ts";

/** What stands open now: until when; or since when it is past its end, and nobody has shown that it is closed. */
export type OpenNow =
  | { readonly type: "running"; readonly until: EpochMs }
  | { readonly type: "pastEnd"; readonly since: EpochMs };

/**
 * Null for what is not open. The board, homes, lists and the digest all ask this one question, so that none of them calls
 * closed what another calls open.
 */
export function openNow(state: RequestState): OpenNow | null {
  if (state.status !== "open" || state.grant.status === "none" || !standsOpen(state)) return null;
  return state.grant.status === "running"
    ? { type: "running", until: state.grant.until }
    : { type: "pastEnd", since: state.grant.at };
}

/** By what comes first: what should be closed already, then what ends next. */
export function openRank(open: OpenNow): EpochMs {
  return open.type === "running" ? open.until : open.since;
}
