import { has, isWorkflow, type Label } from "./labels.ts";
import type { Reading } from "./reading.ts";

type Judged = Pick<Reading, "addressedIntent" | "candidates" | "isSure" | "parts">;

/**
 * What whoever addressed Referee sees, best first: what is drafted, or answered at once with the other readings behind the
 * answer; else the readings on the buttons. Empty where nothing is asked.
 */
export function shownOf({ addressedIntent, candidates, isSure, parts }: Judged): readonly Label[] {
  if (parts.length > 0) return [...new Set(parts.map(({ intent }) => intent))];
  if (addressedIntent === "none") return [];
  if (!isSure || !isWorkflow(addressedIntent)) return readingsOf({ addressedIntent, candidates });
  // A call for help stands beside whatever else is drafted.
  const calls = candidates.map(({ label }) => label).filter((label) => has(label, "calls"));
  return [...new Set<Label>([addressedIntent, ...calls])];
}

/** The readings to choose from, best first. "Not a request" is a button of its own. */
export function readingsOf({ addressedIntent, candidates }: Pick<Judged, "addressedIntent" | "candidates">) {
  const labels: readonly Label[] = [addressedIntent, ...candidates.map(({ label }) => label)];
  return [...new Set(labels)].filter((label) => label !== "none").slice(0, MOST_READINGS);
}

/** More buttons than these are not read. */
export const MOST_READINGS = 4;
