import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "../src/log.ts";

/** A service manager waits longer before it kills (Docker 10 s, systemd 90 s: their defaults, read 2026-11-29). */
const ALL_MS = 8_000;
/** What is just being opened when the end comes may still be opened, to be closed in order. */
const START_MS = 1_500;

/** What was opened so far, to be closed in the reverse order however far the start came. */
export type Lifetime = {
  /** @param patienceMs how long closing may take before the next is closed; what is left then ends with the process */
  opened(name: string, close: () => Promise<unknown>, patienceMs?: number): void;
  /** Closes everything, each once, within eight seconds in all. Never throws: what could not be closed is logged. */
  end(starting: Promise<unknown>): Promise<void>;
};

export function createLifetime(log: Log): Lifetime {
  const open: Opened[] = [];
  let until: number | null = null;
  const closeAll = async () => {
    until ??= performance.now() + ALL_MS;
    for (let each = open.pop(); each !== undefined; each = open.pop())
      await close(each, until - performance.now(), log);
  };
  return {
    opened: (name, close, patienceMs = ALL_MS) => {
      open.push({ name, close, patienceMs });
    },
    end: async (starting) => {
      await closeAll();
      await within(starting, START_MS);
      await closeAll(); // what was opened meanwhile
    },
  };
}

type Opened = { readonly name: string; readonly close: () => Promise<unknown>; readonly patienceMs: number };

async function close({ name, close, patienceMs }: Opened, leftMs: number, log: Log): Promise<void> {
  const ms = Math.max(0, Math.min(patienceMs, leftMs));
  const end = await within(close(), ms);
  if (end === "late") log.warn("not closed in time", { what: name, ms });
  else if (end !== "done") log.warn("not closed in order", { what: name, error: end.error });
}

async function within(work: Promise<unknown>, ms: number): Promise<"done" | "late" | { readonly error: unknown }> {
  const done = work.then(
    () => "done" as const,
    (error: unknown) => ({ error }),
  );
  return Promise.race([done, pause(ms, "late" as const, { ref: false })]);
}
