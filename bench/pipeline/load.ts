import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { Pool } from "undici";
import type { Loopback } from "./loopback.ts";
import { type Spread, spreadOf } from "./spread.ts";

/** One signed request, and the utterance it must lead to. */
export type Shot = { readonly headers: Record<string, string>; readonly body: string; readonly effect: string };

/** `perSecond`: requests whose utterance had come, over all the time it took; `acceptedPerSecond`: answered. */
export type Ceiling = { readonly perSecond: number; readonly acceptedPerSecond: number };
/** In ms: until the request was answered, and until its utterance was at the platform. */
export type Paced = { readonly answerMs: Spread; readonly pingMs: Spread };

export type Gun = {
  /** As fast as it goes, with so many in flight; resolves when all have led to their utterance. */
  flood(shots: readonly Shot[], inFlight: number): Promise<Ceiling>;
  /** One after the other, each when the utterance of the one before has come. */
  oneByOne(shots: readonly Shot[]): Promise<void>;
  /** So many a second, whether answered or not. */
  paced(shots: readonly Shot[], perSecond: number): Promise<Paced>;
  close(): Promise<void>;
};

const PATIENCE_MS = 60_000;

export function aimAt(url: string, path: string, { arrivals }: Loopback): Gun {
  const pool = new Pool(url, { connections: 64 });

  async function shoot({ headers, body }: Pick<Shot, "headers" | "body">): Promise<void> {
    const response = await pool.request({ method: "POST", path, headers, body });
    await response.body.dump();
    // Where Redis does not answer in time, as on a busy machine; Slack sends it again, too.
    if (response.statusCode === 503) return shoot({ headers, body });
    if (response.statusCode !== 200) throw new Error(`answered ${response.statusCode}`);
  }

  async function allArrived(shots: readonly Shot[]): Promise<void> {
    const giveUpAt = performance.now() + PATIENCE_MS;
    let next = 0;
    while (next < shots.length) {
      const shot = shots[next];
      if (shot === undefined || arrivals.has(shot.effect)) next += 1;
      else if (performance.now() > giveUpAt) throw new Error(`${shot.effect} never came`);
      else await pause(2);
    }
  }

  return {
    async flood(shots, inFlight) {
      const startedAt = performance.now();
      const left = shots.values();
      const worker = async () => {
        for (const shot of left) await shoot(shot);
      };
      await Promise.all(Array.from({ length: inFlight }, worker));
      const acceptedMs = performance.now() - startedAt;
      await allArrived(shots);
      const lastAt = Math.max(...shots.map(({ effect }) => arrivals.get(effect) ?? 0));
      return {
        perSecond: (1_000 * shots.length) / (lastAt - startedAt),
        acceptedPerSecond: (1_000 * shots.length) / acceptedMs,
      };
    },
    async oneByOne(shots) {
      for (const shot of shots) {
        await shoot(shot);
        await allArrived([shot]);
      }
    },
    async paced(shots, perSecond) {
      const sentAt = new Map<string, number>();
      const answers: number[] = [];
      const startedAt = performance.now();
      const underWay: Promise<void>[] = [];
      for (const [i, shot] of shots.entries()) {
        const waitMs = startedAt + (1_000 * i) / perSecond - performance.now();
        if (waitMs > 0) await pause(waitMs);
        const at = performance.now();
        sentAt.set(shot.effect, at);
        underWay.push(shoot(shot).then(() => void answers.push(performance.now() - at)));
      }
      await Promise.all(underWay);
      await allArrived(shots);
      const pings = shots.map(({ effect }) => (arrivals.get(effect) ?? 0) - (sentAt.get(effect) ?? 0));
      return { answerMs: spreadOf(answers), pingMs: spreadOf(pings) };
    },
    close: () => pool.close(),
  };
}
