import { z } from "zod";
import { type ArchiveConfig, readArchive } from "./config/archive.ts";
import { type MetricsConfig, readMetrics } from "./config/metrics.ts";
import { type ProxyConfig, readProxy, secretsOfProxy } from "./config/proxy.ts";
import { addressOf, faultOfAddress, type Reach, type RedisAddress } from "./config/redisAddress.ts";
import { readScim, type ScimConfig } from "./config/scim.ts";
import { readSecondReader, type SecondReaderConfig } from "./config/secondReader.ts";
import { type Environment, Settings } from "./config/settings.ts";
import { readSlack, type SlackConfig } from "./config/slack.ts";
import { readTeams, type TeamsConfig } from "./config/teams.ts";
import { isLoopback, oneOf, Port, Text } from "./config/variables.ts";
import { RefereeError } from "./errors.ts";
import type { LogLevel } from "./log.ts";
import type { Secret } from "./secret.ts";

/** How this process was asked to run. `.env.example` explains each variable behind it. */
export type Config = {
  readonly redis: RedisConfig;
  readonly plantsDir: string;
  readonly workflowsDir: string;
  /** Where Referee keeps what is its own on this machine; made when missing. */
  readonly dataDir: string;
  readonly http: { readonly host: string; readonly port: number };
  readonly logLevel: LogLevel;
  /** Null: whatever is over stays in Redis. */
  readonly archive: ArchiveConfig | null;
  /** Null: nothing is counted, and `/metrics` is not there. */
  readonly metrics: MetricsConfig | null;
  /** Null: other machines are reached directly. */
  readonly proxy: ProxyConfig | null;
  /** A file of certificates that Node trusts beside its own; Node reads it when it starts. */
  readonly extraCertificates: string | null;
  readonly slack: SlackConfig | null;
  readonly teams: TeamsConfig | null;
  /** Null: no directory tells who has left. */
  readonly scim: ScimConfig | null;
  /** Null: nobody but Referee reads what people write. */
  readonly secondReader: SecondReaderConfig | null;
  /** Whether to offer the local chat: when asked for, or when no platform is configured. */
  readonly webChat: boolean;
  /** Every secret above, for the log to strike out. */
  readonly secrets: readonly Secret[];
};

export type RedisConfig = {
  /** Null: run an own server. May hold a password. */
  readonly url: Secret | null;
  /** Files for TLS, and what Sentinel asks for. */
  readonly reach?: RedisReach;
  /** The hash tag of this installation's keys: two installations may share one Redis. */
  readonly tag: string;
  /** The program to run as own server. */
  readonly server: string;
  /** Start on a Redis that may lose what it answered, and say so. */
  readonly acceptsLoss: boolean;
  /** Whether a record that began otherwise shall take the form that needs less memory; see `store/form.ts`. */
  readonly compact?: boolean;
};

/** @throws RefereeError `CONFIG_INVALID`, naming every variable that is wrong or missing, and what to do about it */
export function readConfig(environment: Environment): Config {
  const settings = new Settings(environment);
  const host = settings.withDefault("HOST", Text, "127.0.0.1");
  const slack = readSlack(settings);
  const teams = readTeams(settings, host);
  const proxy = readProxy(settings);
  const scim = readScim(settings);
  const config = {
    redis: readRedis(settings),
    plantsDir: settings.withDefault("PLANTS_DIR", Text, "plants"),
    workflowsDir: settings.withDefault("WORKFLOWS_DIR", Text, "workflows"),
    dataDir: settings.withDefault("DATA_DIR", Text, ".referee"),
    http: { host, port: settings.withDefault("PORT", Port, 3000) },
    logLevel: settings.withDefault("LOG_LEVEL", oneOf("debug", "info", "warn", "error", "silent"), "info"),
    archive: readArchive(settings),
    metrics: readMetrics(settings),
    proxy,
    extraCertificates: settings.optional("NODE_EXTRA_CA_CERTS", Text),
    slack,
    teams,
    scim,
    secondReader: readSecondReader(settings),
    webChat: readWebChat(settings, host, slack !== null || teams !== null),
    secrets: [...settings.secrets, ...secretsOfProxy(proxy), ...(scim?.tokens ?? [])],
  };
  refuseProblems(settings.problems);
  return config;
}

export type RedisReach = Omit<Reach, "sentinelPassword"> & { readonly sentinelPassword: Secret | null };

const Tag = z.string().regex(/^[a-z0-9][a-z0-9-]{0,29}$/, "must be up to 30 small letters, digits and dashes");

const Yes = z.literal("yes", "must be yes or left out");

function readRedis(settings: Settings): RedisConfig {
  const url = settings.secret("REDIS_URL", faultOfAddress);
  return {
    url,
    reach: readReach(settings, url),
    tag: settings.withDefault("REFEREE_TAG", Tag, "referee"),
    server: settings.withDefault("REDIS_SERVER", Text, "redis-server"),
    acceptsLoss: settings.optional("REDIS_UNSAFE_ACCEPT_LOSS", Yes) !== null,
    compact: settings.optional("RECORD_COMPACT", Yes) !== null,
  };
}

function readReach(settings: Settings, url: Secret | null): RedisReach {
  const ca = settings.optional("REDIS_TLS_CA", Text);
  const cert = settings.optional("REDIS_TLS_CERT", Text);
  const key = settings.optional("REDIS_TLS_KEY", Text);
  if ((cert === null) !== (key === null))
    settings.complain(
      cert === null ? "REDIS_TLS_CERT" : "REDIS_TLS_KEY",
      "is missing: a certificate and its key go together.",
    );
  // Read and then ignored, it would leave passwords on the wire in the plain.
  if ([ca, cert, key].some((file) => file !== null) && url !== null && !url.reveal().startsWith("rediss"))
    settings.complain("REDIS_URL", "must begin with rediss:// (or rediss+sentinel://) where REDIS_TLS_… is set.");
  return { ca, cert, key, sentinelPassword: settings.secret("REDIS_SENTINEL_PASSWORD") };
}

/** Where the record's Redis is; null where Referee runs its own. @throws RefereeError `CONFIG_INVALID` */
export function redisAddress({ url, reach }: Pick<RedisConfig, "url" | "reach">): RedisAddress | null {
  if (url === null) return null;
  const { ca = null, cert = null, key = null, sentinelPassword = null } = reach ?? {};
  return addressOf(url.reveal(), { ca, cert, key, sentinelPassword: sentinelPassword?.reveal() ?? null });
}

/** Whoever opens the local chat plays every person of the plant, so it is never offered to other machines. */
function readWebChat(settings: Settings, host: string, isPlatformConfigured: boolean): boolean {
  const wanted = settings.withDefault("WEB_CHAT", oneOf("on", "off", "auto"), "auto");
  if (wanted === "on" && !isLoopback(host))
    settings.complain("WEB_CHAT", `lets its visitor play everybody, so HOST must be 127.0.0.1, not "${host}".`);
  return wanted === "on" || (wanted === "auto" && !isPlatformConfigured && isLoopback(host));
}

function refuseProblems(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const list = problems.map((problem) => `  ${problem}`).join("\n");
  throw new RefereeError("CONFIG_INVALID", `Please change these settings (.env.example explains each):\n${list}`);
}
