import type { ConnectorClientOptions } from "botframework-connector";
import { DeliveryError, type Fetch } from "../../../src/index.ts";
import type { Access } from "./access.ts";
import { failureOf, silenceOf } from "./failure.ts";

type HttpClient = NonNullable<ConnectorClientOptions["httpClient"]>;

/**
 * Carries the connector's calls. The library would try a failed call again by itself, up to three times and after waits of
 * its own, and say a message twice; an error that is not of its kind ends the call at once. Redirects are not followed: the
 * token is meant for one host.
 */
export function connectorWire(fetch: Fetch, patienceMs: number, access: Access): HttpClient {
  return {
    sendRequest: async (request) => {
      const response = await fetch(request.url, {
        method: request.method,
        headers: request.headers.toJson(),
        ...(request.body !== undefined && { body: String(request.body) }),
        redirect: "error",
        signal: AbortSignal.timeout(patienceMs),
      }).catch((error: unknown) => Promise.reject(silenceOf(error)));
      const body = await response.text().catch((error: unknown) => Promise.reject(silenceOf(error)));
      // 401 is no answer about a message: it is Referee that Teams does not take.
      if (response.status === 401) access.failed(new Error(`Teams answered 401 ${body.slice(0, 500)}`));
      else access.worked();
      if (!response.ok) {
        const changes = request.method === "PUT" || request.method === "DELETE";
        const retryAfter = response.headers.get("retry-after");
        throw new DeliveryError(failureOf({ status: response.status, body, retryAfter, changes }));
      }
      const headers = request.headers.clone();
      for (const name of headers.headerNames()) headers.remove(name);
      response.headers.forEach((value, name) => {
        headers.set(name, value);
      });
      return { request, status: response.status, headers, bodyAsText: body };
    },
  };
}
