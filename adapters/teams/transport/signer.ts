import { ConfigurationServiceClientCredentialFactory } from "botbuilder";
import {
  AuthenticationConstants,
  type ServiceClientCredentials,
  ServiceClientCredentialsFactory,
} from "botframework-connector";
import { DeliveryError } from "../../../src/index.ts";
import type { TeamsIdentity } from "../options.ts";
import { tokenEndpoint } from "./credentials.ts";

/** How calls to Teams are signed, by the credential there is. Where signing fails, nothing was said. */
export function signerFor(identity: TeamsIdentity): ServiceClientCredentialsFactory {
  const { appId, credential, cloud, now } = identity;
  if (appId === "" || credential === null) return new NoSigner();
  if (credential.type !== "tokenEndpoint") {
    const entra = new ConfigurationServiceClientCredentialFactory(entraSettings(identity));
    return new Signer(appId, (id, audience, ...more) => entra.createCredentials(id, audience ?? cloud.scope, ...more));
  }
  const token = tokenEndpoint({ ...credential, appId, scope: `${cloud.scope}/.default`, now });
  return new Signer(appId, async () => ({
    signRequest: async (request) => {
      request.headers.set("authorization", `Bearer ${await token()}`);
      return request;
    },
  }));
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

type CreateCredentials = ServiceClientCredentialsFactory["createCredentials"];

class Signer extends ServiceClientCredentialsFactory {
  readonly #appId: string;
  readonly #create: CreateCredentials;

  constructor(appId: string, create: CreateCredentials) {
    super();
    this.#appId = appId;
    this.#create = create;
  }

  async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#appId;
  }

  async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  async createCredentials(...named: Parameters<CreateCredentials>): Promise<ServiceClientCredentials> {
    const credentials = await this.#create(...named);
    return { signRequest: (request) => credentials.signRequest(request).catch(notSignedIn) };
  }
}

function notSignedIn(cause: unknown): never {
  throw new DeliveryError({ type: "unavailable", why: "Referee could not sign in to Teams" }, { cause });
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
