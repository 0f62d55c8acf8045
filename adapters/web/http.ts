import type { IncomingMessage, ServerResponse } from "node:http";
import type { z } from "zod";
import { RefereeError, readJson as readJsonText } from "../../src/index.ts";
import { askedLanguage } from "./askedLanguage.ts";
import { REFUSED } from "./refusedWords.ts";
import type { Texts } from "./texts.ts";
import { sayTooLong } from "./wire.ts";

/** Largest body the page ever sends, in bytes: a form with four long texts, written in any script. */
export const BODY_LIMIT_BYTES = 64 * 1024;

/** A call that cannot be answered with success; `status` and `why`, in its reader's language, go back to the page. */
export class HttpProblem extends RefereeError {
  readonly status: number;

  readonly why: Texts;

  constructor({ status, why }: { readonly status: number; readonly why: Texts }, options?: ErrorOptions) {
    super("NOT_ALLOWED", why.en, options);
    this.status = status;
    this.why = why;
  }
}

/**
 * The body as `schema` wants it.
 * @throws HttpProblem 413 for a body past `BODY_LIMIT_BYTES`, 400 for one that is not what the page sends
 */
export async function readJson<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  const text = await readText(request);
  try {
    return schema.parse(readJsonText(text));
  } catch (cause) {
    throw new HttpProblem({ status: 400, why: sayTooLong(cause) ?? REFUSED.unreadable }, { cause });
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > BODY_LIMIT_BYTES) throw new HttpProblem({ status: 413, why: REFUSED.tooLarge });
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString("utf8");
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
}

/** Turns a call away, in the language of the browser it came from. What is left of its body is not read. */
export function refuse(
  response: ServerResponse,
  { status, why }: { readonly status: number; readonly why: Texts },
): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" });
  response.end(`${why[askedLanguage(response.req)]}\n`);
}

/** What was asked for. Anything that is no address counts as the front page: it is the guard that decides, not this. */
export function addressOf(request: IncomingMessage): URL {
  const origin = "http://localhost";
  return new URL(URL.canParse(request.url ?? "", origin) ? (request.url ?? "/") : "/", origin);
}
