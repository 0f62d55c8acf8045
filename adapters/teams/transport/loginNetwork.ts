import { AuthError, type INetworkModule } from "@azure/msal-node";
import { z } from "zod";
import type { Fetch } from "../../../src/index.ts";

type Sent = Parameters<INetworkModule["sendPostRequestAsync"]>[1];

/** The login was not reached, or answered what cannot be read. MSAL hides what is no error of its own kind. */
export class LoginTrouble extends AuthError {
  override readonly name = "LoginTrouble";

  constructor(what: string, cause: unknown) {
    super("network_error", "", `${what}: ${String(cause)}`);
    this.cause = cause;
  }
}

/**
 * How MSAL reaches the login: in time, without following redirects, since what it posts proves who Referee is.
 * @param host the only one it may ask; null for a managed identity, whose address the machine tells
 */
export function loginNetwork(fetch: Fetch, patienceMs: number, host: string | null): INetworkModule {
  const send = async <T>(method: "GET" | "POST", url: string, sent: Sent) => {
    const asked = new URL(url);
    if (host !== null && (asked.host !== host || asked.protocol !== "https:"))
      throw new LoginTrouble(`Referee signs in at ${host} only`, asked.origin);
    const request: Parameters<Fetch>[1] = {
      method,
      headers: sent?.headers ?? {},
      ...(sent?.body !== undefined && method === "POST" && { body: sent.body }),
      redirect: "error",
      signal: AbortSignal.timeout(patienceMs),
    };
    try {
      const response = await fetch(url, request);
      const body = readObject<T>(await response.text(), response.status);
      return { status: response.status, headers: Object.fromEntries(response.headers), body };
    } catch (error) {
      throw error instanceof LoginTrouble ? error : new LoginTrouble(`${asked.host} did not answer`, error);
    }
  };
  return {
    sendGetRequestAsync: (url, sent) => send("GET", url, sent),
    sendPostRequestAsync: (url, sent) => send("POST", url, sent),
  };
}

const AnyObject = z.record(z.string(), z.unknown());

/** MSAL checks what it reads of an answer; what is no object at all, such as a proxy's page, is none of its kind. */
function readObject<T>(text: string, status: number): T {
  try {
    return z.custom<T>((value) => AnyObject.safeParse(value).success).parse(JSON.parse(text));
  } catch (error) {
    throw new LoginTrouble(`The login answered ${status} with no JSON object`, error);
  }
}
