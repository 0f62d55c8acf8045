import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { HTTP_LIMITS } from "../src/config/httpLimits.ts";
import { RefereeError } from "../src/errors.ts";
import { isSystemError } from "../src/redis/systemError.ts";

/** What answers below one path; the longest path that fits wins, "/" takes the rest. */
export type Mount = { readonly path: string; readonly listener: RequestListener };

export type HttpServer = {
  readonly port: number;
  /** Takes no new connections; those that wait for an answer get it, within three seconds. */
  close(): Promise<void>;
};

/** How long a request that came in before the end may take. */
const ANSWER_MS = 3_000;

/** @throws RefereeError `CONFIG_INVALID` when the port is taken */
export async function serve(host: string, port: number, mounts: readonly Mount[]): Promise<HttpServer> {
  const byLength = [...mounts].sort((a, b) => b.path.length - a.path.length);
  const server = createServer(HTTP_LIMITS, (request, response) => {
    const path = pathOf(request.url);
    const mount = byLength.find((each) => each.path === "/" || path === each.path || path.startsWith(`${each.path}/`));
    if (mount === undefined) response.writeHead(404).end();
    else mount.listener(request, response);
  });
  await listen(server, host, port);
  const address = server.address();
  return {
    port: address !== null && typeof address === "object" ? address.port : port,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), ANSWER_MS);
      await closed;
      clearTimeout(late);
    },
  };
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (cause) {
    if (!isSystemError(cause, "EADDRINUSE")) throw cause;
    throw new RefereeError(
      "CONFIG_INVALID",
      `Port ${port} of ${host} is in use by another program. Set PORT to a free one.`,
      { cause },
    );
  }
}

/**
 * `/healthz`: the process is alive. `/readyz`: it can hear, record and answer; else what cannot.
 *
 * @param remarks what an administrator should know though it is ready
 */
export function healthMounts(
  notReady: () => Promise<readonly string[]>,
  remarks: () => readonly string[] = () => [],
): readonly Mount[] {
  return [
    { path: "/healthz", listener: (_, response) => void response.writeHead(200, PLAIN).end("alive\n") },
    {
      path: "/readyz",
      listener: (_, response) => {
        notReady().then(
          (missing) =>
            response
              .writeHead(missing.length === 0 ? 200 : 503, PLAIN)
              .end(missing.length === 0 ? said("ready", remarks()) : `not ready: ${missing.join(", ")}\n`),
          () => response.writeHead(503, PLAIN).end("not ready\n"),
        );
      },
    },
  ];
}

function said(first: string, remarks: readonly string[]): string {
  return [first, ...remarks].map((line) => `${line}\n`).join("");
}

const PLAIN = { "content-type": "text/plain; charset=utf-8" };

function pathOf(url = "/"): string {
  const end = url.indexOf("?");
  return end === -1 ? url : url.slice(0, end);
}
