import { readFile } from "node:fs/promises";
import { SLACK_PATH } from "../adapters/slack/http.ts";
import { INSTALL_PATH, REDIRECT_PATH } from "../adapters/slack/install.ts";
import { createSlackAdapter, type SlackAdapter } from "../adapters/slack/slack.ts";
import { createTeamsAdapter, type TeamsAdapter } from "../adapters/teams/adapter.ts";
import { type Credential, PUBLIC_CLOUD, serviceHostsFor, type TeamsIdentity } from "../adapters/teams/options.ts";
import type { AdapterName, Overhears } from "../src/adapter.ts";
import { systemClock } from "../src/clock.ts";
import type { SlackConfig } from "../src/config/slack.ts";
import type { TeamsConfig } from "../src/config/teams.ts";
import { RefereeError } from "../src/errors.ts";
import type { Log } from "../src/log.ts";
import type { Outgoing } from "../src/outgoing/outgoing.ts";
import { offersIn } from "../src/plant/file/offers.ts";
import type { Plant } from "../src/plant/plant.ts";
import { Secret } from "../src/secret.ts";
import { createGiven } from "../src/store/given.ts";
import type { Mount } from "./httpServer.ts";
import type { Record } from "./installation.ts";
import { redisReferences } from "./references.ts";
import { redisVault } from "./slackVault.ts";

/** Slack as configured; its HTTP requests come in through Referee's own server. */
export function openSlack(
  { botToken, oauth, apiUrl, receiver }: SlackConfig,
  record: Record,
  plants: () => readonly Plant[],
  outgoing: Outgoing,
  log: Log,
): SlackAdapter {
  const transport =
    receiver.mode === "http"
      ? ({ type: "http", signingSecret: receiver.signingSecret, listen: null } as const)
      : ({ type: "socket", appToken: receiver.appToken } as const);
  const overhears = overheardOn("slack", plants);
  const given = createGiven(record.web, record.prefix);
  const installing = oauth === null ? {} : { oauth: { ...oauth, vault: redisVault(record) } };
  const from = { token: botToken, transport, apiUrl, outgoing, ...installing };
  return createSlackAdapter({ ...from, given, overhears, now: systemClock, log });
}

/** What Slack posts to, and the pages by which Referee is installed. */
export function slackMounts({ listener, installPages }: SlackAdapter): readonly Mount[] {
  return [
    { path: SLACK_PATH, listener },
    { path: INSTALL_PATH, listener: installPages },
    { path: REDIRECT_PATH, listener: installPages },
  ];
}

/** Where the plants in force let Referee listen on a platform. */
export function overheardOn(adapter: AdapterName, plants: () => readonly Plant[]): Overhears {
  return (conversation) => plants().some((plant) => offersIn(plant, { adapter, conversation }));
}

/** Teams as configured; how its conversations are reached is kept in Redis. */
export async function openTeams(
  config: TeamsConfig,
  host: string,
  record: Record,
  plants: () => readonly Plant[],
  outgoing: Outgoing,
  log: Log,
): Promise<TeamsAdapter> {
  return createTeamsAdapter({
    ...(await teamsIdentity(config, outgoing, log)),
    transport: config.transport,
    tenants: config.allowedTenants,
    serviceHosts: serviceHostsFor(config.openIdMetadataUrl),
    host,
    port: null,
    development: config.identity.type === "unchecked",
    references: redisReferences(record, log),
    given: createGiven(record.web, record.prefix),
    readsThreads: config.readsThreads,
    overhears: overheardOn("teams", plants),
  });
}

/** @throws RefereeError `CONFIG_INVALID` when the certificate's key cannot be read */
export async function teamsIdentity(
  { identity, loginUrl, tokenIssuer, openIdMetadataUrl }: TeamsConfig,
  outgoing: Outgoing,
  log: Log,
): Promise<TeamsIdentity> {
  const app = identity.type === "app" ? identity : null;
  return {
    appId: app?.appId ?? "",
    appType: app?.appType === "UserAssignedMSI" ? "UserAssignedMsi" : (app?.appType ?? "SingleTenant"),
    tenant: app?.tenantId ?? "",
    credential: app === null ? null : await credentialFrom(app.credentials, loginUrl),
    cloud: {
      ...PUBLIC_CLOUD,
      ...(tokenIssuer === null ? {} : { issuer: tokenIssuer }),
      ...(openIdMetadataUrl === null ? {} : { openIdMetadataUrl }),
    },
    outgoing,
    now: systemClock,
    log,
  };
}

type AppCredentials = Extract<TeamsConfig["identity"], { type: "app" }>["credentials"];

async function credentialFrom(credentials: AppCredentials, loginUrl: string | null): Promise<Credential> {
  switch (credentials.type) {
    case "password":
      return loginUrl === null
        ? { type: "secret", secret: credentials.password }
        : { type: "tokenEndpoint", url: loginUrl, secret: credentials.password };
    case "certificate":
      return { type: "certificate", thumbprint: credentials.thumbprint, privateKey: await keyIn(credentials.keyFile) };
    default:
      return { type: "managedIdentity" };
  }
}

async function keyIn(file: string): Promise<Secret> {
  try {
    return new Secret(await readFile(file, "utf8"));
  } catch (cause) {
    throw new RefereeError(
      "CONFIG_INVALID",
      `The certificate's key cannot be read from "${file}". Check TEAMS_CERTIFICATE_KEY_FILE.`,
      { cause },
    );
  }
}
