import type { LaneId } from "../../src/store/types.ts";
import { type Claimed, createLanes, type Lanes, type Turn } from "../../src/work/lanes.ts";
import { lookForWork } from "../../src/work/leaseScript.ts";
import { type StoreCorner, useStore } from "./useStore.ts";

export type LanesCorner = StoreCorner & {
  readonly lanes: Lanes;
  /** Looks for work and gives a lane to a worker. The same lease may be tried again, as by a job that runs twice. */
  claim(turn: Turn, lease?: number): Promise<{ readonly lease: number; readonly claimed: Claimed | null }>;
};

const timings = { leaseMs: 5_000, backoffMs: { first: 10, longest: 100 } };

/** Lanes on the real Redis, with workers that are only tokens: each test says what happens to them. */
export function useLanes(): LanesCorner {
  const corner = useStore();
  const { redis, prefix } = corner;
  const lanes = createLanes(redis, prefix, timings);
  const leased = async (lane: LaneId): Promise<number> => {
    const all = (await lookForWork(redis, prefix, timings.leaseMs, 100)).lanes;
    return all.find((each) => each.lane === lane)?.lease ?? 0;
  };
  const claim = async (turn: Turn, again?: number) => {
    const lease = again ?? (await leased(turn.lane));
    return { lease, claimed: await lanes.claim(turn, lease) };
  };
  return { ...corner, lanes, claim };
}
