import type { Adapter } from "../src/adapter.ts";
import type { Outgoing } from "../src/outgoing/outgoing.ts";
import { sayLate } from "../src/work/alarm.ts";
import type { Health } from "../src/work/types.ts";
import type { Record } from "./installation.ts";

/** Longer than this a load balancer does not wait for an answer either. */
const PATIENCE_MS = 1_500;
/** From when on something due is too late for Referee to be called ready. */
const LATE_MS = 60_000;

/** Whoever can say how late the work is. */
type Ticking = { health(): Promise<Health> };

/**
 * What keeps Referee from hearing, recording, answering or keeping the clock right now, in words for an administrator;
 * empty when it is ready.
 */
export async function notReady(
  { web, prefix, rollback }: Pick<Record, "web" | "prefix" | "rollback">,
  adapters: readonly Adapter[],
  work: Ticking | null,
  outgoing: Pick<Outgoing, "troubles"> | null = null,
): Promise<readonly string[]> {
  const silent = [...(outgoing?.troubles() ?? []), ...adapters.filter((each) => !each.ready()).map(sayTrouble)];
  const refusal = await refusedWrite(web, prefix);
  if (refusal !== null) return [refusal, ...silent];
  return [...rollback.findings(), ...silent, ...(work === null ? [] : await late(work))];
}

function sayTrouble({ name, trouble }: Adapter): string {
  const why = trouble?.() ?? null;
  return why === null ? name : `${name} (${why})`;
}

/** Redis may answer and still take nothing: full, a replica, or unable to write its file. */
async function refusedWrite(web: Record["web"], prefix: string): Promise<string | null> {
  try {
    await web.set(`${prefix}ready`, "1", "PX", LATE_MS);
    return null;
  } catch (error) {
    const reply =
      /(?:^-?|Last error: ReplyError: )(OOM|READONLY|MISCONF|NOREPLICAS|LOADING|NOPERM|TRYAGAIN|MOVED|ASK|CLUSTERDOWN)\b/.exec(
        error instanceof Error ? error.message : "",
      );
    return reply === null ? "Redis" : `Redis takes nothing (${reply[1]})`;
  }
}

async function late(work: Ticking): Promise<readonly string[]> {
  const health = work.health().catch(() => null);
  const inTime = await Promise.race([
    health,
    new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null).unref()),
  ]);
  return inTime === null ? ["nobody can tell how late the work is"] : sayLate(inTime, LATE_MS);
}
