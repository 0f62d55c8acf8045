import { type Clock, type Log, RefereeError, type Secret } from "../../src/index.ts";
import { type Credential, isLoopback, PUBLIC_CLOUD, SERVICE_HOSTS, type TeamsOptions } from "./options.ts";
import type { References } from "./reference.ts";

/** What an administrator set, as read from the environment. Null stands for Microsoft's own. */
export type TeamsSettings = {
  readonly identity:
    | {
        readonly type: "app";
        readonly appId: string;
        readonly appType: TeamsOptions["appType"];
        readonly tenantId: string;
        readonly credentials:
          | { readonly type: "password"; readonly password: Secret }
          | { readonly type: "certificate"; readonly thumbprint: string; readonly keyFile: string }
          | { readonly type: "managedIdentity" };
      }
    | { readonly type: "unchecked" };
  readonly allowedTenants: readonly string[];
  readonly openIdMetadataUrl: string | null;
  readonly tokenIssuer: string | null;
  readonly loginUrl: string | null;
};

export type TeamsSurroundings = {
  readonly host: string;
  readonly port: number | null;
  readonly references: References;
  readonly now: Clock;
  readonly log: Log;
  /** Reads the private key of a certificate. */
  readonly readKey: (file: string) => Promise<Secret>;
};

/** The adapter's options for what an administrator set. @throws RefereeError `CONFIG_INVALID` */
export async function teamsOptions(
  settings: TeamsSettings,
  { readKey, ...around }: TeamsSurroundings,
): Promise<TeamsOptions> {
  const { identity, allowedTenants, openIdMetadataUrl, tokenIssuer, loginUrl } = settings;
  const cloud = {
    ...PUBLIC_CLOUD,
    issuer: tokenIssuer ?? PUBLIC_CLOUD.issuer,
    openIdMetadataUrl: openIdMetadataUrl ?? PUBLIC_CLOUD.openIdMetadataUrl,
  };
  const common = { ...around, cloud, tenants: allowedTenants, serviceHosts: serviceHosts(openIdMetadataUrl) };
  if (identity.type === "unchecked") {
    return { ...common, appId: "", appType: "SingleTenant", tenant: "", credential: null, development: true };
  }
  const { appId, appType, tenantId: tenant, credentials } = identity;
  const credential = await credentialOf(credentials, loginUrl, readKey);
  return { ...common, appId, appType, tenant, credential, development: false };
}

type Credentials = Extract<TeamsSettings["identity"], { readonly type: "app" }>["credentials"];

async function credentialOf(
  credentials: Credentials,
  loginUrl: string | null,
  readKey: TeamsSurroundings["readKey"],
): Promise<Credential> {
  switch (credentials.type) {
    case "managedIdentity":
      return credentials;
    case "certificate":
      if (loginUrl !== null)
        throw new RefereeError("CONFIG_INVALID", "TEAMS_LOGIN_URL goes with TEAMS_APP_PASSWORD only.");
      return {
        type: "certificate",
        thumbprint: credentials.thumbprint,
        privateKey: await readKey(credentials.keyFile),
      };
    default: {
      const { password: secret } = credentials;
      return loginUrl === null ? { type: "secret", secret } : { type: "tokenEndpoint", url: loginUrl, secret };
    }
  }
}

/** Whoever trusts keys published on this machine trusts connectors on it. */
function serviceHosts(openIdMetadataUrl: string | null): readonly string[] {
  const isLocal = openIdMetadataUrl !== null && isLoopback(new URL(openIdMetadataUrl).hostname);
  return isLocal ? [...SERVICE_HOSTS, "127.0.0.1", "localhost", "[::1]"] : SERVICE_HOSTS;
}
