import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { ConnectorAnswer, ConnectorCall } from "./connector.ts";
import type { Call, Faults } from "./faults.ts";

export type FakeRoutes = {
  readonly faults: Faults;
  /** The form posted to the login; null when the app or its secret is wrong. */
  login(form: URLSearchParams): string | null;
  isToken(token: string): boolean;
  metadata(): unknown;
  keys(): unknown;
  connector(call: ConnectorCall): ConnectorAnswer;
  happened(): void;
};

/** Listens on loopback as login, identity metadata and connector at once. */
export async function startServer(routes: FakeRoutes, port = 0): Promise<Server> {
  const server = createServer((request, response) => {
    answer(routes, request, response).catch((error: unknown) => {
      respond(response, { status: 500, body: { error: { code: "FakeFailed", message: String(error) } } });
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
}

async function answer(routes: FakeRoutes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  const url = new URL(request.url ?? "/", "http://fake");
  const fault = routes.faults.take(kindOf(request.method ?? "GET", url.pathname));
  if (fault?.type === "reset") return void request.socket.destroy();
  if (fault?.type === "status") {
    const error = { code: fault.code ?? "InjectedFault", message: "a test asked for this" };
    const wait = fault.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: fault.retryAfterSeconds };
    return respond(response, { status: fault.status, body: { error }, ...wait });
  }
  const done = handle(routes, request, url, body);
  routes.happened();
  if (fault?.type === "garbled") return garble(response, fault.how);
  if (fault?.type === "unnamed") return respond(response, { status: fault.status ?? 202, body: fault.body });
  if (fault?.type !== "silence") respond(response, done);
}

function garble(response: ServerResponse, how: "page" | "half"): void {
  if (how === "page") {
    response.writeHead(201, { "content-type": "text/html" }).end("<html>Your proxy</html>");
    return;
  }
  response.writeHead(201, { "content-type": "application/json", "content-length": "40" });
  response.write('{"id":"17', () => response.destroy());
}

function handle(routes: FakeRoutes, request: IncomingMessage, url: URL, body: string): ConnectorAnswer {
  if (url.pathname === "/openid/metadata") return { status: 200, body: routes.metadata() };
  if (url.pathname === "/openid/keys") return { status: 200, body: routes.keys() };
  // Entra's own address of a tenant's tokens, and the short one of a stand-in.
  if (url.pathname === "/login/token" || url.pathname.endsWith("/oauth2/v2.0/token")) return login(routes, body);
  const [prefix, version, kind, ...path] = url.pathname.slice(1).split("/").map(decodeURIComponent);
  if (prefix !== "teams" || version !== "v3" || kind !== "conversations") return { status: 404 };
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
  if (!routes.isToken(token)) return { status: 401, body: { error: { code: "Unauthorized", message: "no token" } } };
  const continuation = url.searchParams.get("continuationToken");
  return routes.connector({
    method: request.method ?? "GET",
    path: path.filter((part) => part !== ""),
    body,
    ...(continuation !== null && { continuation }),
  });
}

function login(routes: FakeRoutes, body: string): ConnectorAnswer {
  const token = routes.login(new URLSearchParams(body));
  if (token === null)
    return { status: 401, body: { error: "invalid_client", error_description: "wrong app or secret" } };
  return { status: 200, body: { token_type: "Bearer", expires_in: 3_600, access_token: token } };
}

function kindOf(method: string, path: string): Call {
  if (path === "/login/token" || path.endsWith("/oauth2/v2.0/token")) return "token";
  if (path.startsWith("/openid/")) return "keys";
  if (path.includes("/members")) return "member";
  if (path.endsWith("/pagedmembers")) return "roster";
  if (!path.includes("/activities")) return "create";
  return { PUT: "update" as const, DELETE: "remove" as const }[method] ?? "send";
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

function respond(response: ServerResponse, { status, body, retryAfterSeconds }: ConnectorAnswer): void {
  const wait = retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) };
  response.writeHead(status, { "content-type": "application/json", ...wait });
  response.end(body === undefined ? "" : JSON.stringify(body));
}
