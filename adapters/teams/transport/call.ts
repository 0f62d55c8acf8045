import { DeliveryError, type Fetch } from "../../../src/index.ts";
import type { Access } from "./access.ts";
import { failureOf, silenceOf } from "./failure.ts";

export type Call = {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** A good answer. `body` is JSON; empty where the connector's was none, or did not arrive as a whole. */
export type Answered = {
  readonly status: number;
  readonly headers: Awaited<ReturnType<Fetch>>["headers"];
  readonly body: string;
};

/** Calls the connector, once. @throws DeliveryError for every answer that is not good, and for none */
export type Caller = (call: Call) => Promise<Answered>;

/** Redirects are not followed: the token is meant for one host. */
export function callerBy(fetch: Fetch, patienceMs: number, access: Access): Caller {
  return async ({ url, ...call }) => {
    const init = { ...call, redirect: "error", signal: AbortSignal.timeout(patienceMs) } as const;
    const response = await fetch(url, init).catch((error: unknown) => Promise.reject(silenceOf(error)));
    const text = await response.text().catch((error: unknown) => {
      if (response.ok) return "";
      throw silenceOf(error);
    });
    const { status, headers } = response;
    // 401 is no answer about a message: it is Referee that Teams does not take.
    if (status === 401) access.failed(new Error(`Teams answered 401 ${text.slice(0, 500)}`));
    else access.worked();
    if (response.ok) return { status, headers, body: isJson(text) ? text : "" };
    const changes = call.method === "PUT" || call.method === "DELETE";
    const retryAfter = headers.get("retry-after");
    throw new DeliveryError(failureOf({ status, body: text, retryAfter, changes }));
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
