import { type Clock, type EpochMs, MINUTE_MS } from "../clock.ts";
import type { Log } from "../log.ts";
import type { WayOutError } from "./wayOutError.ts";

/** A host that is asked no more says nothing about today. */
const COUNTS_FOR_MS = 10 * MINUTE_MS;

/** What keeps requests from getting out, as the last connections showed. */
export type WaysOut = {
  open(host: string): void;
  closed(host: string, why: WayOutError): void;
  /** Each once, in words for an administrator; none while everything gets out. */
  troubles(): readonly string[];
};

/** @param log hears of every change, and of nothing that only goes on */
export function watchWaysOut(now: Clock, log: Log): WaysOut {
  const closed = new Map<string, { readonly why: WayOutError; readonly at: EpochMs }>();

  const troubles = () => {
    const current = [...closed.values()].filter(({ at }) => now() - at < COUNTS_FOR_MS);
    return [...new Set(current.map(({ why }) => why.message))];
  };

  return {
    troubles,
    open(host) {
      if (closed.size === 0) return;
      // A proxy that lets one through is there for all, and knows Referee; which hosts it allows is another matter.
      for (const [each, { why }] of closed)
        if (each === host || why.code === "PROXY_AWAY" || why.message.includes("(407)")) closed.delete(each);
      if (closed.size === 0) log.info("Referee gets out again");
    },
    closed(host, why) {
      if (!troubles().includes(why.message)) log.error("Referee does not get out", { host, why: why.message });
      closed.set(host, { why, at: now() });
    },
  };
}
