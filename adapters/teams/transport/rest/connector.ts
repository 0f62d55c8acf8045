import type { Reference } from "../../reference.ts";
import type { Caller } from "../call.ts";
import type { TokenSource } from "../credentials.ts";

type Extras = { readonly body?: object; readonly query?: Readonly<Record<string, string>> };

/**
 * Asks the connector of a conversation about `v3/conversations`.
 * @param path what follows in the address, part by part, as Teams names things
 * @returns its JSON; null where it answered with none
 * @throws DeliveryError when it does not answer well
 */
export type Connector = (
  { serviceUrl }: Pick<Reference, "serviceUrl">,
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: readonly string[],
  extras?: Extras,
) => Promise<unknown>;

/** @param token signs each call; null where nobody would check it */
export function connectorOf(call: Caller, token: TokenSource | null): Connector {
  return async ({ serviceUrl }, method, path, { body, query = {} } = {}) => {
    const { body: answer } = await call({
      url: addressOf(serviceUrl, path, query),
      method,
      headers: {
        accept: "application/json",
        "user-agent": "Referee",
        ...(body !== undefined && { "content-type": "application/json; charset=utf-8" }),
        ...(token !== null && { authorization: `Bearer ${await token()}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return answer === "" ? null : JSON.parse(answer);
  };
}

/** Service addresses come with and without a slash at their end. */
function addressOf(serviceUrl: string, path: readonly string[], query: Readonly<Record<string, string>>): string {
  const parts = ["v3", "conversations", ...path.map(encodeURIComponent)];
  const asked = new URLSearchParams(query).toString();
  return `${serviceUrl.replace(/(?<!\/)\/+$/, "")}/${parts.join("/")}${asked === "" ? "" : `?${asked}`}`;
}
