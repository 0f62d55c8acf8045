import { z } from "zod";
import { SECOND_MS } from "../clock.ts";
import type { Outgoing } from "./outgoing.ts";
import { textWithin } from "./textWithin.ts";

/** What was read last, as its server names it: by these it says that nothing is new. */
export type Validators = { readonly etag: string | null; readonly lastModified: string | null };

/** What an address answered. `refused`: why it cannot be used, for an administrator; never the address itself. */
export type AddressRead =
  | ({ readonly type: "text"; readonly text: string } & Validators)
  | { readonly type: "same" }
  | { readonly type: "refused"; readonly why: string };

export type ReadAddress = (url: string, options: ReadOptions) => Promise<AddressRead>;
export type ReadOptions = {
  readonly known: Validators;
  /** Whether it may lie in private networks. */
  readonly insideNetwork: boolean;
};

/** Longest text that is read, in bytes as they come out of the wrapping. */
const LONGEST_BYTES = 2_000_000;
const WITHIN_MS = 20 * SECOND_MS;
const MOST_REDIRECTS = 3;

type Way = Pick<Outgoing, "fetch" | "fetchPublic">;
type Answer = Awaited<ReturnType<Outgoing["fetch"]>>;

/**
 * Reads a text from an address in http or https that somebody wrote into a file. Where it leads is judged at every
 * redirect, and it never takes longer than twenty seconds or more than 2 MB.
 *
 * @param withinMs for tests; else twenty seconds
 */
export function addressReader(way: Way, withinMs = WITHIN_MS): ReadAddress {
  return async (url, options) => {
    const signal = AbortSignal.timeout(withinMs);
    try {
      const response = await follow(way, url, options, signal);
      return await answerOf(response);
    } catch (cause) {
      return { type: "refused", why: signal.aborted ? "it did not answer in time" : sayCause(cause) };
    }
  };
}

async function follow(way: Way, url: string, options: ReadOptions, signal: AbortSignal): Promise<Answer> {
  let at = new URL(url);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (at.protocol !== "https:" && at.protocol !== "http:")
      throw new Error(`it leads to ${at.protocol}, not to https:`);
    const response = await (options.insideNetwork ? way.fetch : way.fetchPublic)(at, {
      headers: headersFor(options.known),
      redirect: "manual",
      signal,
    });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || response.status === 304 || location === null)
      return response;
    await response.body?.cancel();
    const next = new URL(location, at);
    if (at.protocol === "https:" && next.protocol === "http:") throw new Error("it leads from https to http");
    at = next;
  }
  throw new Error(`it leads on more than ${MOST_REDIRECTS} times`);
}

function headersFor({ etag, lastModified }: Validators): { [name: string]: string } {
  return {
    accept: "text/calendar, text/plain;q=0.5",
    ...(etag !== null && { "if-none-match": etag }),
    ...(lastModified !== null && { "if-modified-since": lastModified }),
  };
}

async function answerOf(response: Answer): Promise<AddressRead> {
  if (response.status === 304) return { type: "same" };
  if (response.status !== 200) {
    await response.body?.cancel();
    return { type: "refused", why: `it answered ${response.status}` };
  }
  const text = await textWithin(response.body, LONGEST_BYTES);
  if (/^\s*</.test(text) || /\bhtml\b/i.test(response.headers.get("content-type") ?? ""))
    return { type: "refused", why: "it answered a web page, such as a login, and no calendar" };
  return {
    type: "text",
    text,
    etag: response.headers.get("etag"),
    lastModified: response.headers.get("last-modified"),
  };
}

/** What fetch wraps says more than that it failed. Texts of libraries may name the address: only codes go on. */
function sayCause(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const coded = z.object({ code: z.string() }).safeParse(inner).data?.code;
  if (inner instanceof Error && (coded === undefined || OWN.has(coded))) return inner.message;
  return `it cannot be reached (${coded ?? "unknown"})`;
}

/** Errors whose words are Referee's own. */
const OWN = new Set(["PRIVATE_NETWORK", "PROXY_AWAY", "PROXY_REFUSED", "PROXY_BROKE_OFF", "CERTIFICATE_UNTRUSTED"]);
