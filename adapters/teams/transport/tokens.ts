import type { Fetch } from "../../../src/index.ts";
import type { TeamsIdentity } from "../options.ts";
import { type TokenSource, tokenEndpoint } from "./credentials.ts";

/** Where the tokens for calls to Teams come from; null for development without an app. */
export function tokensFor(identity: TeamsIdentity, fetch: Fetch): TokenSource | null {
  const { appId, credential, cloud, now } = identity;
  if (appId === "" || credential === null) return null;
  if (credential.type === "tokenEndpoint") {
    const { url, secret } = credential;
    return tokenEndpoint({ url, secret, appId, scope: `${cloud.scope}/.default`, now, fetch });
  }
  let entra: Promise<TokenSource> | null = null;
  return async () => {
    // MSAL is loaded where somebody signs in with it.
    entra ??= import("./entra.ts").then(({ entraTokens }) => entraTokens(identity, credential, fetch));
    return (await entra)();
  };
}
