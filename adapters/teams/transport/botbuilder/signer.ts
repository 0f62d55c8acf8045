import { ConfigurationServiceClientCredentialFactory } from "botbuilder";
import {
  AuthenticationConstants,
  CertificateAppCredentials,
  ManagedIdentityAppCredentials,
  MicrosoftAppCredentials,
  type ServiceClientCredentials,
  ServiceClientCredentialsFactory,
} from "botframework-connector";
import type { TeamsIdentity } from "../../options.ts";
import { tokenEndpoint } from "../credentials.ts";
import type { Guard } from "../guard.ts";

/** Signs calls to Teams for the library, and can be asked for a token before there is a call to sign. */
export type Signer = {
  readonly factory: ServiceClientCredentialsFactory;
  /** @throws DeliveryError `unavailable` when Referee cannot sign in */
  signIn(): Promise<void>;
};

/** How calls to Teams are signed, by the credential there is. Where signing fails, nothing was said. */
export function signerFor(identity: TeamsIdentity, guard: Guard): Signer {
  const { appId, credential, cloud } = identity;
  if (appId === "" || credential === null) return { factory: new NoSigner(), signIn: async () => undefined };
  const create = credentialsFor(identity, credential);
  return {
    factory: new GuardedSigner(appId, create, guard),
    signIn: () => guard(async () => tokenOf(await create(appId, cloud.scope, cloud.loginUrl, true))),
  };
}

type CreateCredentials = ServiceClientCredentialsFactory["createCredentials"];

function credentialsFor(
  identity: TeamsIdentity,
  credential: NonNullable<TeamsIdentity["credential"]>,
): CreateCredentials {
  const { appId, cloud, now } = identity;
  if (credential.type === "tokenEndpoint") {
    const { url, secret } = credential;
    const own = new OwnCredentials(tokenEndpoint({ url, secret, appId, scope: `${cloud.scope}/.default`, now }));
    return async () => own;
  }
  const entra = new ConfigurationServiceClientCredentialFactory(entraSettings(identity));
  return (id, audience, ...more) => entra.createCredentials(id, audience ?? cloud.scope, ...more);
}

function entraSettings({ appId, appType, tenant, credential }: TeamsIdentity) {
  const app = { MicrosoftAppId: appId, MicrosoftAppType: appType, MicrosoftAppTenantId: tenant };
  if (credential?.type === "secret") return { ...app, MicrosoftAppPassword: credential.secret.reveal() };
  if (credential?.type !== "certificate") return app;
  return {
    ...app,
    [AuthenticationConstants.CertificateThumbprint]: credential.thumbprint,
    [AuthenticationConstants.CertificatePrivateKey]: credential.privateKey.reveal(),
  };
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

// What the library makes of a secret, a certificate and a managed identity; it does not export what they have in common.
const WITH_TOKEN = [OwnCredentials, MicrosoftAppCredentials, CertificateAppCredentials, ManagedIdentityAppCredentials];

async function tokenOf(credentials: ServiceClientCredentials): Promise<void> {
  for (const kind of WITH_TOKEN) if (credentials instanceof kind) await credentials.getToken();
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
