import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import fc from "fast-check";
import type { Environment } from "../src/config/settings.ts";
import { readConfig } from "../src/config.ts";

const slackOverHttp = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "8f742231b10e" };
const slackOverSocket = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" };
const tenant = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
const partner = "3f333df6-90a4-4fda-8dd3-9485d27cee36";
const appId = "1f0c5c0e-3f4e-4d0c-9a57-0d9a3a0b7c11";
const teams = { TEAMS_APP_ID: appId, TEAMS_APP_PASSWORD: "p4ss", TEAMS_TENANT_ID: tenant };

/** The lines that name a variable, or nothing when the settings are accepted. */
function problemsOf(environment: Environment): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    expect(error).toMatchObject({ code: "CONFIG_INVALID" });
    return String(error).split("\n  ").slice(1);
  }
}

describe("with nothing set", () => {
  test("Referee keeps to this machine, with its own Redis and the local chat", () => {
    expect(readConfig({})).toMatchObject({
      redis: { url: null, tag: "referee", acceptsLoss: false },
      http: { host: "127.0.0.1", port: 3000 },
      dataDir: ".referee",
      logLevel: "info",
      slack: null,
      teams: null,
      webChat: true,
    });
  });

  test("a variable without a value counts as not set", () => {
    expect(readConfig({ PORT: "", SLACK_BOT_TOKEN: " ", LOG_LEVEL: "" })).toMatchObject({
      slack: null,
      logLevel: "info",
    });
  });
});

const severalWorkspaces = {
  SLACK_CLIENT_ID: "1.2",
  SLACK_CLIENT_SECRET: "hush",
  SLACK_TOKEN_KEY: `${Buffer.alloc(32, 1).toString("base64")},${Buffer.alloc(32, 2).toString("base64")}`,
  SLACK_PUBLIC_URL: "https://referee.example.com",
  SLACK_WORKSPACES: "T0PLANT, E0WORKS",
};

describe("archives", () => {
  test("get what is over for 90 days where a folder is named, or for as many as are said", () => {
    expect(readConfig({}).archive).toBeNull();
    expect(readConfig({ ARCHIVE_DIR: "/srv/archive" }).archive).toEqual({
      dir: "/srv/archive",
      afterMs: 7_776_000_000,
    });
    expect(readConfig({ ARCHIVE_DIR: "/srv/archive", ARCHIVE_AFTER_DAYS: "7" }).archive?.afterMs).toBe(604_800_000);
  });
});

describe("Slack in several workspaces", () => {
  test("needs no bot token, and takes two keys while one is exchanged for the other", () => {
    const { slack } = readConfig({ ...severalWorkspaces, SLACK_SIGNING_SECRET: "8f742231b10e" });
    expect(slack).toMatchObject({ botToken: null, oauth: { allowed: ["T0PLANT", "E0WORKS"], home: null } });
    expect(slack?.oauth?.tokenKeys.map((key) => key.reveal())).toEqual(severalWorkspaces.SLACK_TOKEN_KEY.split(","));
  });

  test("stays off where nothing asks for it", () => {
    expect(readConfig(slackOverHttp).slack?.oauth).toBeNull();
  });

  test.each([
    { name: "a key that is none", set: { SLACK_TOKEN_KEY: "c2hvcnQ=" }, says: "SLACK_TOKEN_KEY must be 32 bytes" },
    { name: "no list of workspaces", set: { SLACK_WORKSPACES: "" }, says: "SLACK_WORKSPACES is missing." },
    { name: "a workspace by its name", set: { SLACK_WORKSPACES: "plant" }, says: "SLACK_WORKSPACES must be the id" },
    {
      name: "two home workspaces",
      set: { SLACK_BOT_TOKEN: "xoxb-1", SLACK_HOME_WORKSPACE: "T0PLANT" },
      says: "SLACK_HOME_WORKSPACE must be left out",
    },
  ])("names $name with what to do", ({ set, says }) => {
    const found = problemsOf({ ...severalWorkspaces, SLACK_SIGNING_SECRET: "8f742231b10e", ...set });
    expect(found).toContainEqual(expect.stringContaining(says));
  });
});

describe("Slack", () => {
  test("is reached over HTTP with a signing secret", () => {
    const { slack, webChat } = readConfig(slackOverHttp);
    expect(slack?.apiUrl).toBe("https://slack.com/api/");
    expect(slack?.receiver).toMatchObject({ mode: "http" });
    expect(webChat).toBe(false);
  });

  test("is reached over a connection of ours with an app-level token", () => {
    expect(readConfig(slackOverSocket).slack?.receiver).toMatchObject({ mode: "socket" });
  });

  test("is reached as asked when both are possible", () => {
    const both = { ...slackOverHttp, ...slackOverSocket, SLACK_MODE: "http" };
    expect(readConfig(both).slack?.receiver).toMatchObject({ mode: "http" });
  });

  test("may be a stand-in on this machine", () => {
    const { slack } = readConfig({ ...slackOverHttp, SLACK_API_URL: "http://127.0.0.1:4000/api" });
    expect(slack?.apiUrl).toBe("http://127.0.0.1:4000/api/");
  });
});

