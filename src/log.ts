import { types } from "node:util";
import { type DestinationStream, pino } from "pino";
import { type Clock, type EpochMs, MINUTE_MS } from "./clock.ts";
import { visibleJson } from "./plainText.ts";
import { keepNewest } from "./recent.ts";
import type { Secret } from "./secret.ts";

export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

/**
 * What belongs to a fact: the request key, a lane, a count. `error` takes whatever was caught. Words that somebody
 * typed go under `text`, and are shown at level debug only.
 */
export type Details = { readonly text?: string; readonly error?: unknown; readonly [name: string]: unknown };

/** Says what happened, one line a fact: `log.info("owner pinged", { request: "HAM-142", owner: "ot-controls" })`. */
export type Log = {
  debug(fact: string, details?: Details): void;
  info(fact: string, details?: Details): void;
  /** Something an administrator should look at, though Referee goes on by itself. */
  warn(fact: string, details?: Details): void;
  /** Something failed that Referee does not mend by itself. */
  error(fact: string, details?: Details): void;
  /** The same log, with these details on every line. */
  with(details: Details): Log;
};

export type LogOptions = {
  readonly level: LogLevel;
  /** Values that must not appear in any line, wherever they come from (an error message, an address). */
  readonly secrets?: readonly Secret[];
  /** Receives each line instead of the standard output. */
  readonly write?: (line: string) => void;
};

/** A log of JSON lines. Secrets are struck out of the finished line, so no path around it is left. */
export function createLog({ level, secrets = [], write }: LogOptions): Log {
  const strike = striker(secrets.map((secret) => secret.reveal()));
  const options = {
    level,
    base: null,
    messageKey: "fact",
    serializers: { error: describeError },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[secret]" },
    hooks: { streamWrite: (line: string) => visibleJson(strike(line)) },
  };
  return wrap(write === undefined ? pino(options) : pino(options, lineWriter(write)), level === "debug");
}

/** Between two lines about what anybody may cause. */
const QUIET_MS = 10 * MINUTE_MS;
/** So many kinds are counted at once: a kind may name an account. */
const MOST_KINDS = 1_000;

/**
 * Counts what anybody may cause as often as they like: the first of a kind must be seen, and all of them must not fill the
 * log.
 * @returns how many of this kind there were since its last line, when it is time for another one; else null
 */
export function countSeldom(now: Clock): (kind: string) => number | null {
  const kinds = new Map<string, { readonly at: EpochMs; readonly untold: number }>();
  return (kind) => {
    const last = kinds.get(kind);
    const count = (last?.untold ?? 0) + 1;
    const isDue = last === undefined || now() - last.at >= QUIET_MS;
    keepNewest(kinds, kind, isDue ? { at: now(), untold: 0 } : { at: last.at, untold: count }, MOST_KINDS);
    return isDue ? count : null;
  };
}

type PinoLog = ReturnType<typeof pino>;

function wrap(to: PinoLog, showsText: boolean): Log {
  const shown = (details: Details = {}) => {
    const { text, ...rest } = details;
    return showsText && text !== undefined ? { ...rest, text } : rest;
  };
  return {
    debug: (fact, details) => to.debug(shown(details), fact),
    info: (fact, details) => to.info(shown(details), fact),
    warn: (fact, details) => to.warn(shown(details), fact),
    error: (fact, details) => to.error(shown(details), fact),
    with: (details) => wrap(to.child(shown(details)), showsText),
  };
}

/** Only what every error has: the extra properties of library errors carry whole messages and request headers. */
function describeError(caught: unknown): unknown {
  if (!types.isNativeError(caught)) return String(caught);
  // What a parser could not read it quotes, be it a message that somebody typed.
  if (caught.name === "SyntaxError")
    return { name: caught.name, stack: caught.stack?.match(/^ {4}at .*$/gm)?.join("\n") };
  const code = "code" in caught ? caught.code : undefined;
  const cause = caught.cause === undefined ? undefined : describeError(caught.cause);
  return { name: caught.name, code, message: caught.message, stack: caught.stack, cause };
}

function lineWriter(write: (line: string) => void): DestinationStream {
  return { write };
}

/** Names under which libraries keep what must not be seen, for instance in the errors they throw. */
const SECRET_NAMES = ["token", "password", "secret", "signingSecret", "authorization", "Authorization", "access_token"];

/** Slack's tokens, bearer tokens, and the password in an address: known by their shape, whoever printed them. */
const SECRET_SHAPES = [
  /\bxox[a-z](?:\.[a-z]+)?-[\w-]+/g,
  /\bxapp-[\w-]+/g,
  /(?<=\bBearer )[\w.~+/=-]+/gi,
  /(?<=:\/\/[^\s:@/"]*:)[^\s@/"]+(?=@)/g,
];

function striker(values: readonly string[]): (line: string) => string {
  // A value of a few letters would strike out half of every line; such a password protects nothing anyway.
  const known = values.filter((value) => value.length >= 6).map((value) => JSON.stringify(value).slice(1, -1));
  return (line) => {
    const struck = known.reduce((text, value) => text.replaceAll(value, "[secret]"), line);
    return SECRET_SHAPES.reduce((text, shape) => text.replace(shape, "[secret]"), struck);
  };
}
