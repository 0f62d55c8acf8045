import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type FetchImplementation,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from "jose";
import { z } from "zod";
import { DAY_MS, type Fetch, MINUTE_MS } from "../../../../src/index.ts";
import { isLoopback } from "../../options.ts";

/** The keys that sign what Teams sends, as they are published now. */
export type PublishedKeys = {
  /** @throws KeysUnavailable when they cannot be had; an error of jose when the token names none of them */
  readonly keyOf: JWTVerifyGetKey;
  /** Whether a key may sign for a channel of the Bot Framework, such as `msteams`. */
  isEndorsed(kid: string | undefined, channel: string): boolean;
};

/** The keys could not be fetched, or are no keys: nothing is known of the token that was to be checked. */
export class KeysUnavailable extends Error {
  override readonly name = "KeysUnavailable";
}

/**
 * Keys are kept for a day, and fetched again for a token that names another, once in `ROLLOVER_MS` at most: anybody may name
 * a key that there is not. botbuilder waits for an hour then, and refuses honest tokens meanwhile.
 * @source OpenIdMetadata of botframework-connector 4.23.3 (a day, an hour), read 2026-11-29
 */
const KEPT_MS = DAY_MS;
const ROLLOVER_MS = MINUTE_MS;

/** @param metadataUrl of the OpenID metadata that says where the keys are: on the same host, or they are not read */
export function publishedKeys(metadataUrl: string, fetch: Fetch, patienceMs: number): PublishedKeys {
  const keys = createRemoteJWKSet(new URL(metadataUrl), {
    cacheMaxAge: KEPT_MS,
    cooldownDuration: ROLLOVER_MS,
    timeoutDuration: patienceMs,
    [customFetch]: fetchKeysBy(fetch),
  });
  return {
    keyOf: async (header, token) => {
      try {
        return await keys(header, token);
      } catch (error) {
        if (error instanceof errors.JWKSNoMatchingKey) throw error;
        throw new KeysUnavailable("The keys of Teams cannot be had", { cause: error });
      }
    },
    isEndorsed: (kid, channel) => kid !== undefined && endorsementsOf(keys.jwks(), kid).includes(channel),
  };
}

const Metadata = z.object({ jwks_uri: z.url({ protocol: /^https?$/ }) });

/** Reads the metadata, then the keys it names. jose keeps the time, follows no redirect and judges the answer. */
function fetchKeysBy(fetch: Fetch): FetchImplementation {
  return async (url, { headers, ...options }) => {
    const asked = { ...options, headers: Object.fromEntries(headers) };
    const response = await fetch(url, asked);
    if (response.status !== 200) return response;
    const { jwks_uri } = Metadata.parse(await response.json());
    if (!isBeside(new URL(jwks_uri), new URL(url))) throw new Error(`The keys are said to be elsewhere: ${jwks_uri}`);
    return fetch(jwks_uri, asked);
  };
}

function isBeside(keys: URL, metadata: URL): boolean {
  return keys.host === metadata.host && (keys.protocol === "https:" || isLoopback(keys.hostname));
}

const Endorsed = z.object({ endorsements: z.array(z.string()) });

function endorsementsOf(published: JSONWebKeySet | undefined, kid: string): readonly string[] {
  const endorsed = Endorsed.safeParse(published?.keys.find((key) => key.kid === kid));
  return endorsed.success ? endorsed.data.endorsements : [];
}
