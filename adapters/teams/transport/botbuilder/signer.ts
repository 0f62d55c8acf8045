import { type ServiceClientCredentials, ServiceClientCredentialsFactory } from "botframework-connector";
import type { Fetch } from "../../../../src/index.ts";
import type { TeamsIdentity } from "../../options.ts";
import type { TokenSource } from "../credentials.ts";
import type { Guard } from "../guard.ts";
import { tokensFor } from "../tokens.ts";

/** Signs calls to Teams for the library, and can be asked for a token before there is a call to sign. */
export type Signer = {
  readonly factory: ServiceClientCredentialsFactory;
  /** @throws DeliveryError `unavailable` when Referee cannot sign in */
  signIn(): Promise<void>;
};

/**
 * How calls to Teams are signed: with Referee's own tokens, since the library's credentials know nothing of a proxy. Where
 * signing fails, nothing was said.
 */
export function signerFor(identity: TeamsIdentity, fetch: Fetch, guard: Guard): Signer {
  const tokens = tokensFor(identity, fetch);
  if (tokens === null) return { factory: new NoSigner(), signIn: async () => undefined };
  const guarded: TokenSource = () => guard(tokens);
  return {
    factory: new TokenSigner(identity.appId, guarded),
    signIn: async () => {
      await guarded();
    },
  };
}

class TokenSigner extends ServiceClientCredentialsFactory {
  readonly #appId: string;
  readonly #token: TokenSource;

  constructor(appId: string, token: TokenSource) {
    super();
    this.#appId = appId;
    this.#token = token;
  }

  async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#appId;
  }

  async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  async createCredentials(): Promise<ServiceClientCredentials> {
    return {
      signRequest: async (request) => {
        request.headers.set("authorization", `Bearer ${await this.#token()}`);
        return request;
      },
    };
  }
}

/** For development without an app: nothing is checked and nothing is signed. */
class NoSigner extends ServiceClientCredentialsFactory {
  async isValidAppId(): Promise<boolean> {
    return true;
  }

  async isAuthenticationDisabled(): Promise<boolean> {
    return true;
  }

  async createCredentials(): Promise<ServiceClientCredentials> {
    return { signRequest: async (request) => request };
  }
}
