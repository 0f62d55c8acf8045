import { z } from "zod";
import { type Clock, type Fetch, MINUTE_MS, type Secret } from "../../../src/index.ts";

/** Gives the token that calls to Teams carry. @throws when it cannot be had */
export type TokenSource = () => Promise<string>;

const Answer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

export type TokenEndpoint = {
  readonly url: string;
  readonly appId: string;
  readonly secret: Secret;
  readonly scope: string;
  readonly now: Clock;
  readonly fetch: Fetch;
};

// A token is fetched anew a little before it ends, so that none ends on the way.
const EARLY_MS = 5 * MINUTE_MS;

const PATIENCE_MS = 4_000;

/** Tokens by client credentials from an endpoint that is not Entra's, such as a local identity server. */
export function tokenEndpoint({ url, appId, secret, scope, now, fetch }: TokenEndpoint): TokenSource {
  let kept: { readonly token: string; readonly untilMs: number } | null = null;
  return async () => {
    if (kept !== null && now() < kept.untilMs) return kept.token;
    const form = { grant_type: "client_credentials", client_id: appId, client_secret: secret.reveal(), scope };
    const response = await fetch(url, {
      method: "POST",
      body: new URLSearchParams(form),
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new Error(`The login at ${new URL(url).host} answered ${response.status}.`);
    const answer = Answer.parse(await response.json());
    kept = { token: answer.access_token, untilMs: now() + answer.expires_in * 1_000 - EARLY_MS };
    return kept.token;
  };
}
