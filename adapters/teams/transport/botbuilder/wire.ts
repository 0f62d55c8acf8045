import type { ConnectorClientOptions } from "botframework-connector";
import type { Caller } from "../call.ts";

type HttpClient = NonNullable<ConnectorClientOptions["httpClient"]>;

/**
 * Carries the library's calls. It would try a failed call again by itself, up to three times and after waits of its own, and
 * say a message twice; an error that is not of its kind ends the call at once.
 */
export function connectorWire(call: Caller): HttpClient {
  return {
    sendRequest: async (request) => {
      const answered = await call({
        url: request.url,
        method: request.method,
        headers: request.headers.toJson(),
        ...(request.body !== undefined && { body: String(request.body) }),
      });
      const headers = request.headers.clone();
      for (const name of headers.headerNames()) headers.remove(name);
      answered.headers.forEach((value, name) => {
        headers.set(name, value);
      });
      return { request, status: known(answered.status), headers, bodyAsText: answered.body };
    },
  };
}

/** The library knows three of the answers that say yes, and takes 203, 204 and 206 for failures. */
function known(status: number): number {
  return status > 202 && status < 300 ? 200 : status;
}
