import type { Adapter } from "../../src/adapter.ts";
import type { MetricsConfig } from "../../src/config/metrics.ts";
import type { Log } from "../../src/log.ts";
import type { Counted } from "../../src/referee/counted.ts";
import type { Mount } from "../httpServer.ts";
import type { Counting } from "../installation.ts";
import { countOn } from "./count.ts";
import { type Looked, lookAtInstallation } from "./installation.ts";
import { createMeters } from "./meters.ts";
import { metricsMount } from "./mount.ts";
import { watchedAdapter } from "./watchedAdapter.ts";

/** Everything that is counted while Referee runs, and where it is told. */
export type Watch = {
  readonly counting: Counting;
  readonly count: (counted: readonly Counted[]) => void;
  readonly adapter: (adapter: Adapter) => Adapter;
  readonly mounts: (looked: Looked, log: Log) => readonly Mount[];
};

/** Nobody counts. */
const UNWATCHED: Watch = { counting: {}, count: () => undefined, adapter: (adapter) => adapter, mounts: () => [] };

/** @param config null: nothing is counted */
export function openWatch(config: MetricsConfig | null): Watch {
  if (config === null) return UNWATCHED;
  const meters = createMeters();
  return {
    counting: { onAppended: () => meters.appends.inc(), onConflict: () => meters.conflicts.inc() },
    count: countOn(meters),
    adapter: (adapter) => watchedAdapter(adapter, meters),
    mounts: (looked, log) => [metricsMount(meters, config.token, () => lookAtInstallation(meters, looked), log)],
  };
}
