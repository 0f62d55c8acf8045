import { type EpochMs, instant, MINUTE_MS } from "../../src/index.ts";
import { type Activity, tenantOf } from "./activity.ts";
import { isLoopback, type TeamsOptions } from "./options.ts";

/** Why an activity with a good token is not taken all the same. */
export type Objection = "channel" | "tenant" | "serviceUrl" | "stale";

// Somebody who pressed a button waits for seconds. An older press is one that was kept and sent again.
const PRESS_VALID_MS = 5 * MINUTE_MS;

/** What the library does not check: whose tenant it is, where answers would go, and whether a press is of this moment. */
export function objectionTo(activity: Activity, options: TeamsOptions, now: EpochMs): Objection | null {
  if (options.appId !== "" && activity.channelId !== "msteams") return "channel";
  if (!mayReach(activity.serviceUrl, options)) return "serviceUrl";
  if (options.appId !== "" && !isKnownTenant(activity, options)) return "tenant";
  return activity.type === "invoke" && ageMs(activity, now) > PRESS_VALID_MS ? "stale" : null;
}

function ageMs({ timestamp }: Activity, now: EpochMs): number {
  return timestamp === undefined ? 0 : Math.abs(now - instant(timestamp));
}

function isKnownTenant(activity: Activity, { tenant, tenants }: TeamsOptions): boolean {
  const from = tenantOf(activity);
  return from !== null && [tenant, ...tenants].includes(from);
}

/** Answers carry Referee's token: they go to hosts that were named beforehand, and unencrypted on this machine only. */
export function mayReach(
  serviceUrl: string,
  { appId, serviceHosts }: Pick<TeamsOptions, "appId" | "serviceHosts">,
): boolean {
  const { protocol, hostname } = new URL(serviceUrl);
  if (appId === "") return isLoopback(hostname);
  return serviceHosts.includes(hostname) && (protocol === "https:" || (protocol === "http:" && isLoopback(hostname)));
}
