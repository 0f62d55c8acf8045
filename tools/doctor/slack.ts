import { WebClient } from "@slack/web-api";
import { type ClientSettings, clientOptions } from "../../adapters/slack/api.ts";
import { missingScopes } from "../../adapters/slack/scopes.ts";
import { refusalOf } from "../../adapters/slack/tokens.ts";
import type { Record } from "../../host/installation.ts";
import { systemClock } from "../../src/clock.ts";
import type { SlackConfig } from "../../src/config/slack.ts";
import type { Log } from "../../src/log.ts";
import type { Outgoing } from "../../src/outgoing/outgoing.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { judgeClock } from "./clockSkew.ts";
import { bad, type Finding, ok, untried, warn, whyOf } from "./finding.ts";
import type { Platforms } from "./people.ts";
import { slackClients } from "./slackClients.ts";
import { examineInstalled, type Installed } from "./slackInstalled.ts";
import { examineSlackPlant } from "./slackPlant.ts";

const ABOUT = "Slack";

/** Slack: reached, let in, allowed what is needed; and every channel and person of the plants. Posts nothing. */
export async function examineSlack(
  config: SlackConfig,
  { plants, outgoing, log, record, platforms }: SlackParts,
): Promise<readonly Finding[]> {
  const settings = { apiUrl: config.apiUrl, outgoing, log };
  const clock = await clockOf(config.apiUrl, outgoing);
  const receiver = await examineReceiver(config, new WebClient(undefined, clientOptions(settings, PATIENCE_MS)));
  const own = await examineOwn(config, settings);
  const installed =
    config.oauth === null
      ? NOTHING_INSTALLED
      : await examineInstalled(config.oauth, { record, settings, patienceMs: PATIENCE_MS, examine: examineToken });
  const clients = slackClients([...own.clients, ...installed.clients]);
  const found = [clock, ...own.findings, receiver, ...installed.findings];
  return clients.all.length === 0 ? found : [...found, ...(await examineSlackPlant(clients, plants, platforms))];
}

export type SlackParts = {
  readonly plants: readonly Plant[];
  readonly platforms: Platforms;
  readonly outgoing: Outgoing;
  readonly log: Log;
  /** Null when Redis cannot be asked. */
  readonly record: Pick<Record, "web" | "prefix"> | null;
};

const NOTHING_INSTALLED: Installed = { findings: [], clients: [] };

async function examineOwn({ botToken }: SlackConfig, settings: ClientSettings): Promise<Installed> {
  if (botToken === null) return NOTHING_INSTALLED;
  const client = new WebClient(botToken.reveal(), clientOptions(settings, PATIENCE_MS));
  const findings = await examineToken(client, "SLACK_BOT_TOKEN");
  return { findings, clients: findings[0]?.state === "ok" ? [{ tenant: null, client }] : [] };
}

const PATIENCE_MS = 8_000;

async function clockOf(apiUrl: string, outgoing: Outgoing): Promise<Finding> {
  try {
    const answer = await outgoing.fetch(new URL("api.test", apiUrl), {
      method: "POST",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return judgeClock(ABOUT, answer.headers.get("date"), systemClock());
  } catch (error) {
    return untried(
      ABOUT,
      `${new URL(apiUrl).host} cannot be reached: ${whyOf(error)}`,
      "check the network, HTTPS_PROXY and NO_PROXY",
    );
  }
}

/** The token, and what the app was allowed when it was installed. */
async function examineToken(client: WebClient, name: string): Promise<readonly Finding[]> {
  try {
    const answer = await client.auth.test();
    const who = ok(ABOUT, `${name} is that of ${answer.user ?? "somebody"} in ${answer.team ?? "a workspace"}`);
    return [who, examineScopes(answer.response_metadata?.scopes)];
  } catch (error) {
    return [tokenProblem(error, name, WHERE)];
  }
}

const WHERE = "OAuth & Permissions, Bot User OAuth Token; or install the app there again";

function examineScopes(granted: readonly string[] | undefined): Finding {
  if (granted === undefined)
    return warn(ABOUT, "it does not say which scopes the app has", "compare them with adapters/slack/manifest.yaml");
  const missing = missingScopes(granted);
  if (missing.length === 0) return ok(ABOUT, "the app has all scopes of the manifest");
  return bad(
    ABOUT,
    `the app was installed without ${missing.join(", ")}`,
    "add them under OAuth & Permissions and install the app again",
  );
}

async function examineReceiver({ receiver }: SlackConfig, client: WebClient): Promise<Finding> {
  if (receiver.mode === "http")
    return /^[0-9a-f]{32}$/.test(receiver.signingSecret.reveal())
      ? ok(ABOUT, "SLACK_SIGNING_SECRET looks like one; only a request of Slack's proves it")
      : warn(
          ABOUT,
          "SLACK_SIGNING_SECRET is not 32 hexadecimal digits, as Slack's are",
          "copy it again: Basic Information, Signing Secret",
        );
  try {
    // Asks for the address of a connection and opens none.
    await client.apps.connections.open({ token: receiver.appToken.reveal() });
    return ok(ABOUT, "SLACK_APP_TOKEN opens Socket Mode");
  } catch (error) {
    return tokenProblem(error, "SLACK_APP_TOKEN", "Basic Information, App-Level Tokens, with connections:write");
  }
}

function tokenProblem(error: unknown, setting: string, where: string): Finding {
  const refusal = refusalOf(error);
  if (refusal !== null) return bad(ABOUT, `it refuses ${setting} (${refusal.code})`, `copy it again: ${where}`);
  return untried(
    ABOUT,
    `${setting} could not be tried: ${whyOf(error)}`,
    "check the network, HTTPS_PROXY and NO_PROXY, then try again",
  );
}
