import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { App } from "@slack/bolt";
import {
  type Clock,
  HTTP_LIMITS,
  JsonTooDeepError,
  type Log,
  RefereeError,
  readJson,
  type Secret,
} from "../../src/index.ts";
import { type Admits, Body, deliver, type SlackReceiver } from "./deliver.ts";
import { countRefusals, notInstalled, type Refusal } from "./refusals.ts";
import { objectionTo } from "./signature.ts";

/** The one path for events, interactions, commands and options. */
export const SLACK_PATH = "/slack/events";

/** Slack's largest payloads (a form of 250 KB, a message of 40,000 characters twice) stay below this, in bytes. */
const BODY_LIMIT = 1_048_576;

const TOO_LARGE: Refusal = { kind: "tooLarge", status: 413, why: "it is larger than anything Slack sends" };
const UNREADABLE: Refusal = {
  kind: "unreadable",
  status: 400,
  why: "it is signed, but its body is not what Slack sends",
};
const TOO_DEEP: Refusal = { ...UNREADABLE, why: "it is signed, but its body goes deeper than anything Slack sends" };
const isRefusal = (read: Body | Refusal): read is Refusal => read === UNREADABLE || read === TOO_DEEP;

export type HttpOptions = {
  readonly signingSecret: Secret;
  /** Where to listen, or null when `listener` is mounted on a server of somebody else's. */
  readonly listen: { readonly host: string; readonly port: number } | null;
  readonly admits: Admits;
  readonly now: Clock;
  readonly log: Log;
};

/**
 * Takes Slack's HTTP requests. Unlike Bolt's own receiver it answers an event only after it is recorded, refuses
 * signatures from the future as well as from the past, and survives any body.
 */
export function createHttpReceiver({ signingSecret, listen, admits, now, log }: HttpOptions): SlackReceiver {
  const underWay = new Set<Promise<void>>();
  const counted = countRefusals(log, now);
  let app: App | null = null;
  let server: Server | null = null;

  async function take(request: IncomingMessage): Promise<Reply> {
    if (pathOf(request) !== SLACK_PATH) return status(404);
    if (request.method !== "POST") return status(405);
    const raw = await readBody(request);
    return raw === null ? refuse(TOO_LARGE) : judge(request, raw);
  }

  async function judge(request: IncomingMessage, raw: string): Promise<Reply> {
    if (isSslCheck(raw)) return status(200);
    const objection = objectionTo(request.headers, raw, signingSecret, now());
    if (objection !== null) return refuse(objection);
    const body = parseBody(raw, request.headers["content-type"] ?? "");
    return isRefusal(body) ? refuse(body) : answer(body, retryOf(request));
  }

  function refuse(refusal: Refusal): Reply {
    counted(refusal);
    return status(refusal.status);
  }

  async function answer(body: Body, retry: number): Promise<Reply> {
    if (body.type === "url_verification") return carrying({ challenge: body.challenge });
    if (body.type === "app_rate_limited") log.warn("Slack withholds events: more than 30,000 came in an hour");
    if (app === null) return status(503);
    return (await admits(body)) ? carrying(await deliver(app, { body, retry })) : refuse(notInstalled(body));
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const closed = once(response, "close");
    send(response, await take(request).catch((error: unknown) => failed(error, log)));
    await closed;
  }

  const listener: RequestListener = (request, response) => {
    const served = serve(request, response)
      .catch((error: unknown) => log.warn("an answer to Slack could not be sent", { error }))
      .finally(() => underWay.delete(served));
    underWay.add(served);
  };

  return {
    listener,
    init: (ready) => {
      app = ready;
    },
    async start() {
      if (listen === null) return;
      server = createServer(HTTP_LIMITS, listener);
      await listening(server, listen);
    },
    async stop() {
      const closed = server === null ? null : once(server, "close");
      server?.close();
      await Promise.all(underWay);
      // Slack keeps its connections for the next request; none of them waits for an answer now.
      server?.closeAllConnections();
      await closed;
      server = null;
    },
    url: () => urlOf(server),
    isOpen: () => listen === null || server !== null,
    trouble: () => (listen === null || server !== null ? null : "it does not listen"),
  };
}

type Reply = { readonly status: number; readonly body: unknown };

const status = (code: number): Reply => ({ status: code, body: undefined });
const carrying = (body: unknown): Reply => ({ status: 200, body });

/** Anything but success makes Slack send an event again: at once, after a minute, after five. */
function failed(error: unknown, log: Log): Reply {
  if ((error instanceof RefereeError && error.code === "STORE_AWAY") || isNotReady(error)) {
    log.warn("Slack was asked to send again", { error });
    return status(503);
  }
  log.error("a delivery from Slack was not recorded", { error });
  return status(500);
}

/** Bolt's name for a Referee that does not know yet who it is in the workspace: it has only just started. */
function isNotReady(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "slack_bolt_authorization_error";
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "").split("?", 1)[0] ?? "";
}

/** The body as sent, or null when it is longer than anything Slack sends. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  // Not destroyed when left early, so that the refusal still reaches the sender.
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    bytes += piece.length;
    if (bytes > BODY_LIMIT) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

/** Slack checks the certificate unsigned, with a form that says only this: nothing else is read from it. */
function isSslCheck(raw: string): boolean {
  return raw.length < 200 && raw.startsWith("ssl_check=1");
}

/** What is wrong with it, where it is none. */
function parseBody(raw: string, contentType: string): Body | Refusal {
  try {
    return (
      Body.safeParse(contentType.startsWith("application/json") ? readJson(raw) : parseForm(raw)).data ?? UNREADABLE
    );
  } catch (caught) {
    if (caught instanceof JsonTooDeepError) return TOO_DEEP;
    if (caught instanceof SyntaxError) return UNREADABLE;
    throw caught;
  }
}

function parseForm(raw: string): unknown {
  const form = new URLSearchParams(raw);
  const payload = form.get("payload");
  return payload === null ? Object.fromEntries(form) : readJson(payload);
}

function retryOf(request: IncomingMessage): number {
  const retry = Number(request.headers["x-slack-retry-num"] ?? 0);
  return Number.isInteger(retry) ? retry : 0;
}

function send(response: ServerResponse, { status: code, body }: Reply): void {
  // What is refused for where it comes from is refused again.
  if (code === 403) response.setHeader("x-slack-no-retry", "1");
  if (code === 413) response.setHeader("connection", "close");
  if (body === undefined) return void response.writeHead(code).end();
  response.writeHead(code, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
}

function listening(server: Server, at: { readonly host: string; readonly port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(at, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function urlOf(server: Server | null): string | null {
  const address = server?.address();
  if (address === null || address === undefined || typeof address === "string") return null;
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}${SLACK_PATH}`;
}
