import { setTimeout as pause } from "node:timers/promises";
import { type Adapter, DeliveryError } from "../adapter.ts";
import { type Clock, DAY_MS, type EpochMs, HOUR_MS, later, MINUTE_MS, SECOND_MS } from "../clock.ts";
import type { Log } from "../log.ts";
import { accountOf } from "../plant/person.ts";
import type { Linking } from "./linking.ts";
import type { Plants } from "./plants.ts";

/** Between two people: directories take some fifty questions a minute, and others ask them, too. */
const PAUSE_MS = 1_500;
/** How often it is looked whether the plant has people who were not looked up yet. */
const IDLE_MS = 30 * SECOND_MS;
/** Whom the directory does not know, or whose account could not be theirs, may have one tomorrow. */
const LOOK_AGAIN_MS = DAY_MS;
/** After a directory that did not answer: doubled from one failure to the next. */
const TRY_AGAIN_MS = MINUTE_MS;
const LONGEST_MS = HOUR_MS;

export type LookingUpOptions = {
  readonly plants: Pick<Plants, "all">;
  readonly adapters: readonly Adapter[];
  readonly linking: Linking;
  readonly log: Log;
  /** Of real time. */
  readonly now: Clock;
  /** Waits so long; ends with an error when looking up ends. Default: real time. */
  readonly rest?: (ms: number) => Promise<unknown>;
};

type Person = { readonly adapter: Adapter; readonly email: string };

/**
 * Looks up those whom the plant file knows by an address alone, on each platform on which they have no account, so that they
 * can be mentioned before they ever wrote. Each is linked as somebody is who writes: by the address the directory vouches
 * for. Goes on while Referee runs: the plant gets new people, and a directory may be away or ask to be asked less often.
 * @param signal ends it
 */
export async function lookUpPeople(options: LookingUpOptions, signal: AbortSignal): Promise<void> {
  const adapters = options.adapters.filter((adapter) => adapter.accountWith !== undefined);
  if (adapters.length === 0) return;
  const { now, log, rest = (ms: number) => pause(ms, null, { signal, ref: false }) } = options;
  const notBefore = new Map<string, EpochMs>();
  const closed = new Map<string, Closed>();
  while (!signal.aborted) {
    const wanted = await missing(options.plants, adapters).catch((error: unknown) => {
      log.warn("it cannot be seen who is to be looked up", { error });
      return [];
    });
    const due = wanted.find((person) => isDue(person, notBefore, closed, now()));
    forgetOthers(notBefore, wanted);
    if (due === undefined) {
      await rest(IDLE_MS);
      continue;
    }
    try {
      await lookUp(due, options);
      closed.delete(due.adapter.name);
      notBefore.set(keyOf(due), later(now(), LOOK_AGAIN_MS));
    } catch (error) {
      if (signal.aborted) return;
      const { until, failures } = closedBy(error, closed.get(due.adapter.name), now());
      closed.set(due.adapter.name, { until, failures });
      // Whoever cannot be looked up takes no turn from the others.
      if (failures > 0) notBefore.set(keyOf(due), later(until, IDLE_MS));
      log.warn("a person could not be looked up by their address, and will be later", {
        ...{ adapter: due.adapter.name, error, inMs: until - now() },
      });
    }
    await rest(PAUSE_MS);
  }
}

/** Everybody with an address and without an account on a platform that can be asked. */
async function missing(plants: LookingUpOptions["plants"], adapters: readonly Adapter[]): Promise<readonly Person[]> {
  const people = (await plants.all()).flatMap((plant) => [...plant.people.values()]);
  const found = people.flatMap((person) =>
    adapters.flatMap((adapter) => {
      const { email } = person;
      return email === undefined || accountOf(person, adapter.name) !== null ? [] : [{ adapter, email }];
    }),
  );
  return [...new Map(found.map((person) => [keyOf(person), person])).values()];
}

const keyOf = ({ adapter, email }: Person) => `${adapter.name} ${email.trim().toLowerCase()}`;

/** Until when a directory is not asked, and how often in a row it did not answer. */
type Closed = { readonly until: EpochMs; readonly failures: number };

function isDue(
  person: Person,
  notBefore: ReadonlyMap<string, EpochMs>,
  closed: ReadonlyMap<string, Closed>,
  now: EpochMs,
): boolean {
  return (notBefore.get(keyOf(person)) ?? 0) <= now && (closed.get(person.adapter.name)?.until ?? 0) <= now;
}

function closedBy(error: unknown, before: Closed | undefined, now: EpochMs): Closed {
  if (error instanceof DeliveryError && error.failure.type === "rateLimited")
    return { until: later(now, error.failure.retryAfterMs), failures: 0 };
  const failures = (before?.failures ?? 0) + 1;
  return { until: later(now, Math.min(LONGEST_MS, TRY_AGAIN_MS * 2 ** Math.min(failures - 1, 10))), failures };
}

/** Who was found, or left the plant, need not be remembered; who comes back is looked up at once. */
function forgetOthers(notBefore: Map<string, EpochMs>, wanted: readonly Person[]): void {
  const keys = new Set(wanted.map(keyOf));
  for (const key of notBefore.keys()) if (!keys.has(key)) notBefore.delete(key);
}

/** Who is not found now is linked when they write, or on another day. */
async function lookUp({ adapter, email }: Person, { linking, log, now }: LookingUpOptions): Promise<void> {
  const account = (await adapter.accountWith?.(email)) ?? null;
  if (account !== null) await linking.meet({ id: `directory:${account}:${now()}`, account });
  else log.info("nobody on a platform has the address of a person of the plant", { adapter: adapter.name });
}
