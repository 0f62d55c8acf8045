import { z } from "zod";
import type { Secret } from "../secret.ts";
import type { Settings } from "./settings.ts";
import { Guid, isLoopback, oneOf, ServiceAddress, Text } from "./variables.ts";

/** How Referee proves to Microsoft that it is the app. */
export type TeamsCredentials =
  | { readonly type: "password"; readonly password: Secret }
  | { readonly type: "certificate"; readonly thumbprint: string; readonly keyFile: string }
  | { readonly type: "managedIdentity" };

export type TeamsIdentity =
  | {
      readonly type: "app";
      readonly appId: string;
      readonly appType: TeamsAppType;
      readonly tenantId: string;
      readonly credentials: TeamsCredentials;
    }
  /** Nobody is checked. Only ever on loopback, for development. */
  | { readonly type: "unchecked" };

export type TeamsAppType = "SingleTenant" | "UserAssignedMSI" | "MultiTenant";

export type TeamsConfig = {
  /** What speaks to Teams: Microsoft's library, which has ended, or Referee itself by the REST interface. */
  readonly transport: "botbuilder" | "rest";
  readonly identity: TeamsIdentity;
  /** Activities of any other tenant are refused. Never empty, but for an unchecked identity. */
  readonly allowedTenants: readonly string[];
  /** Whether the app was packed with the permission to read the channels of its teams. */
  readonly readsThreads: boolean;
  /** Where the keys of those who may post are published; null for Microsoft's own. */
  readonly openIdMetadataUrl: string | null;
  /** Who signs incoming tokens; null for Microsoft's own. */
  readonly tokenIssuer: string | null;
  /** Where outgoing tokens are fetched; null for Microsoft's own. */
  readonly loginUrl: string | null;
};

const NAMES = ["TEAMS_APP_ID", "TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID", "TEAMS_INSECURE_LOCAL"] as const;

const Tenants = z
  .string()
  .transform((list) => list.split(/[\s,;]+/).filter((tenant) => tenant !== ""))
  .pipe(z.array(Guid));

// Windows shows it with spaces, openssl with colons. Another digest's would be signed as if it were this one's.
const Thumbprint = z
  .string()
  .transform((shown) => shown.replace(/[\s:]/g, ""))
  .pipe(z.string().regex(/^[0-9a-f]{40}$/i, "must be the SHA-1 thumbprint of the certificate, 40 hexadecimal digits"));

/** Null when nothing says that Teams is wanted. */
export function readTeams(settings: Settings, host: string): TeamsConfig | null {
  const identity = readIdentity(settings, host);
  const config = {
    transport: settings.withDefault("TEAMS_TRANSPORT", oneOf("botbuilder", "rest"), "botbuilder"),
    allowedTenants: settings.withDefault(
      "TEAMS_ALLOWED_TENANTS",
      Tenants,
      identity?.type === "app" ? [identity.tenantId] : [],
    ),
    readsThreads: settings.withDefault("TEAMS_READ_THREADS", oneOf("yes", "no"), "no") === "yes",
    openIdMetadataUrl: settings.optional("TEAMS_OPENID_METADATA_URL", ServiceAddress),
    tokenIssuer: settings.optional("TEAMS_TOKEN_ISSUER", Text),
    loginUrl: settings.optional("TEAMS_LOGIN_URL", ServiceAddress),
  };
  return identity === null ? null : { identity, ...config };
}

function readIdentity(settings: Settings, host: string): TeamsIdentity | null {
  const appType = settings.withDefault(
    "TEAMS_APP_TYPE",
    oneOf("SingleTenant", "UserAssignedMSI", "MultiTenant"),
    "SingleTenant",
  );
  const appId = settings.optional("TEAMS_APP_ID", Guid);
  const tenantId = settings.optional("TEAMS_TENANT_ID", Guid);
  const credentials = readCredentials(settings, appType);
  const isUnchecked = settings.optional("TEAMS_INSECURE_LOCAL", z.literal("1", "must be 1 or left out")) !== null;
  if (!settings.isSet(...NAMES)) return null;
  if (appId === null && isUnchecked) return uncheckedOn(settings, host);

  if (appId === null)
    settings.complain(
      "TEAMS_APP_ID",
      "is missing. Without it anybody could speak for anybody. It is the app's id in Entra.",
    );
  if (tenantId === null) settings.complain("TEAMS_TENANT_ID", "is missing. It is your directory's id in Entra.");
  if (credentials === null)
    settings.complain("TEAMS_APP_PASSWORD", "is missing. In Entra, your app: Certificates & secrets, Client secrets.");
  if (appId === null || tenantId === null || credentials === null) return null;
  return { type: "app", appId, appType, tenantId, credentials };
}

function readCredentials(settings: Settings, appType: TeamsAppType): TeamsCredentials | null {
  const password = settings.secret("TEAMS_APP_PASSWORD");
  const thumbprint = settings.optional("TEAMS_CERTIFICATE_THUMBPRINT", Thumbprint);
  const keyFile = settings.optional("TEAMS_CERTIFICATE_KEY_FILE", Text);
  if (appType === "UserAssignedMSI") return { type: "managedIdentity" };
  if (thumbprint !== null && keyFile !== null) return { type: "certificate", thumbprint, keyFile };
  if (thumbprint !== null) settings.complain("TEAMS_CERTIFICATE_KEY_FILE", "is missing. It goes with the thumbprint.");
  if (keyFile !== null) settings.complain("TEAMS_CERTIFICATE_THUMBPRINT", "is missing. It goes with the key file.");
  return password === null ? null : { type: "password", password };
}

function uncheckedOn(settings: Settings, host: string): TeamsIdentity {
  if (!isLoopback(host))
    settings.complain(
      "TEAMS_INSECURE_LOCAL",
      `lets anybody speak for anybody, so HOST must be 127.0.0.1, not "${host}".`,
    );
  return { type: "unchecked" };
}
