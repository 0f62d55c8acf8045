import { isIPv4 } from "node:net";
import { z } from "zod";
import {
  type Clock,
  type Given,
  type Log,
  type Outgoing,
  type Overhears,
  type Pacing,
  RefereeError,
  SECOND_MS,
  type Secret,
} from "../../src/index.ts";
import type { References } from "./reference.ts";
import type { TransportName } from "./transport/names.ts";

/** How Referee proves to Teams who it is. */
export type Credential =
  | { readonly type: "secret"; readonly secret: Secret }
  | { readonly type: "certificate"; readonly thumbprint: string; readonly privateKey: Secret }
  | { readonly type: "managedIdentity" }
  /** Tokens by client credentials from this address instead of Entra's. */
  | { readonly type: "tokenEndpoint"; readonly url: string; readonly secret: Secret };

/** Who signs what Teams sends, and where Referee signs in. */
export type Cloud = {
  readonly issuer: string;
  readonly openIdMetadataUrl: string;
  readonly loginUrl: string;
  /** What tokens for calls to Teams are asked for. */
  readonly scope: string;
};

/** The app as Azure knows it. */
export type TeamsIdentity = {
  /** Empty only for development on this machine: then nothing proves who speaks. */
  readonly appId: string;
  /** Where the app itself is registered. Microsoft makes no new multi-tenant bots since 31 July 2025. */
  readonly appType: "SingleTenant" | "UserAssignedMsi" | "MultiTenant";
  readonly tenant: string;
  readonly credential: Credential | null;
  readonly cloud: Cloud;
  readonly now: Clock;
  readonly log: Log;
  /** Default: directly. */
  readonly outgoing?: Outgoing;
  /** Longest wait for one call to Teams, and for one to the login, ms. Default: `PATIENCE_MS`. */
  readonly patienceMs?: number;
};

/** Lanes count on an answer within five seconds. */
export const PATIENCE_MS = 4 * SECOND_MS;

export type TeamsOptions = TeamsIdentity & {
  /** What speaks to Teams. Default: `botbuilder`. */
  readonly transport?: TransportName;
  /** Tenants whose people may speak to Referee; the app's own is always one of them. */
  readonly tenants: readonly string[];
  /** Hosts a connector may listen on. Others are not spoken to, whatever an activity says. */
  readonly serviceHosts: readonly string[];
  /** The address `/api/messages` is reached at, and the port; null when another server calls `listener`. */
  readonly host: string;
  readonly port: number | null;
  /** Allows to run without an app id, on a loopback address only. */
  readonly development: boolean;
  readonly references: References;
  readonly given: Given;
  /** Whether its teams let the app read their channels (`ChannelMessage.Read.Group`). Default: false. */
  readonly readsThreads?: boolean;
  /** Default: nowhere. */
  readonly overhears?: Overhears;
  /** Default: `TEAMS_PACING`. */
  readonly pacing?: Pacing;
};

/**
 * Microsoft's public cloud. The closed ones (GCC High, DoD, 21Vianet) have other addresses, and botframework-connector signs
 * certificates in at the public address even there: they are not supported.
 * @source AuthenticationConstants of botframework-connector 4.23.3, read 2026-11-22
 */
export const PUBLIC_CLOUD: Cloud = {
  issuer: "https://api.botframework.com",
  openIdMetadataUrl: "https://login.botframework.com/v1/.well-known/openidconfiguration",
  loginUrl: "https://login.microsoftonline.com/botframework.com",
  scope: "https://api.botframework.com",
};

/**
 * Where the connector of Teams listens, worldwide and for GCC, which signs in at the public cloud.
 * @source https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages, read
 *   2026-11-22 in a stored copy; the first is on every activity
 */
export const SERVICE_HOSTS = ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"] as const;

/**
 * Microsoft's hosts; those of this machine too when the identity server stands on it. Another address of one's own for
 * the keys, such as a proxy's, says nothing about where connectors are.
 */
export function serviceHostsFor(openIdMetadataUrl: string | null): readonly string[] {
  const isLocal = openIdMetadataUrl !== null && isLoopback(new URL(openIdMetadataUrl).hostname);
  return isLocal ? [...SERVICE_HOSTS, "127.0.0.1", "localhost"] : SERVICE_HOSTS;
}

/** @throws RefereeError `CONFIG_INVALID`, naming everything that has to be mended */
export function checkOptions(options: TeamsOptions): void {
  const problems = options.appId === "" ? anonymousProblems(options) : namedProblems(options);
  if (problems.length === 0) return;
  const lines = problems.map((problem) => `  ${problem}`).join("\n");
  throw new RefereeError("CONFIG_INVALID", `Referee does not start on Teams like this:\n${lines}`);
}

function anonymousProblems({ development, host }: TeamsOptions): readonly string[] {
  if (!development) return ["the app id is missing: without it anybody could speak in anybody's name"];
  return isLoopback(host) ? [] : [`without an app id it listens on a loopback address only, not on ${host}`];
}

function namedProblems({ appId, appType, tenant, credential, port }: TeamsOptions): readonly string[] {
  const checks: readonly (readonly [boolean, string])[] = [
    [z.guid().safeParse(appId).success, `the app id is a GUID, not "${appId}"`],
    [appType === "MultiTenant" || tenant !== "", "the tenant id is missing: the app is known in its own tenant only"],
    [credential !== null, "a credential is missing: a secret, a certificate or a managed identity"],
    [
      (appType === "UserAssignedMsi") === (credential?.type === "managedIdentity"),
      "a managed identity goes with the app type UserAssignedMsi, and only with it",
    ],
    [port === null || (Number.isInteger(port) && port >= 0 && port <= 65_535), `the port is 0 to 65535, not ${port}`],
  ];
  return checks.flatMap(([holds, problem]) => (holds ? [] : [problem]));
}

/** Whether an address can only be reached from this machine. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "").replace(/^::ffff:/, "");
  return bare === "localhost" || bare === "::1" || (isIPv4(bare) && bare.startsWith("127."));
}
