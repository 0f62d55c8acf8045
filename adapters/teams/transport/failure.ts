import { z } from "zod";
import { DeliveryError, type DeliveryFailure, NOT_CONNECTED } from "../../../src/index.ts";

/** What the connector answered to a call that did not go well. */
export type BadAnswer = {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | null;
  /** Whether the call changes a message that stands already. */
  readonly changes: boolean;
};

const DEFAULT_WAIT_MS = 2_000;

const ErrorBody = z.object({ error: z.object({ code: z.string().max(100) }) });

/**
 * Why the connector refused, by what can be done about it.
 * @source https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit (429, 412, 502 and 504 are to be tried
 *   again), read 2026-11-22 in a stored copy; MessageWritesBlocked from the page on proactive messages, same day
 */
export function failureOf({ status, body, retryAfter, changes }: BadAnswer): DeliveryFailure {
  const code = codeIn(body);
  const why = `Teams answered ${status} ${code}`.trim();
  if (status === 429) return { type: "rateLimited", retryAfterMs: waitMs(retryAfter), scope: "lane" };
  if (changes && (status === 403 || (status === 404 && !code.startsWith("Conversation"))))
    return { type: "notEditable" };
  if (status === 403 || status === 404) return { type: "unreachable", why };
  if (status === 400 || status === 413) return { type: "refused", why };
  // Behind a gateway that gave up waiting, or a server that failed, the message may stand.
  if (status === 504) return { type: "unknown" };
  if (!changes && status >= 500 && status !== 503) return { type: "unknown", why };
  return { type: "unavailable", why };
}

function codeIn(body: string): string {
  try {
    const parsed = ErrorBody.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data.error.code : "";
  } catch (error) {
    if (error instanceof SyntaxError) return "";
    throw error;
  }
}

function waitMs(retryAfter: string | null): number {
  const seconds = Number(retryAfter ?? "");
  return seconds > 0 && seconds < 3_600 ? seconds * 1_000 : DEFAULT_WAIT_MS;
}

const Caused = z.object({ cause: z.object({ code: z.string() }) });

/** Why no answer came: the message may stand unless the connection was never made. */
export function silenceOf(error: unknown): DeliveryError {
  const caused = Caused.safeParse(error);
  const code = caused.success ? caused.data.cause.code : "";
  if (!NOT_CONNECTED.has(code)) return new DeliveryError({ type: "unknown" }, { cause: error });
  return new DeliveryError({ type: "unavailable", why: `Teams cannot be reached (${code})` }, { cause: error });
}
