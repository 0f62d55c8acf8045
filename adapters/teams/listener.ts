import type { IncomingMessage, ServerResponse } from "node:http";
import { type Log, readJson } from "../../src/index.ts";
import type { InvokeAnswer } from "./transport/transport.ts";

/** Answers one request; for an HTTP server of one's own, or one that is shared. */
export type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;

/** A request with its body as parsed JSON, an object for certain. */
export type Posted = { readonly authorization: string; readonly body: object; readonly remoteAddress: string };

export type Handle = (posted: Posted) => Promise<InvokeAnswer | null>;

export const MESSAGES_PATH = "/api/messages";

// The largest activity carries the HTML of a message, 100 KB at most, and a card's data.
const BODY_BYTES = 512 * 1_024;

/** Reads what Teams posts and answers with what the handler says: 500 when it fails, and nothing of the error. */
export function createListener(handle: Handle, log: Log): RequestListener {
  return (request, response) => {
    answer(request, handle)
      .catch((error: unknown): InvokeAnswer => {
        log.error("an activity was not handled", { error });
        return { status: 500, body: {} };
      })
      .then(({ status, body }) => respond(response, status, body))
      .catch((error: unknown) => log.warn("the answer did not reach Teams", { error }));
  };
}

async function answer(request: IncomingMessage, handle: Handle): Promise<InvokeAnswer> {
  const refused = refusalOf(request);
  if (refused !== null) return { status: refused, body: null };
  const text = await readBody(request);
  if (text === null) return { status: 413, body: null };
  const body = readObject(text);
  if (body === null) return { status: 400, body: null };
  const { authorization = "" } = request.headers;
  const answered = await handle({ authorization, body, remoteAddress: request.socket.remoteAddress ?? "" });
  return answered ?? { status: 200, body: null };
}

/** The status for a request that is none of Teams', or null. Some clients probe with HEAD, and are answered. */
function refusalOf({ method, url, headers }: IncomingMessage): number | null {
  if (new URL(url ?? "/", "http://referee").pathname !== MESSAGES_PATH) return 404;
  if (method === "HEAD") return 200;
  if (method !== "POST") return 405;
  return /^application\/json\s*(;|$)/i.test(headers["content-type"] ?? "") ? null : 415;
}

/** The body as text; null when it is too large. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const piece = Buffer.from(chunk);
    bytes += piece.byteLength;
    if (bytes > BODY_BYTES) return null;
    chunks.push(piece);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function readObject(text: string): object | null {
  try {
    const value: unknown = readJson(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function respond(response: ServerResponse, status: number, body: unknown): void {
  const close = status === 413 ? { connection: "close" } : {};
  if (body === null) {
    response.writeHead(status, close).end();
    return;
  }
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...close }).end(JSON.stringify(body));
}