describe("Teams", () => {
  test("accepts its own tenant only, unless others are named", () => {
    expect(readConfig(teams).teams?.allowedTenants).toEqual([tenant]);
    const both = { ...teams, TEAMS_ALLOWED_TENANTS: `${tenant}, ${partner}` };
    expect(readConfig(both).teams?.allowedTenants).toEqual([tenant, partner]);
  });

  test("takes ids as Microsoft's tokens carry them, however they were copied", () => {
    const shouted = { ...teams, TEAMS_APP_ID: appId.toUpperCase(), TEAMS_TENANT_ID: tenant.toUpperCase() };
    expect(readConfig(shouted).teams).toMatchObject({
      identity: { appId, tenantId: tenant },
      allowedTenants: [tenant],
    });
  });

  test("takes a thumbprint as Windows and openssl show it", () => {
    const shown = "A9:4A:8F:E5:CC:B1:9B:A6:1C:4C:08:73:D3:91:E9:87:98:2F:BB:D3";
    const certificate = { TEAMS_CERTIFICATE_THUMBPRINT: shown, TEAMS_CERTIFICATE_KEY_FILE: "key.pem" };
    expect(readConfig({ ...teams, ...certificate }).teams?.identity).toMatchObject({
      credentials: { thumbprint: shown.replaceAll(":", "") },
    });
  });

  test.each([
    { name: "a password", with: teams, type: "password" },
    {
      name: "a certificate",
      with: { ...teams, TEAMS_CERTIFICATE_THUMBPRINT: "ab".repeat(20), TEAMS_CERTIFICATE_KEY_FILE: "key.pem" },
      type: "certificate",
    },
    { name: "a managed identity", with: { ...teams, TEAMS_APP_TYPE: "UserAssignedMSI" }, type: "managedIdentity" },
  ])("is proved to with $name", ({ with: environment, type }) => {
    expect(readConfig(environment).teams?.identity).toMatchObject({ type: "app", credentials: { type } });
  });

  test("is spoken to through botbuilder, or without it where that is asked for", () => {
    expect(readConfig(teams).teams?.transport).toBe("botbuilder");
    expect(readConfig({ ...teams, TEAMS_TRANSPORT: "rest" }).teams?.transport).toBe("rest");
    expect(problemsOf({ ...teams, TEAMS_TRANSPORT: "agents" })).toEqual([expect.stringContaining("TEAMS_TRANSPORT")]);
  });

  test("goes unchecked only on this machine", () => {
    expect(readConfig({ TEAMS_INSECURE_LOCAL: "1" }).teams?.identity).toEqual({ type: "unchecked" });
    expect(problemsOf({ TEAMS_INSECURE_LOCAL: "1", HOST: "0.0.0.0" })).toEqual([
      expect.stringContaining("TEAMS_INSECURE_LOCAL lets anybody speak for anybody"),
    ]);
  });

  test("is checked when it has an app id, whatever else is set", () => {
    expect(readConfig({ ...teams, TEAMS_INSECURE_LOCAL: "1" }).teams?.identity).toMatchObject({ type: "app" });
  });
});

describe("the local chat", () => {
  test("stands beside a platform only when asked for", () => {
    expect(readConfig({ ...slackOverHttp, WEB_CHAT: "on" }).webChat).toBe(true);
    expect(readConfig({ WEB_CHAT: "off" }).webChat).toBe(false);
  });

  test("is never offered to other machines", () => {
    expect(readConfig({ HOST: "0.0.0.0" }).webChat).toBe(false);
    expect(problemsOf({ HOST: "0.0.0.0", WEB_CHAT: "on" })).toEqual([
      expect.stringMatching(/^WEB_CHAT .*HOST must be/),
    ]);
  });
});

