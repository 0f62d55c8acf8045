import { WebAPIPlatformError } from "@slack/web-api";
import { z } from "zod";
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

/** Why Slack does not take a token for a call. */
export type Refusal = {
  readonly code: string;
  /** The scope that would have allowed it, where Slack names one. */
  readonly needed: string | null;
};

const Needed = z.object({ needed: z.string() });

/** Null for any other error: it says nothing about the token. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof WebAPIPlatformError) || !REFUSED.has(error.data.error)) return null;
  return { code: error.data.error, needed: Needed.safeParse(error.data).data?.needed ?? null };
}

/**
 * Passes on only what waiting can mend.
 * @throws RefereeError `CONFIG_INVALID` if Slack refuses the token itself
 */
export function complainOfToken(error: unknown, setting: string, needed: string): void {
  const refusal = refusalOf(error);
  if (refusal === null) return;
  const problem = `Slack refuses the token in ${setting} (${refusal.code}). It needs ${needed}.`;
  throw new RefereeError("CONFIG_INVALID", problem, { cause: error });
}
