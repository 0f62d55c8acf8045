import { z } from "zod";
import { Secret } from "../secret.ts";
import type { Settings } from "./settings.ts";
import { oneOf, ServiceAddress, Text } from "./variables.ts";

/** Installing Referee into several workspaces, or into an organisation of Enterprise Grid, by a link. */
export type SlackOAuthConfig = {
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** The first one locks tokens away, the others still open what they locked. At least one. */
  readonly tokenKeys: readonly Secret[];
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** Ids of workspaces, `T…`, and organisations, `E…`. At least one. */
  readonly allowed: readonly string[];
  readonly home: string | null;
  readonly rotates: boolean;
};

const Tenant = z.string().regex(/^[TE][A-Z0-9]+$/, "must be the id of a workspace, T…, or of an organisation, E…");
const Tenants = z
  .string()
  .transform((text) => text.split(",").map((each) => each.trim()))
  .pipe(z.array(Tenant));

const NAMES = ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_TOKEN_KEY", "SLACK_PUBLIC_URL", "SLACK_WORKSPACES"];

/** Null when nothing says that people install Referee into workspaces. */
export function readSlackOAuth(settings: Settings): SlackOAuthConfig | null {
  const clientId = settings.optional("SLACK_CLIENT_ID", Text);
  const clientSecret = settings.secret("SLACK_CLIENT_SECRET");
  const keys = settings.secret("SLACK_TOKEN_KEY", wrongKeys);
  const publicUrl = settings.optional("SLACK_PUBLIC_URL", ServiceAddress);
  const allowed = settings.optional("SLACK_WORKSPACES", Tenants);
  const home = settings.optional("SLACK_HOME_WORKSPACE", Tenant);
  const rotates = settings.withDefault("SLACK_TOKEN_ROTATION", oneOf("yes", "no"), "no") === "yes";
  if (!settings.isSet(...NAMES)) return null;
  for (const name of NAMES) if (!settings.isSet(name)) settings.complain(name, `is missing. ${WHERE[name]}`);
  if (clientId === null || clientSecret === null || keys === null || publicUrl === null || allowed === null)
    return null;
  return { clientId, clientSecret, tokenKeys: parted(keys), publicUrl, allowed, home, rotates };
}

const WHERE: Readonly<Record<string, string>> = {
  SLACK_CLIENT_ID: "At api.slack.com/apps, your app: Basic Information, Client ID.",
  SLACK_CLIENT_SECRET: "At api.slack.com/apps, your app: Basic Information, Client Secret.",
  SLACK_TOKEN_KEY: "It locks the workspaces' tokens away. Make one with: openssl rand -base64 32",
  SLACK_PUBLIC_URL: "Where the browser of whoever installs Referee reaches it, https://referee.example.com.",
  SLACK_WORKSPACES: "The ids of the workspaces, T…, and organisations, E…, that may install it, with commas.",
};

function parted(keys: Secret): readonly Secret[] {
  return keys
    .reveal()
    .split(",")
    .map((key) => new Secret(key));
}

function wrongKeys(keys: string): string | null {
  const isRight = (key: string) => Buffer.from(key, "base64").length === 32;
  return keys.split(",").every(isRight)
    ? null
    : "must be 32 bytes in base64, several with commas. Make one with: openssl rand -base64 32";
}
