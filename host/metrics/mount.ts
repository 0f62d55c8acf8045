import type { IncomingMessage, ServerResponse } from "node:http";
import { isLoopback } from "../../src/config/variables.ts";
import type { Log } from "../../src/log.ts";
import type { Secret } from "../../src/secret.ts";
import { isSame } from "../bearer.ts";
import type { Mount } from "../httpServer.ts";
import type { Meters } from "./meters.ts";

export const METRICS_PATH = "/metrics";

/**
 * `/metrics`, in Prometheus's words. With a token: for whoever has it. Without one: for this machine alone, and not for what a
 * proxy on this machine passes on from elsewhere.
 *
 * @param look looks at the installation first
 */
export function metricsMount(meters: Meters, token: Secret | null, look: () => Promise<void>, log: Log): Mount {
  const answer = async (response: ServerResponse) => {
    await look();
    const text = await meters.registry.metrics();
    response.writeHead(200, { "content-type": meters.registry.contentType, "cache-control": "no-store" }).end(text);
  };
  return {
    path: METRICS_PATH,
    listener: (request, response) => {
      if (request.method !== "GET") return void response.writeHead(405, { allow: "GET" }).end();
      if (!mayRead(request, token)) return refuse(response, token);
      answer(response).catch((error: unknown) => {
        log.warn("the metrics could not be told", { error });
        response.writeHead(500).end();
      });
    },
  };
}

function refuse(response: ServerResponse, token: Secret | null): void {
  if (token === null) response.writeHead(404).end();
  else response.writeHead(401, { "www-authenticate": "Bearer" }).end();
}

const PASSED_ON = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"] as const;

function mayRead({ headers, socket }: IncomingMessage, token: Secret | null): boolean {
  if (token !== null) return isSame(headers.authorization ?? "", `Bearer ${token.reveal()}`);
  const from = socket.remoteAddress?.replace(/^::ffff:/, "") ?? "";
  return isLoopback(from) && PASSED_ON.every((name) => headers[name] === undefined);
}
