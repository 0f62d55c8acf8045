import type { EpochMs } from "../../clock.ts";
import { closingSteps } from "../../workflow/requestType.ts";
import { isSettled, type RequestState } from "../state.ts";
import { standsOpen } from "./follow.ts";

/**
 * What stands open now: until when; or since when it is past its end, and whether whoever closes it has reported so and
 * somebody has still to confirm it.
 */
export type OpenNow =
  | { readonly type: "running"; readonly until: EpochMs }
  | { readonly type: "pastEnd"; readonly since: EpochMs; readonly isReported: boolean };

/**
 * Null for what is not open. The board, homes, lists and the digest all ask this one question, so that none of them calls
 * closed what another calls open.
 */
export function openNow(state: RequestState): OpenNow | null {
  if (state.status !== "open" || state.grant.status === "none" || !standsOpen(state)) return null;
  if (state.grant.status === "running") return { type: "running", until: state.grant.until };
  const isReported = closingSteps(state.rules).some(({ id }) => isSettled(state.steps.get(id)));
  return { type: "pastEnd", since: state.grant.at, isReported };
}

/** By what comes first: what should be closed already, then what ends next. */
export function openRank(open: OpenNow): EpochMs {
  return open.type === "running" ? open.until : open.since;
}
