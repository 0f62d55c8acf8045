import { WebClient } from "@slack/web-api";
import { clientOptions } from "../../adapters/slack/api.ts";
import { missingScopes } from "../../adapters/slack/scopes.ts";
import { refusalOf } from "../../adapters/slack/tokens.ts";
import { systemClock } from "../../src/clock.ts";
import type { SlackConfig } from "../../src/config/slack.ts";
import type { Log } from "../../src/log.ts";
import type { Outgoing } from "../../src/outgoing/outgoing.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { judgeClock } from "./clockSkew.ts";
import { bad, type Finding, ok, untried, warn, whyOf } from "./finding.ts";
import { examineSlackPlant } from "./slackPlant.ts";

const ABOUT = "Slack";

/** Slack: reached, let in, allowed what is needed; and every channel and person of the plants. Posts nothing. */
export async function examineSlack(
  config: SlackConfig,
  plants: readonly Plant[],
  outgoing: Outgoing,
  log: Log,
): Promise<readonly Finding[]> {
  const settings = { apiUrl: config.apiUrl, outgoing, log };
  const clock = await clockOf(config.apiUrl, outgoing);
  const receiver = await examineReceiver(config, new WebClient(undefined, clientOptions(settings, PATIENCE_MS)));
  if (config.botToken === null) return [clock, receiver, INSTALLED_BY_LINK];
  const client = new WebClient(config.botToken.reveal(), clientOptions(settings, PATIENCE_MS));
  const token = await examineToken(client);
  const found = [clock, ...token, receiver];
  const isLetIn = token[0]?.state === "ok";
  return isLetIn ? [...found, ...(await examineSlackPlant(client, plants))] : found;
}

const PATIENCE_MS = 8_000;

/** Their tokens are sealed in the record, and Referee alone renews them. */
const INSTALLED_BY_LINK = warn(
  ABOUT,
  "the tokens of workspaces that installed Referee by its link were not tried, nor the channels and people there",
  "/readyz says whether Referee is let in",
);

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
async function examineToken(client: WebClient): Promise<readonly Finding[]> {
  try {
    const answer = await client.auth.test();
    const who = ok(ABOUT, `SLACK_BOT_TOKEN is that of ${answer.user ?? "somebody"} in ${answer.team ?? "a workspace"}`);
    return [who, examineScopes(answer.response_metadata?.scopes)];
  } catch (error) {
    return [tokenProblem(error, "SLACK_BOT_TOKEN", "OAuth & Permissions, Bot User OAuth Token")];
  }
}

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
