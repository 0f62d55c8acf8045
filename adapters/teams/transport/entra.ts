import { ConfidentialClientApplication, type INetworkModule, type NetworkRequestOptions } from "@azure/msal-node";
import { z } from "zod";
import { directly, type Fetch } from "../../../src/index.ts";
import type { Credential, TeamsIdentity } from "../options.ts";
import type { TokenSource } from "./credentials.ts";

type EntraCredential = Extract<Credential, { readonly type: "secret" | "certificate" }>;

const LOGIN = "https://login.microsoftonline.com";

/** Where multi-tenant bots of old sign in. */
const MULTI_TENANT = "botframework.com";

/**
 * Tokens from Entra, by Microsoft's own library, over Referee's way out: botframework-connector's credentials would make
 * the library's own, which knows nothing of a proxy.
 */
export function entraTokens(identity: TeamsIdentity, credential: EntraCredential): TokenSource {
  const { appId, appType, tenant, cloud, outgoing = directly() } = identity;
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: appId,
      authority: `${LOGIN}/${appType === "MultiTenant" ? MULTI_TENANT : tenant}`,
      ...proofOf(credential),
    },
    system: { networkClient: networkBy(outgoing.fetch) },
  });
  return async () => {
    const got = await application.acquireTokenByClientCredential({ scopes: [`${cloud.scope}/.default`] });
    return z.object({ accessToken: z.string().min(1) }).parse(got).accessToken;
  };
}

function proofOf(credential: EntraCredential) {
  if (credential.type === "secret") return { clientSecret: credential.secret.reveal() };
  const { thumbprint, privateKey } = credential;
  return { clientCertificate: { thumbprint, privateKey: privateKey.reveal() } };
}

/** How long the library may wait for one answer; whoever wants the token waits less. */
const PATIENCE_MS = 10_000;

function networkBy(fetch: Fetch): INetworkModule {
  const send = async <T>(method: "GET" | "POST", url: string, { headers = {}, body }: NetworkRequestOptions = {}) => {
    const response = await fetch(url, {
      method,
      headers,
      ...(body !== undefined && { body }),
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    // The library judges the answer; it wants to be handed whatever JSON came.
    const Answer = z.custom<T>((value) => typeof value === "object" && value !== null);
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Answer.parse(await response.json()),
    };
  };
  return {
    sendGetRequestAsync: (url, options) => send("GET", url, options),
    sendPostRequestAsync: (url, options) => send("POST", url, options),
  };
}
