import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from "@slack/web-api";
import { z } from "zod";
import { DeliveryError, type DeliveryFailure, SECOND_MS } from "../../src/index.ts";
import { NotReachedError } from "./reach.ts";

/** What was tried: a repeated post is said twice, everything else may be tried again without harm. */
export type Attempt = "post" | "other";

/** Any error of a call to Slack as what can be done about it. */
export function deliveryError(caught: unknown, attempt: Attempt): DeliveryError {
  return caught instanceof DeliveryError ? caught : new DeliveryError(failureOf(caught, attempt), { cause: caught });
}

function failureOf(caught: unknown, attempt: Attempt): DeliveryFailure {
  if (caught instanceof WebAPIRateLimitedError) return rateLimited(caught.retryAfter, attempt);
  if (caught instanceof WebAPIHTTPError) return httpFailure(caught.statusCode, attempt);
  if (caught instanceof WebAPIPlatformError) return platformFailure(caught.data, attempt);
  if (caught instanceof WebAPIRequestError) return requestFailure(caught.original);
  // An answer that broke off while it was read: Slack had the call, and may have done it.
  return { type: "unknown" };
}

/** A post is limited by its channel, every other method for the whole workspace. */
function rateLimited(retryAfterS: number, attempt: Attempt): DeliveryFailure {
  return { type: "rateLimited", retryAfterMs: retryAfterS * SECOND_MS, scope: attempt === "post" ? "lane" : "method" };
}

/** Only 503 says that nothing was done; behind 500, 502 and 504 a message may have been posted. */
function httpFailure(status: number, attempt: Attempt): DeliveryFailure {
  if (attempt === "post" && status >= 500 && status !== 503)
    return { type: "unknown", why: `Slack answered ${status}` };
  return { type: "unavailable", why: `Slack answered ${status}` };
}

function requestFailure(original: Error): DeliveryFailure {
  if (original instanceof NotReachedError) return { type: "unavailable", why: original.message };
  return { type: "unknown" };
}

const PlatformAnswer = z.object({
  error: z.string(),
  response_metadata: z.object({ retryAfter: z.number().optional() }).optional(),
});

/** How long to wait when Slack says "rate limited" without saying how long. */
const RETRY_AFTER_S = 30;

function platformFailure(answer: unknown, attempt: Attempt): DeliveryFailure {
  const parsed = PlatformAnswer.safeParse(answer);
  if (!parsed.success) return { type: "unknown" };
  const { error, response_metadata } = parsed.data;
  // A page that is not Slack's (a proxy, say) arrives as the error text.
  if (!/^[a-z_]{1,80}$/.test(error)) return { type: "unknown" };
  if (LIMITED.has(error)) return rateLimited(response_metadata?.retryAfter ?? RETRY_AFTER_S, attempt);
  if (UNREACHABLE.has(error) || error.startsWith("restricted_action")) return { type: "unreachable", why: error };
  if (NOT_EDITABLE.has(error)) return { type: "notEditable" };
  if (REFUSED.has(error)) return { type: "refused", why: error };
  if (PERHAPS_DONE.has(error) && attempt === "post") return { type: "unknown", why: error };
  return { type: "unavailable", why: error };
}

// Error codes as Slack documents them for chat.postMessage, chat.update, chat.delete and chat.postEphemeral (stored
// copies read 2026-11-22; those about threads from memory), and for views.publish (read 2026-11-29 in slack_kit 1.0.0-alpha.0
// on hex.pm, priv/docs/methods/views.publish.json). An unknown code counts as Slack being in trouble.

const LIMITED = new Set(["ratelimited", "rate_limited", "message_limit_exceeded"]);

const UNREACHABLE = new Set([
  "channel_not_found",
  "not_in_channel",
  "user_not_in_channel",
  "is_archived",
  "user_not_found",
  "user_disabled",
  "user_not_visible",
  "users_not_found",
  "cannot_dm_bot",
  "messages_tab_disabled",
  "no_permission",
  "thread_not_found",
  "cannot_reply_to_message",
  "invalid_thread_ts",
  "thread_locked",
  "team_access_not_granted",
  "ekm_access_denied",
  // The Home tab is not switched on for the app.
  "not_enabled",
]);

const NOT_EDITABLE = new Set(["message_not_found", "cant_update_message", "edit_window_closed", "cant_delete_message"]);

const REFUSED = new Set([
  "invalid_blocks",
  "invalid_blocks_format",
  "msg_blocks_too_long",
  "msg_too_long",
  "no_text",
  "block_mismatch",
  "invalid_attachments",
  "too_many_attachments",
  "invalid_metadata_format",
  "invalid_metadata_schema",
  "metadata_too_large",
  "view_too_large",
  "invalid_arguments",
]);

/** Slack: "some aspect of the operation may have succeeded before the error was raised". */
const PERHAPS_DONE = new Set(["internal_error", "fatal_error", "request_timeout"]);
