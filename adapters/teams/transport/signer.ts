import { setTimeout as wait } from "node:timers/promises";
import { ConfigurationServiceClientCredentialFactory } from "botbuilder";
import {
  ManagedIdentityAppCredentials,
  type ServiceClientCredentials,
  ServiceClientCredentialsFactory,
} from "botframework-connector";
import { DeliveryError, directly } from "../../../src/index.ts";
import { PATIENCE_MS, type TeamsIdentity } from "../options.ts";
import type { Access } from "./access.ts";
import { type TokenSource, tokenEndpoint } from "./credentials.ts";
import { entraTokens } from "./entra.ts";

/** Signs calls to Teams for the library, and can be asked for a token before there is a call to sign. */
export type Signer = {
  readonly factory: ServiceClientCredentialsFactory;
  /** @throws DeliveryError `unavailable` when Referee cannot sign in */
  signIn(): Promise<void>;
};

/** How calls to Teams are signed, by the credential there is. Where signing fails, nothing was said. */
export function signerFor(identity: TeamsIdentity, access: Access): Signer {
  const { appId, credential, cloud, patienceMs = PATIENCE_MS } = identity;
  if (appId === "" || credential === null) return { factory: new NoSigner(), signIn: async () => undefined };
  const create = credentialsFor(identity, credential);
  const guard: Guard = (ask) => inTime(ask(), patienceMs).catch((cause: unknown) => lockedOut(access, cause));
  return {
    factory: new GuardedSigner(appId, create, guard),
    signIn: () => guard(async () => tokenOf(await create(appId, cloud.scope, cloud.loginUrl, true))),
  };
}

type Guard = <T>(ask: () => Promise<T>) => Promise<T>;
type CreateCredentials = ServiceClientCredentialsFactory["createCredentials"];

function credentialsFor(
  identity: TeamsIdentity,
  credential: NonNullable<TeamsIdentity["credential"]>,
): CreateCredentials {
  if (credential.type === "managedIdentity") return managedIdentity(identity);
  const own = new OwnCredentials(tokensFor(identity, credential));
  return async () => own;
}

type OwnCredential = Exclude<NonNullable<TeamsIdentity["credential"]>, { readonly type: "managedIdentity" }>;

function tokensFor(identity: TeamsIdentity, credential: OwnCredential): TokenSource {
  if (credential.type !== "tokenEndpoint") return entraTokens(identity, credential);
  const { appId, cloud, now, outgoing = directly() } = identity;
  const { url, secret } = credential;
  return tokenEndpoint({ url, secret, appId, scope: `${cloud.scope}/.default`, now, fetch: outgoing.fetch });
}

/** The library asks the machine it runs on, which no proxy can stand in for. */
function managedIdentity({ appId, tenant, cloud }: TeamsIdentity): CreateCredentials {
  const azure = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppType: "UserAssignedMsi",
    MicrosoftAppTenantId: tenant,
  });
  return (id, audience, ...more) => azure.createCredentials(id, audience ?? cloud.scope, ...more);
}

class OwnCredentials implements ServiceClientCredentials {
  readonly getToken: () => Promise<string>;

  constructor(getToken: () => Promise<string>) {
    this.getToken = getToken;
  }

  async signRequest(...[request]: Parameters<ServiceClientCredentials["signRequest"]>) {
    request.headers.set("authorization", `Bearer ${await this.getToken()}`);
    return request;
  }
}

const WITH_TOKEN = [OwnCredentials, ManagedIdentityAppCredentials];

async function tokenOf(credentials: ServiceClientCredentials): Promise<void> {
  for (const kind of WITH_TOKEN) if (credentials instanceof kind) await credentials.getToken();
}

/** The library waits for a login for as long as it takes, and with it whoever pressed a button. */
async function inTime<T>(asked: Promise<T>, patienceMs: number): Promise<T> {
  const late = wait(patienceMs, null, { ref: false }).then(() => {
    throw new Error(`The login did not answer within ${patienceMs} ms.`);
  });
  return Promise.race([asked, late]);
}

function lockedOut(access: Access, cause: unknown): never {
  access.failed(cause);
  throw new DeliveryError({ type: "unavailable", why: "Referee could not sign in to Teams" }, { cause });
}

class GuardedSigner extends ServiceClientCredentialsFactory {
  readonly #appId: string;
  readonly #create: CreateCredentials;
  readonly #guard: Guard;

  constructor(appId: string, create: CreateCredentials, guard: Guard) {
    super();
    this.#appId = appId;
    this.#create = create;
    this.#guard = guard;
  }

  async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#appId;
  }

  async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  async createCredentials(...named: Parameters<CreateCredentials>): Promise<ServiceClientCredentials> {
    const credentials = await this.#create(...named);
    return { signRequest: (request) => this.#guard(() => credentials.signRequest(request)) };
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
