import { assertNever, type Clock, type Log, SECOND_MS } from "../../src/index.ts";
import { backoffMs } from "./backoff.ts";
import { GREETING_WITHIN_MS, judge } from "./deaf.ts";
import type { SocketLine } from "./socketLine.ts";
import { complainOfToken } from "./tokens.ts";

export type Connection = {
  /** @throws RefereeError `CONFIG_INVALID` if Slack refuses the app token; everything else is tried again behind this call */
  open(): Promise<void>;
  close(): Promise<void>;
  isOpen(): boolean;
  /** Why nothing can be heard now, in words for an administrator; null when it can. */
  trouble(): string | null;
};

export type KeepingOptions = {
  /** Makes a connection that is not dialled yet. @param over to be called when it ended */
  readonly create: (over: () => void) => SocketLine;
  readonly now: Clock;
  readonly log: Log;
  /** How often the connection is looked at, ms. */
  readonly lookEveryMs?: number;
};

const LOOK_EVERY_MS = SECOND_MS;
/** How long a line that says nothing may stand for a sound one while a fresh one is dialled, ms. */
const DEAF_AFTER_MS = 5 * 60 * SECOND_MS;

/** Connects, and connects again: at once when Slack asks for it or is deaf, with growing pauses while it cannot be reached. */
export function keepConnected({ create, now, log, lookEveryMs = LOOK_EVERY_MS }: KeepingOptions): Connection {
  let current: SocketLine | null = null;
  let dialled: SocketLine | null = null;
  let closing = false;
  let failures = 0;
  let why = "not connected yet";
  /** Since when the line has said nothing for too long, and no fresh one was greeted. */
  let staleSince: number | null = null;
  let timer: NodeJS.Timeout | null = null;
  let watch: NodeJS.Timeout | null = null;

  async function connect(): Promise<void> {
    const fresh = create(() => lost(fresh));
    dialled = fresh;
    try {
      await fresh.dial();
      dialled = null;
      greeted(fresh);
    } catch (error) {
      dialled = null;
      fresh.giveUp(new Error("given up"));
      failed(error);
    }
  }

  function greeted(fresh: SocketLine): void {
    const former = current;
    current = fresh;
    failures = 0;
    staleSince = null;
    log.info("connected to Slack by Socket Mode");
    former?.leave().catch((error: unknown) => log.warn("the former connection to Slack was not left", { error }));
    if (fresh.isOver()) lost(fresh);
  }

  function failed(error: unknown): void {
    if (closing) return;
    why = `no connection: ${error instanceof Error ? error.message : String(error)}`;
    complainOfToken(error, "SLACK_APP_TOKEN", "an app-level token with connections:write, xapp-…");
    failures += 1;
    log.warn("no connection to Slack; trying again", { failures, error });
    again();
  }

  function lost(line: SocketLine): void {
    if (line !== current) return;
    current = null;
    why = "the connection ended, connecting again";
    again();
  }

  function again(): void {
    if (closing || timer !== null || dialled !== null) return;
    timer = setTimeout(() => {
      timer = null;
      connect().catch((error: unknown) => log.error("Slack refuses the app token", { error }));
    }, backoffMs(failures));
  }

  function look(): void {
    if (dialled !== null && judge(dialled.signs(), now()) === "ungreeted")
      dialled.giveUp(new Error(`Slack did not greet within ${GREETING_WITHIN_MS / SECOND_MS} s`));
    if (current !== null) judgeCurrent(current);
  }

  /** The old line says nothing, and no fresh one came of it: it is no use to say that all is well. */
  function isDeaf(): boolean {
    return staleSince !== null && now() - staleSince > DEAF_AFTER_MS;
  }

  function judgeCurrent(line: SocketLine): void {
    const verdict = judge(line.signs(), now());
    switch (verdict) {
      case "fine":
        staleSince = null;
        break;
      case "ungreeted":
        break;
      case "stale":
        // Kept until the fresh one is greeted: it may be sound, and only have had nothing to say.
        if (dialled === null && timer === null) log.info("Slack has said nothing for long; connecting anew to be sure");
        staleSince ??= now();
        again();
        break;
      case "silent":
        current = null;
        why = `nothing was heard for ${Math.round((now() - line.signs().signAt) / SECOND_MS)} s, connecting again`;
        log.warn("Slack has gone silent on Socket Mode; connecting again", { why });
        line.giveUp(new Error(why));
        again();
        break;
      default:
        assertNever(verdict, "verdict");
    }
  }

  return {
    async open() {
      watch = setInterval(look, lookEveryMs);
      await connect();
    },
    async close() {
      closing = true;
      if (timer !== null) clearTimeout(timer);
      if (watch !== null) clearInterval(watch);
      dialled?.giveUp(new Error("Referee stops"));
      const last = current;
      current = null;
      await last?.leave();
    },
    isOpen: () => current !== null,
    trouble: () =>
      current === null ? why : isDeaf() ? "nothing was heard for long, and no new connection is let in" : null,
  };
}
