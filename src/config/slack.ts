import type { Secret } from "../secret.ts";
import type { Settings } from "./settings.ts";
import { oneOf, ServiceAddress } from "./variables.ts";

export type SlackConfig = {
  readonly botToken: Secret;
  /** Ends in a slash. */
  readonly apiUrl: string;
  /** How Slack reaches Referee: by HTTP requests it signs, or over a connection that Referee opens. */
  readonly receiver:
    | { readonly mode: "http"; readonly signingSecret: Secret }
    | { readonly mode: "socket"; readonly appToken: Secret };
};

const SLACK_API_URL = "https://slack.com/api/";

/** Null when nothing says that Slack is wanted. */
export function readSlack(settings: Settings): SlackConfig | null {
  const botToken = settings.secret("SLACK_BOT_TOKEN", otherThan("xoxb-"));
  const appToken = settings.secret("SLACK_APP_TOKEN", otherThan("xapp-"));
  const signingSecret = settings.secret("SLACK_SIGNING_SECRET", otherThan("a signing secret"));
  const apiUrl = settings.withDefault("SLACK_API_URL", ServiceAddress, SLACK_API_URL).replace(/(?<!\/)\/*$/, "/");
  const derivedMode = appToken === null ? "http" : "socket";
  const mode = settings.withDefault("SLACK_MODE", oneOf("http", "socket"), derivedMode);
  if (!settings.isSet("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_MODE")) return null;

  if (botToken === null) settings.complain("SLACK_BOT_TOKEN", `is missing. ${WHERE.botToken}`);
  if (mode === "socket" && appToken === null) settings.complain("SLACK_APP_TOKEN", `is missing. ${WHERE.appToken}`);
  if (mode === "http" && signingSecret === null)
    settings.complain("SLACK_SIGNING_SECRET", `is missing. ${WHERE.signingSecret}`);

  const receiver = receiverOf(mode, signingSecret, appToken);
  return botToken === null || receiver === null ? null : { botToken, apiUrl, receiver };
}

const WHERE = {
  botToken: "At api.slack.com/apps, your app: OAuth & Permissions, Bot User OAuth Token.",
  appToken: "At api.slack.com/apps, your app: Basic Information, App-Level Tokens, with connections:write.",
  signingSecret: "At api.slack.com/apps, your app: Basic Information, Signing Secret. (SLACK_APP_TOKEN needs none.)",
} as const;

function receiverOf(mode: "http" | "socket", signingSecret: Secret | null, appToken: Secret | null) {
  if (mode === "http") return signingSecret === null ? null : { mode, signingSecret };
  return appToken === null ? null : { mode, appToken };
}

/** What Slack's own prefixes tell of a value in the wrong place. An unknown shape is left to Slack to judge. */
const KINDS = [
  { prefix: "xoxb-", kind: "a bot token, for SLACK_BOT_TOKEN" },
  { prefix: "xapp-", kind: "an app-level token, for SLACK_APP_TOKEN" },
  { prefix: "xoxp-", kind: "a person's token, which Referee must not have" },
] as const;

function otherThan(expected: string): (value: string) => string | null {
  return (value) => {
    const found = KINDS.find(({ prefix }) => prefix !== expected && value.startsWith(prefix));
    return found === undefined ? null : `holds ${found.kind}.`;
  };
}
