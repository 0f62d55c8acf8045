import { ConfidentialClientApplication, ManagedIdentityApplication, type NodeAuthOptions } from "@azure/msal-node";
import type { Fetch } from "../../../src/index.ts";
import { type Credential, PATIENCE_MS, type TeamsIdentity } from "../options.ts";
import type { TokenSource } from "./credentials.ts";
import { loginNetwork } from "./loginNetwork.ts";

export type EntraCredential = Exclude<Credential, { readonly type: "tokenEndpoint" }>;

/**
 * Tokens from Entra by MSAL: it keeps them, renews them before they end, signs with the certificate, and asks no sooner
 * again than `Retry-After` says.
 */
export function entraTokens(identity: TeamsIdentity, credential: EntraCredential, fetch: Fetch): TokenSource {
  const { appId, cloud, patienceMs = PATIENCE_MS } = identity;
  if (credential.type === "managedIdentity") {
    const system = { networkClient: loginNetwork(fetch, patienceMs, null), disableInternalRetries: true };
    const managedIdentityIdParams = { userAssignedClientId: appId };
    const machine = new ManagedIdentityApplication({ managedIdentityIdParams, system });
    return async () => tokenIn(await machine.acquireToken({ resource: cloud.scope }));
  }
  const system = { networkClient: loginNetwork(fetch, patienceMs, new URL(cloud.loginUrl).host) };
  const auth = { clientId: appId, authority: authorityOf(identity), ...proofOf(credential) };
  const app = new ConfidentialClientApplication({ auth, system });
  return async () => tokenIn(await app.acquireTokenByClientCredential({ scopes: [`${cloud.scope}/.default`] }));
}

/** An app of one tenant signs in there; the others where Microsoft registered the Bot Framework. */
function authorityOf({ appType, tenant, cloud }: TeamsIdentity): string {
  return appType === "MultiTenant" ? cloud.loginUrl : new URL(`/${tenant}`, cloud.loginUrl).href;
}

function proofOf(
  credential: Exclude<EntraCredential, { readonly type: "managedIdentity" }>,
): Pick<NodeAuthOptions, "clientSecret" | "clientCertificate"> {
  if (credential.type === "secret") return { clientSecret: credential.secret.reveal() };
  const { thumbprint, privateKey } = credential;
  return { clientCertificate: { thumbprint, privateKey: privateKey.reveal() } };
}

function tokenIn(result: { readonly accessToken: string } | null): string {
  if (result === null || result.accessToken === "") throw new Error("Entra answered without a token.");
  return result.accessToken;
}
