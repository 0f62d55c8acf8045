import { performance } from "node:perf_hooks";
import { type Adapter, DeliveryError, type Inbound, type Receive } from "../../src/adapter.ts";
import { SECOND_MS } from "../../src/clock.ts";
import type { Meters } from "./meters.ts";

const WHAT = {
  said: "message",
  edited: "change",
  deleted: "change",
  pressed: "press",
  submitted: "form",
} as const satisfies Record<Inbound["type"], string>;

/** The same adapter, with what it hears and says counted. */
export function watchedAdapter(adapter: Adapter, meters: Meters): Adapter {
  const { name } = adapter;
  const saying = <T>(method: "post" | "update", say: () => Promise<T>) => counted(meters, name, method, say);
  return {
    ...adapter,
    start: (receive, ...rest) => adapter.start(hearing(meters, name, receive), ...rest),
    post: async (spot, message, effect) => {
      const posted = await saying("post", () => adapter.post(spot, message, effect));
      if (message.mention.length > 0) meters.pings.inc({ platform: name });
      return posted;
    },
    update: (posted, message) => saying("update", () => adapter.update(posted, message)),
  };
}

function hearing(meters: Meters, platform: string, receive: Receive): Receive {
  return async (inbound, locale) => {
    const what = WHAT[inbound.type];
    const since = performance.now();
    try {
      const answer = await receive(inbound, locale);
      meters.heard.inc({ platform, what, outcome: "answered" });
      meters.answer.observe({ platform, what }, (performance.now() - since) / SECOND_MS);
      return answer;
    } catch (error) {
      meters.heard.inc({ platform, what, outcome: "failed" });
      throw error;
    }
  };
}

async function counted<T>(
  meters: Meters,
  platform: string,
  method: "post" | "update",
  say: () => Promise<T>,
): Promise<T> {
  const since = performance.now();
  try {
    const said = await say();
    meters.sends.inc({ platform, method, outcome: "said" });
    meters.sendTime.observe({ platform, method }, (performance.now() - since) / SECOND_MS);
    return said;
  } catch (error) {
    const failure = error instanceof DeliveryError ? error.failure : null;
    meters.sends.inc({ platform, method, outcome: failure?.type ?? "failed" });
    if (failure?.type === "rateLimited") {
      meters.rateLimits.inc({ platform, method });
      meters.rateLimitWait.inc({ platform, method }, failure.retryAfterMs / SECOND_MS);
    }
    throw error;
  }
}
