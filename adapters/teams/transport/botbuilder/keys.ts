import { createPublicKey } from "node:crypto";
import { JwtTokenExtractor } from "botframework-connector/lib/auth/jwtTokenExtractor.js";
import { type IOpenIdMetadataKey, OpenIdMetadata } from "botframework-connector/lib/auth/openIdMetadata.js";
import { z } from "zod";
import { type Clock, DAY_MS, type EpochMs, type Fetch, HOUR_MS } from "../../../../src/index.ts";
import { PATIENCE_MS, type TeamsIdentity } from "../../options.ts";

const Metadata = z.object({ jwks_uri: z.url() });

const Key = z.object({
  kid: z.string(),
  kty: z.literal("RSA"),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).optional(),
});
type Key = z.infer<typeof Key>;

const Keys = z.object({ keys: z.array(z.unknown()) }).transform(({ keys }) =>
  keys.flatMap((each) => {
    const key = Key.safeParse(each);
    return key.success ? [key.data] : [];
  }),
);

/** The library keeps the keys of each address here, for all its checks. */
const Cache = z.instanceof(Map);

/**
 * Has the library look the keys of those who may speak to Referee up by Referee's way out, and give up in time. Its own
 * look-up knows proxies without passwords, and none of NO_PROXY.
 * @source botframework-connector 4.23.3, read 2026-11-29: nothing it offers replaces the look-up, and nobody maintains it
 */
export function fetchKeysBy({ cloud, patienceMs = PATIENCE_MS, now }: TeamsIdentity, fetch: Fetch): void {
  const address = cloud.openIdMetadataUrl;
  const keys = new FetchedKeys({ address, fetch, patienceMs, now });
  Cache.parse(Reflect.get(JwtTokenExtractor, "openIdMetadataCache")).set(address, keys);
}

type Source = {
  readonly address: string;
  readonly fetch: Fetch;
  readonly patienceMs: number;
  readonly now: Clock;
};

/** Keys are kept for a day, and looked up again for one that is not among them at most once an hour: the library's rules. */
class FetchedKeys extends OpenIdMetadata {
  readonly #source: Source;
  #kept: { readonly keys: readonly Key[]; readonly at: EpochMs } | null = null;

  constructor(source: Source) {
    super(source.address);
    this.#source = source;
  }

  override async getKey(keyId: string): Promise<IOpenIdMetadataKey | null> {
    const ageMs = this.#kept === null ? DAY_MS : this.#source.now() - this.#kept.at;
    if (ageMs >= DAY_MS || (this.#find(keyId) === null && ageMs >= HOUR_MS)) await this.#refresh();
    return this.#find(keyId);
  }

  async #refresh(): Promise<void> {
    const { address, now } = this.#source;
    const { jwks_uri } = Metadata.parse(await this.#read(address));
    this.#kept = { keys: Keys.parse(await this.#read(jwks_uri)), at: now() };
  }

  async #read(url: string): Promise<unknown> {
    const { fetch, patienceMs } = this.#source;
    const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
    if (!response.ok) throw new Error(`The keys at ${new URL(url).host} were answered with ${response.status}.`);
    return response.json();
  }

  #find(keyId: string): IOpenIdMetadataKey | null {
    const key = this.#kept?.keys.find(({ kid }) => kid === keyId);
    if (key === undefined) return null;
    const { kty, n, e, endorsements = [] } = key;
    const pem = createPublicKey({ key: { kty, n, e }, format: "jwk" }).export({ type: "spki", format: "pem" });
    return { key: String(pem), endorsements };
  }
}
