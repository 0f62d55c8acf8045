import { WebAPIPlatformError } from "@slack/web-api";
import { RefereeError } from "../../src/index.ts";

/** Slack's words for "this token is none, or not for this", as against Slack being away. */
const REFUSED = new Set([
  "invalid_auth",
  "not_authed",
  "account_inactive",
  "token_revoked",
  "token_expired",
  "missing_scope",
  "not_allowed_token_type",
]);

/**
 * Passes on only what waiting can mend.
 * @throws RefereeError `CONFIG_INVALID` if Slack refuses the token itself
 */
export function complainOfToken(error: unknown, setting: string, needed: string): void {
  if (!(error instanceof WebAPIPlatformError) || !REFUSED.has(error.data.error)) return;
  const problem = `Slack refuses the token in ${setting} (${error.data.error}). It needs ${needed}.`;
  throw new RefereeError("CONFIG_INVALID", problem, { cause: error });
}
