import type { IncomingMessage, ServerResponse } from "node:http";
import { type Fault, type Faults, isAfterDoing } from "./faults.ts";
import type { MethodContext } from "./method.ts";
import { METHODS } from "./methods.ts";
import type { RateLimiter } from "./rates.ts";
import { Refusal } from "./refusal.ts";
import type { Tokens } from "./tokens.ts";

/** One call as it came in, and what was answered: the HTTP status, or 0 when the answer never left. */
export type Call = {
  readonly method: string;
  readonly args: Args;
  readonly token: string;
  readonly status: number;
  readonly error: string | null;
};
export type Args = Readonly<Record<string, unknown>>;

export type WebApiOptions = {
  /** Of the app, for what its own token asks. */
  readonly context: MethodContext;
  readonly rates: RateLimiter;
  readonly faults: Faults;
  readonly appToken: string;
  readonly tokens: Tokens;
  readonly calls: Call[];
};

/** An answer, or what happens to the connection instead of one. */
type Reply =
  | {
      readonly type: "answer";
      readonly status: number;
      readonly headers: Record<string, string>;
      readonly body: Args | null;
    }
  | { readonly type: "silence" }
  | { readonly type: "reset" };

/** Answers `POST /api/<method>` as Slack's Web API does: token, rate, arguments, and only then the deed. */
export function createWebApi(options: WebApiOptions) {
  const { faults, calls } = options;
  return (request: IncomingMessage, response: ServerResponse, raw: string): void => {
    const method = (request.url ?? "").replace(/^\/api\//, "").replace(/\?.*$/, "");
    const args = readArgs(raw, request.headers["content-type"] ?? "");
    const fault = faults.take(method);
    const done = fault === null || isAfterDoing(fault) ? answer(method, args, tokenOf(request, args), options) : null;
    const reply = fault === null && done !== null ? done : replyTo(fault ?? "timeout");
    calls.push({ method, args, token: tokenOf(request, args), ...recorded(reply) });
    send(response, reply);
  };
}

function answer(name: string, args: Args, token: string, options: WebApiOptions): Reply {
  const { tokens } = options;
  try {
    if (name === "oauth.v2.access" || name === "oauth.v2.exchange") return succeed(tokens.methods[name](args));
    if (name === "auth.revoke") return revoke(token, tokens);
    return call(name, args, token, options);
  } catch (caught) {
    if (caught instanceof Refusal) return refuse(caught.code, pointers(caught));
    throw caught;
  }
}

function revoke(token: string, tokens: Tokens): Reply {
  tokens.contextOf(token);
  tokens.revokeToken(token);
  return succeed({ revoked: true });
}

function call(name: string, args: Args, token: string, options: WebApiOptions): Reply {
  const { rates, appToken, tokens } = options;
  const method = METHODS[name];
  if (method === undefined) return refuse("unknown_method");
  const ofApp = name === "apps.connections.open";
  if (ofApp !== (token === appToken)) return refuse(wrongKind(token, options));
  const context = ofApp ? options.context : tokens.contextOf(token);
  if (method.scopes.length > 0 && !method.scopes.some((scope) => context.scopes.has(scope)))
    return refuse("missing_scope", { needed: method.scopes[0], provided: [...context.scopes].join(",") });
  const retryAfterS = rates.retryAfterS(name, String(args.channel ?? ""));
  if (retryAfterS > 0) return limited(retryAfterS);
  return succeed(method.run(args, context), ofApp ? {} : grantedTo(context));
}

function succeed(body: Args, headers: Record<string, string> = {}): Reply {
  return { type: "answer", status: 200, headers, body: { ok: true, ...body } };
}

/** With every answer Slack tells which scopes the token has. */
function grantedTo({ scopes }: MethodContext): Record<string, string> {
  return { "x-oauth-scopes": [...scopes].join(",") };
}

/** A token of the app where one of the bot is needed, or the other way round. */
function wrongKind(token: string, { appToken, tokens }: WebApiOptions): string {
  if (token === "") return "not_authed";
  return token === appToken || tokens.good().includes(token) ? "not_allowed_token_type" : "invalid_auth";
}

function pointers({ messages }: Refusal): Args {
  return messages.length === 0 ? {} : { response_metadata: { messages } };
}

function refuse(error: string, details: Args = {}): Reply {
  return { type: "answer", status: 200, headers: {}, body: { ok: false, error, ...details } };
}

function limited(retryAfterS: number): Reply {
  return {
    type: "answer",
    status: 429,
    headers: { "retry-after": String(retryAfterS) },
    body: { ok: false, error: "ratelimited" },
  };
}

function replyTo(fault: Fault): Reply {
  if (typeof fault === "string") return { type: fault.startsWith("reset") ? "reset" : "silence" };
  if ("error" in fault) return refuse(fault.error);
  if ("statusAfterDoing" in fault) return { type: "answer", status: fault.statusAfterDoing, headers: {}, body: null };
  if ("answerAfterDoing" in fault) return succeed(fault.answerAfterDoing);
  if (fault.status === 429) return limited(fault.retryAfterS ?? 1);
  return { type: "answer", status: fault.status, headers: {}, body: null };
}

function recorded(reply: Reply): Pick<Call, "status" | "error"> {
  if (reply.type !== "answer") return { status: 0, error: reply.type };
  const error = reply.body?.error;
  return { status: reply.status, error: typeof error === "string" ? error : null };
}

function send(response: ServerResponse, reply: Reply): void {
  // In silence the caller hears nothing until it hangs up by itself.
  if (reply.type === "silence") return;
  if (reply.type === "reset") {
    response.destroy();
    return;
  }
  response.writeHead(reply.status, { "content-type": "application/json; charset=utf-8", ...reply.headers });
  response.end(reply.body === null ? "" : JSON.stringify(reply.body));
}

function tokenOf({ headers }: IncomingMessage, args: Args): string {
  return headers.authorization?.replace(/^Bearer ?/, "") ?? String(args.token ?? "");
}

/** Slack takes JSON, or a form in which structured arguments are JSON. */
function readArgs(raw: string, contentType: string): Args {
  if (contentType.startsWith("application/json")) return Object(JSON.parse(raw));
  const structured = new Set(["blocks", "metadata", "view", "attachments", "files"]);
  return Object.fromEntries(
    [...new URLSearchParams(raw)].map(([key, value]) => [key, structured.has(key) ? json(value) : value]),
  );
}

function json(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch (caught) {
    if (caught instanceof SyntaxError) return value;
    throw caught;
  }
}
