import { type FSWatcher, watch } from "node:fs";
import type { Log } from "../src/log.ts";

/** What this process tells the one that started it. `scripts/start.mjs` starts it again after that. */
const RESTART = "start me again";
/** Editors write a file in several steps. */
const CALM_MS = 300;

/** Whether somebody stands by who starts Referee again: `npm start` does, a service manager has its own way. */
export function canRestart(): boolean {
  return process.connected === true;
}

/** Ends this process as a power cut would: nothing is finished, nothing is said. */
export function dieAsIfKilled(): void {
  process.send?.(RESTART, () => process.kill(process.pid, "SIGKILL"));
}

/** Starts Referee again, calmly, when a plant or workflow file changes, so that a mistake in it is shown in the browser. */
export function restartOnChange(dirs: readonly string[], log: Log): { close(): void } {
  if (!canRestart()) return { close: () => undefined };
  return onChange(dirs, () => {
    log.info("a file changed, starting again");
    process.send?.(RESTART, () => process.kill(process.pid, "SIGTERM"));
  });
}

/** Calls back once things are calm again after a change below one of the folders. */
export function onChange(dirs: readonly string[], changed: () => void): { close(): void } {
  let timer: NodeJS.Timeout | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, CALM_MS);
  };
  const watchers: readonly FSWatcher[] = dirs.map((dir) =>
    // Kubernetes changes a mounted folder by turning its link "..data" to another one.
    watch(dir, (_, name) => (/\.(ya?ml|ics)$|^\.\.data$/.test(name ?? "") ? later() : undefined)),
  );
  return {
    close: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