describe("a mistake in the settings", () => {
  test.each([
    {
      name: "a port that does not exist",
      set: { PORT: "70000" },
      says: 'PORT must be a number from 0 to 65535, not "70000".',
    },
    {
      name: "an unknown log level",
      set: { LOG_LEVEL: "loud" },
      says: 'LOG_LEVEL must be debug, info, warn, error or silent, not "loud".',
    },
    {
      name: "certificates for a Redis that is reached in the plain",
      set: { REDIS_URL: "redis://redis:6379", REDIS_TLS_CA: "/etc/referee/ca.pem" },
      says: "REDIS_URL must begin with rediss://",
    },
    {
      name: "a Redis that is no address",
      set: { REDIS_URL: "redis:6379" },
      says: "REDIS_URL must be redis://host:6379",
    },
    {
      name: "half a yes to losing requests",
      set: { REDIS_UNSAFE_ACCEPT_LOSS: "true" },
      says: "must be yes or left out",
    },
    {
      name: "a day after which everything is archived",
      set: { ARCHIVE_DIR: "/srv/archive", ARCHIVE_AFTER_DAYS: "1" },
      says: "ARCHIVE_AFTER_DAYS must be a number of days, 7 to 3650",
    },
    {
      name: "half a yes to a compact record",
      set: { RECORD_COMPACT: "1" },
      says: "must be yes or left out",
    },
    {
      name: "an API address in the clear",
      set: { ...slackOverHttp, SLACK_API_URL: "http://slack.example/api" },
      says: "https://",
    },
    {
      name: "an API address that is none",
      set: { ...slackOverHttp, SLACK_API_URL: "slack" },
      says: "SLACK_API_URL must be an address",
    },
    {
      name: "tokens in each other's place",
      set: { SLACK_BOT_TOKEN: "xapp-1" },
      says: "holds an app-level token, for SLACK_APP_TOKEN",
    },
    {
      name: "a token broken over two lines",
      set: { ...slackOverHttp, SLACK_BOT_TOKEN: "xoxb-1 2" },
      says: "SLACK_BOT_TOKEN has a blank",
    },
    { name: "a missing signing secret", set: { SLACK_BOT_TOKEN: "xoxb-1" }, says: "SLACK_SIGNING_SECRET is missing." },
    {
      name: "a missing app-level token",
      set: { ...slackOverHttp, SLACK_MODE: "socket" },
      says: "SLACK_APP_TOKEN is missing.",
    },
    { name: "a password without an app", set: { TEAMS_APP_PASSWORD: "p4ss" }, says: "TEAMS_APP_ID is missing." },
    {
      name: "a certificate without its key",
      set: { ...teams, TEAMS_CERTIFICATE_THUMBPRINT: "ab".repeat(20) },
      says: "TEAMS_CERTIFICATE_KEY_FILE is missing.",
    },
    {
      name: "a thumbprint of another kind",
      set: { ...teams, TEAMS_CERTIFICATE_THUMBPRINT: "ab".repeat(32), TEAMS_CERTIFICATE_KEY_FILE: "key.pem" },
      says: "TEAMS_CERTIFICATE_THUMBPRINT must be the SHA-1 thumbprint",
    },
    {
      name: "a tenant by its name",
      set: { ...teams, TEAMS_TENANT_ID: "plant.onmicrosoft.com" },
      says: "TEAMS_TENANT_ID must be an id such as",
    },
    {
      name: "one tenant of several by its name",
      set: { ...teams, TEAMS_ALLOWED_TENANTS: `${tenant}, partner.example` },
      says: "TEAMS_ALLOWED_TENANTS must be an id such as",
    },
  ])("is named with what to do: $name", ({ set, says }) => {
    expect(problemsOf(set)).toContainEqual(expect.stringContaining(says));
  });

  test("does not hide the next one", () => {
    const found = problemsOf({ PORT: "x", LOG_LEVEL: "loud", SLACK_BOT_TOKEN: "xoxb-1", TEAMS_APP_ID: appId });
    expect(found.map((problem) => problem.split(" ")[0])).toEqual(
      expect.arrayContaining(["PORT", "LOG_LEVEL", "SLACK_SIGNING_SECRET", "TEAMS_TENANT_ID", "TEAMS_APP_PASSWORD"]),
    );
  });

  test("never shows a secret, however wrong it is", () => {
    const names = ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "TEAMS_APP_PASSWORD", "REDIS_URL"];
    const secret = fc.string({ minLength: 8, unit: "grapheme-ascii" }).map((text) => `hush${text}`);
    fc.assert(
      fc.property(fc.constantFrom(...names), secret, (name, value) => {
        expect(problemsOf({ PORT: "x", [name]: value }).join("\n")).not.toContain("hush");
      }),
    );
  });
});

test("every secret is handed to the log, which strikes it out", () => {
  const { secrets } = readConfig({ ...slackOverHttp, ...teams, REDIS_URL: "redis://app:hunter2@redis:6379" });
  expect(secrets.map((secret) => secret.reveal())).toEqual([
    "xoxb-1",
    "8f742231b10e",
    "p4ss",
    "redis://app:hunter2@redis:6379",
  ]);
});

describe(".env.example", () => {
  const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
  const uncommented = parseEnv(example.replaceAll(/^# (?=[A-Z_]+=)/gm, ""));

  test("names every variable that is read, and no other", () => {
    const asked = new Set<string>();
    readConfig(new Proxy({}, { get: (_, name) => void asked.add(String(name)) }));
    // The names of proxies are read in small letters, too, as elsewhere.
    expect([...asked].filter((name) => name === name.toUpperCase()).sort()).toEqual(Object.keys(uncommented).sort());
  });

  test("shows what holds when a line is left out", () => {
    expect(readConfig(uncommented)).toEqual(readConfig({}));
  });
});
