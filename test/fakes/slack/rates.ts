import type { FakeClock } from "./clock.ts";

/** At most `burst` calls at once, refilled with `perMinute`; counted for each channel, or for the workspace. */
export type Rate = { readonly perMinute: number; readonly burst: number; readonly per: "channel" | "workspace" };
export type Rates = Readonly<Record<string, readonly Rate[]>>;

const tier = (perMinute: number): readonly Rate[] => [{ perMinute, burst: perMinute, per: "workspace" }];

/**
 * Slack's rates as it publishes them: a tier is calls a minute; `chat.postMessage` has a rule of its own.
 * @source https://docs.slack.dev/apis/web-api/rate-limits, read 2026-11-22; bursts and the workspace limit are assumed
 */
export const SLACK_RATES: Rates = {
  "chat.postMessage": [
    { perMinute: 60, burst: 3, per: "channel" },
    { perMinute: 300, burst: 60, per: "workspace" },
  ],
  "chat.postEphemeral": tier(100),
  "chat.update": tier(50),
  "chat.delete": tier(50),
  "chat.getPermalink": tier(100),
  "pins.add": tier(20),
  "conversations.history": tier(50),
  "conversations.replies": tier(50),
  "conversations.open": tier(50),
  "conversations.info": tier(50),
  "users.info": tier(100),
  "users.lookupByEmail": tier(50),
  "files.getUploadURLExternal": tier(100),
  "files.completeUploadExternal": tier(100),
  "views.open": tier(100),
  "views.update": tier(100),
  "views.push": tier(100),
  "views.publish": tier(100),
  "auth.test": tier(100),
  "apps.connections.open": tier(1),
};

export type RateLimiter = {
  /** 0 when the call may go on, else the seconds to wait. */ retryAfterS(method: string, channel: string): number;
};

export function createRateLimiter(rates: Rates, clock: FakeClock): RateLimiter {
  const buckets = new Map<string, { tokens: number; at: number }>();

  function bucket(key: string, rate: Rate) {
    const now = clock.now();
    const kept = buckets.get(key) ?? { tokens: rate.burst, at: now };
    const tokens = Math.min(rate.burst, kept.tokens + ((now - kept.at) / 60_000) * rate.perMinute);
    const current = { tokens, at: now };
    buckets.set(key, current);
    return current;
  }

  return {
    retryAfterS(method, channel) {
      const used = (rates[method] ?? []).map((rate) => {
        const key = `${method} ${rate.perMinute} ${rate.per === "channel" ? channel : ""}`;
        return { rate, current: bucket(key, rate) };
      });
      const waits = used.map(({ rate, current }) => ((1 - current.tokens) * 60) / rate.perMinute);
      const longest = Math.max(0, ...waits);
      if (longest > 0) return Math.max(1, Math.ceil(longest));
      for (const { current } of used) current.tokens -= 1;
      return 0;
    },
  };
}
