import { stringify } from "node:querystring";
import {
  type Logger,
  type WebAPICallResult,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from "@slack/web-api";
import { z } from "zod";
import type { Outgoing } from "../../src/index.ts";
import { notReached } from "./reach.ts";

export type LeanOptions = {
  readonly token: string;
  readonly apiUrl: string;
  readonly request: Outgoing["request"];
  readonly logger: Logger;
  readonly timeoutMs: number;
};

/** One call of a method of Slack's Web API. Throws what Slack's client throws. */
export type LeanCall = (method: string, args: Readonly<Record<string, unknown>>) => Promise<WebAPICallResult>;

/**
 * The methods that every request uses. The others go through Slack's client, which takes as much of the processor as all the
 * rest that a message needs: it writes what it sends and gets into a log that nobody reads, waits in a queue, and tries again
 * where it is told not to (web-api 8.2.0, profiled 2026-11-30).
 */
export const IN_EVERY_REQUEST: ReadonlySet<string> = new Set(["chat.postMessage", "chat.update", "chat.getPermalink"]);

/**
 * The same as Slack's client on the wire, in its answers and in its errors: one try, no redirect, a time-out for the whole call.
 * @source WebClient.js of @slack/web-api 8.2.0 (`makeRequest`, `serializeBody`, `buildResult`), read 2026-11-30
 */
export function createLeanCall({ token, apiUrl, request, logger, timeoutMs }: LeanOptions): LeanCall {
  const headers = {
    accept: "application/json",
    authorization: `Bearer ${token}`,
    "content-type": "application/x-www-form-urlencoded",
    "user-agent": "Referee",
  };

  async function send(url: string, body: string): Promise<Answer> {
    const alarm = new AbortController();
    const timer = setTimeout(() => alarm.abort(new DOMException(TOO_LATE, "TimeoutError")), timeoutMs);
    try {
      const answer = await reach(request(url, { method: "POST", headers, body, signal: alarm.signal }), logger);
      return { url, status: answer.statusCode, headers: answer.headers, text: await read(answer.body.text()) };
    } finally {
      clearTimeout(timer);
    }
  }

  const root = apiUrl.endsWith("/") ? apiUrl : `${apiUrl}/`;
  return async (method, args) => {
    const result = resultOf(await send(`${root}${method}`, written(args)));
    warn(result, logger);
    if (!result.ok) throw new WebAPIPlatformError({ ...result, error: String(result.error) });
    return result;
  };
}

type Answer = {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
};

const TOO_LATE = "The operation was aborted due to timeout";

async function reach<T>(call: Promise<T>, logger: Logger): Promise<T> {
  return call.catch((caught: unknown) => {
    throw requestError(caught, logger);
  });
}

/** An answer that broke off: Slack had the call, and its client leaves the error as it is. */
async function read(text: Promise<string>): Promise<string> {
  return text.catch((caught: unknown) => {
    throw asFetchTells(caught, "terminated");
  });
}

/** Slack's client uses `fetch`, which has its own words for what broke. */
function asFetchTells(caught: unknown, words: string): Error {
  const error = caught instanceof Error ? caught : new Error(String(caught));
  return error.name === "TimeoutError" ? error : new TypeError(words, { cause: error });
}

function requestError(caught: unknown, logger: Logger): WebAPIRequestError {
  const broken = asFetchTells(caught, "fetch failed");
  const failed = notReached(broken) ?? broken;
  logger.warn("http request failed", failed.message);
  return new WebAPIRequestError(failed);
}

function written(args: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(args).filter(([, value]) => value !== undefined && value !== null);
  return stringify(Object.fromEntries(given.map(([name, value]) => [name, plain(value)])));
}

function plain(value: unknown): string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : JSON.stringify(value);
}

const Result = z.looseObject({ ok: z.boolean().default(false), error: z.string().optional() });

type Result = WebAPICallResult & { readonly error?: string | undefined };

function resultOf(answer: Answer): Result {
  const { status, text } = answer;
  const retryAfterS = Number.parseInt(headerOf(answer, "retry-after") ?? "", 10);
  if (status === 429 && !Number.isNaN(retryAfterS)) throw new WebAPIRateLimitedError(retryAfterS);
  if (status === 429) throw new Error(NOT_HOW_LONG(answer));
  if (status >= 300 && status < 400) throw new WebAPIRequestError(new TypeError("fetch failed"));
  if (status !== 200) throw new WebAPIHTTPError(status, "", namedHeaders(answer), text);
  const result = Result.safeParse(jsonOf(text));
  const data: Result = result.success ? result.data : { ok: false, error: text };
  return Number.isNaN(retryAfterS)
    ? data
    : { ...data, response_metadata: { ...data.response_metadata, retryAfter: retryAfterS } };
}

const NOT_HOW_LONG = (answer: Answer) =>
  `Retry header did not contain a valid timeout (url: ${answer.url}, retry-after header: ${headerOf(answer, "retry-after") ?? null})`;

/** A page that is not Slack's is told as the error, as its client does. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (caught) {
    if (caught instanceof SyntaxError) return null;
    throw caught;
  }
}

function headerOf({ headers }: Answer, name: string): string | undefined {
  return [headers[name]].flat()[0];
}

function namedHeaders({ headers }: Answer): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(", ")]],
    ),
  );
}

const Warned = z.object({
  response_metadata: z.object({ warnings: z.array(z.string()).catch([]), messages: z.array(z.string()).catch([]) }),
});

/** What Slack remarks on a call, in its words. */
function warn(result: WebAPICallResult, logger: Logger): void {
  if (result.response_metadata === undefined) return;
  const { warnings, messages } = Warned.safeParse(result).data?.response_metadata ?? NO_WARNINGS;
  for (const warning of warnings) logger.warn(warning);
  for (const message of messages) {
    const [, kind, text = ""] = /\[(ERROR|WARN)\](.*)/.exec(message) ?? [];
    if (kind === "ERROR") logger.error(text.trim());
    if (kind === "WARN") logger.warn(text.trim());
  }
}

const NO_WARNINGS = { warnings: [], messages: [] };
