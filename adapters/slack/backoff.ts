import { SECOND_MS } from "../../src/index.ts";

const SHORTEST_MS = 250;
const LONGEST_MS = 30 * SECOND_MS;

/** The pause before the next try after so many failures in a row: none, then 250 ms, doubling up to half a minute. */
export function backoffMs(failures: number): number {
  return failures === 0 ? 0 : Math.min(SHORTEST_MS * 2 ** (failures - 1), LONGEST_MS);
}
