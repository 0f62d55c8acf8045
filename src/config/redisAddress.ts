import { readFileSync } from "node:fs";
import type { RedisOptions } from "ioredis";
import { RefereeError } from "../errors.ts";

/** Where Redis is: an address, or what a socket or TLS set-up needs. */
export type RedisAddress = string | ClientOptions;

/** `replyMapping` is left at its default: its type does not agree with ioredis's own constructor. */
export type ClientOptions = Omit<RedisOptions, "replyMapping">;

/** How Redis is reached beside its address. Files, as PEM. */
export type Reach = {
  readonly ca: string | null;
  readonly cert: string | null;
  readonly key: string | null;
  readonly sentinelPassword: string | null;
};

const SENTINEL = /^redis(s?)\+sentinel:\/\/(?:([^@/]*)@)?([^@/?#]+)\/([^/?#]+)$/;

/** What an address must be, and why this one is none; null for one that is. Quotes nothing of it: it may hold a password. */
export function faultOfAddress(url: string): string | null {
  if (url.startsWith("/")) return null;
  if (!isDecodable(url)) return UNDECODABLE;
  if (/^rediss?\+sentinel:/.test(url)) return sentinelsIn(url) === null ? SENTINEL_ADDRESSES : null;
  return /^rediss?:\/\//.test(url) && URL.canParse(url) ? null : ADDRESSES;
}

const ADDRESSES =
  "must be redis://host:6379, rediss://host:6379 (TLS), redis+sentinel://host:26379,host:26379/name or the path of a socket.";
const UNDECODABLE = "has a % that stands for nothing: write it as %25.";

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

const SENTINEL_ADDRESSES =
  "must name Sentinels and the name of their master: redis+sentinel://user:password@host:26379,host:26379/mymaster.";

/** Whether one of several servers answers, and another one after a failover. */
export function failsOver(address: RedisAddress): boolean {
  return typeof address !== "string" && address.sentinels !== undefined && address.sentinels !== null;
}

/** @throws RefereeError `CONFIG_INVALID` for a file that cannot be read */
export function addressOf(url: string, reach: Reach): RedisAddress {
  const tls = tlsOf(reach);
  const found = sentinelsIn(url);
  if (found !== null) {
    const { isTls, sentinels, name, username, password } = found;
    return {
      ...{ sentinels: [...sentinels], name },
      ...{ ...(username !== null && { username }), ...(password !== null && { password }) },
      ...(reach.sentinelPassword !== null && { sentinelPassword: reach.sentinelPassword }),
      ...(isTls && { tls, sentinelTLS: tls, enableTLSForSentinelMode: true }),
      // A master that became a replica keeps its connections.
      reconnectOnError: (error) => error.message.startsWith("READONLY"),
    };
  }
  if (!url.startsWith("rediss:")) return url;
  const { hostname, port, username, password, pathname } = new URL(url);
  const db = Number(pathname.slice(1) || "0");
  return {
    ...{ host: bare(hostname), port: Number(port || "6379"), tls },
    ...(Number.isInteger(db) && { db }),
    ...(username !== "" && { username: decodeURIComponent(username) }),
    ...(password !== "" && { password: decodeURIComponent(password) }),
  };
}

function sentinelsIn(url: string) {
  const [, secure, user = "", hosts = "", name = ""] = SENTINEL.exec(url) ?? [];
  if (secure === undefined) return null;
  const sentinels = hosts.split(",").map(hostIn);
  const [username = "", ...password] = user.split(":");
  if (!sentinels.every((each) => each !== null)) return null;
  return {
    ...{ isTls: secure === "s", sentinels, name: decodeURIComponent(name) },
    username: username === "" ? null : decodeURIComponent(username),
    password: password.length === 0 ? null : decodeURIComponent(password.join(":")),
  };
}

function hostIn(text: string): { readonly host: string; readonly port: number } | null {
  const url = `redis://${text}`;
  if (text === "" || !URL.canParse(url)) return null;
  const { hostname, port } = new URL(url);
  return { host: bare(hostname), port: Number(port || "26379") };
}

/** An address of IPv6 stands in brackets in a URL, and nowhere else. */
const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, "");

function tlsOf({ ca, cert, key }: Reach) {
  return {
    ...(ca !== null && { ca: pem("REDIS_TLS_CA", ca) }),
    ...(cert !== null && { cert: pem("REDIS_TLS_CERT", cert) }),
    ...(key !== null && { key: pem("REDIS_TLS_KEY", key) }),
  };
}

function pem(setting: string, file: string): string {
  try {
    const text = readFileSync(file, "utf8");
    if (text.includes("-----BEGIN ")) return text;
  } catch (cause) {
    throw new RefereeError("CONFIG_INVALID", `${setting}: ${file} cannot be read.`, { cause });
  }
  throw new RefereeError("CONFIG_INVALID", `${setting}: ${file} is no PEM file ("-----BEGIN …").`);
}
