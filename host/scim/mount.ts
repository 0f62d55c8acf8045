import type { IncomingMessage, ServerResponse } from "node:http";
import { RefereeError } from "../../src/errors.ts";
import { readJson } from "../../src/json.ts";
import type { Log } from "../../src/log.ts";
import type { Secret } from "../../src/secret.ts";
import { isSame } from "../bearer.ts";
import type { Mount } from "../httpServer.ts";
import type { Resources } from "./directory.ts";
import { CONFIGURATION, SCHEMAS, TYPES } from "./discovery.ts";
import { listOf } from "./resources.ts";
import { ScimError } from "./scimError.ts";

export const SCIM_PATH = "/scim/v2";

/** More than any group of a plant's company needs. */
const MOST_BYTES = 4 * 1024 * 1024;

type Answer = { readonly status: number; readonly body: object | null; readonly location?: string };

/** SCIM 2.0 (RFC 7644) for whoever has a token; to everybody else it says nothing but that they need one. */
export function scimMount(
  tokens: readonly Secret[],
  all: Readonly<Record<"Users" | "Groups", Resources>>,
  log: Log,
): Mount {
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const url = new URL(request.url ?? "", "http://referee");
    const { collection, id } = addressed(url.pathname);
    if (collection === "Users" || collection === "Groups") {
      const resources = all[collection];
      return id === null ? onAll(resources, url, request) : onOne(resources, id, url, request);
    }
    const found = discovery(collection, id);
    if (found === null) throw unknownAddress();
    if (request.method !== "GET") throw notAllowed();
    return { status: 200, body: found };
  };
  return {
    path: SCIM_PATH,
    listener: (request, response) => {
      if (!mayAsk(request, tokens)) return deny(response);
      answer(request).then(
        (said) => send(response, said),
        (error: unknown) => send(response, failed(error, log)),
      );
    },
  };
}

function addressed(path: string): { readonly collection: string; readonly id: string | null } {
  const parts = path.slice(SCIM_PATH.length + 1).split("/");
  const [collection = "", id = null, ...more] = parts.filter((part) => part !== "").map(decoded);
  if (more.length > 0) throw unknownAddress();
  return { collection, id };
}

async function onAll(resources: Resources, url: URL, request: IncomingMessage): Promise<Answer> {
  if (request.method === "GET") return { status: 200, body: await resources.list(url.searchParams) };
  if (request.method !== "POST") throw notAllowed();
  const { id, shown } = await resources.create(await bodyOf(request));
  return { status: 201, body: shown, location: `${url.pathname.replace(/\/$/, "")}/${id}` };
}

async function onOne(resources: Resources, id: string, url: URL, request: IncomingMessage): Promise<Answer> {
  switch (request.method) {
    case "GET":
      return { status: 200, body: await resources.read(id, url.searchParams) };
    case "PUT":
      return { status: 200, body: await resources.replace(id, await bodyOf(request)) };
    case "PATCH":
      return { status: 200, body: await resources.change(id, await bodyOf(request)) };
    case "DELETE":
      await resources.remove(id);
      return { status: 204, body: null };
    default:
      throw notAllowed();
  }
}

function discovery(collection: string, id: string | null): object | null {
  if (collection === "ServiceProviderConfig") return id === null ? CONFIGURATION : null;
  const all = collection === "ResourceTypes" ? TYPES : collection === "Schemas" ? SCHEMAS : null;
  if (all === null) return null;
  return id === null ? listOf(all) : (all.find((each) => each.id === id) ?? null);
}

const unknownAddress = () => new ScimError(404, "there is no such address");
const notAllowed = () => new ScimError(405, "this cannot be done here");

/** Looks at every token, so that how long it takes says nothing. */
function mayAsk({ headers }: IncomingMessage, tokens: readonly Secret[]): boolean {
  const given = /^bearer +(\S+) *$/i.exec(headers.authorization ?? "")?.[1] ?? "";
  return tokens.map((token) => isSame(given, token.reveal())).some((same) => same);
}

function deny(response: ServerResponse): void {
  send(
    response,
    { status: 401, body: new ScimError(401, "a bearer token is needed").body() },
    { "www-authenticate": "Bearer" },
  );
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause;
    throw unknownAddress();
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new ScimError(413, `the body has more than ${MOST_BYTES} bytes`);
    parts.push(Buffer.from(part));
  }
  try {
    return readJson(Buffer.concat(parts).toString("utf8"));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new ScimError(400, "the body is not JSON", "invalidSyntax");
  }
}

type Failure = Answer & { readonly retryAfter?: number };

function failed(error: unknown, log: Log): Failure {
  const told = error instanceof ScimError ? error : unforeseen(error, log);
  return { status: told.status, body: told.body(), ...(told.retryAfter !== null && { retryAfter: told.retryAfter }) };
}

/** Redis away: the client asks again, and nothing is lost. */
function unforeseen(error: unknown, log: Log): ScimError {
  log.warn("SCIM could not be answered", { error });
  const isAway = error instanceof RefereeError && error.code === "STORE_AWAY";
  return isAway
    ? new ScimError(503, "the record does not answer; ask again", null, AGAIN_S)
    : new ScimError(500, "that did not work");
}

const AGAIN_S = 30;

function send(
  response: ServerResponse,
  { status, body, location, retryAfter }: Failure,
  more: Record<string, string> = {},
): void {
  const headers = {
    ...more,
    "cache-control": "no-store",
    ...(body !== null && { "content-type": "application/scim+json; charset=utf-8" }),
    ...(location !== undefined && { location }),
    ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
  };
  response.writeHead(status, headers).end(body === null ? undefined : JSON.stringify(body));
}
