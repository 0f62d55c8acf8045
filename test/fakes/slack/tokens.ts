import { z } from "zod";
import type { FakeClock } from "./clock.ts";
import type { MethodContext } from "./method.ts";
import { Refusal } from "./refusal.ts";

/** The app's own credentials. */
export const CLIENT = { id: "1234.5678", secret: "fake-client-secret" };

/** @source https://docs.slack.dev/authentication/using-token-rotation, read 2026-11-29 in a stored copy */
const TOKEN_LIFE_S = 43_200;
/** @source https://docs.slack.dev/authentication/installing-with-oauth, from memory */
const CODE_LIFE_MS = 600_000;

type Token = { readonly context: MethodContext; readonly endsAt: number | null; revoked: boolean };
type Code = { readonly context: MethodContext; readonly redirectUri: string; readonly until: number };

const Access = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  grant_type: z.string().default("authorization_code"),
  code: z.string().optional(),
  redirect_uri: z.string().optional(),
  refresh_token: z.string().optional(),
});
const Exchange = z.object({ client_id: z.string(), client_secret: z.string(), token: z.string() });

/**
 * Which token is whose. A token is good in the workspace, or the organisation, that gave it, and nowhere else; one that
 * ends brings a token to renew it with, which is good once.
 * @source https://docs.slack.dev/reference/methods/oauth.v2.access and oauth.v2.exchange for answers and errors;
 *   https://api.slack.com/enterprise/apps/reference for the answer to an organisation; read 2026-11-29 in stored copies
 */
export function createTokens(clock: FakeClock) {
  const tokens = new Map<string, Token>();
  const codes = new Map<string, Code>();
  const renewals = new Map<string, string>();
  let counted = 0;
  /** Whether the app's tokens end. */
  let rotates = false;

  const fresh = (what: string) => {
    counted += 1;
    return `${what}-${counted}`;
  };

  function issue(context: MethodContext): Readonly<Record<string, unknown>> {
    const token = fresh(rotates ? "xoxe.xoxb-fake" : "xoxb-fake");
    tokens.set(token, { context, endsAt: rotates ? clock.now() + TOKEN_LIFE_S * 1_000 : null, revoked: false });
    if (!rotates) return { access_token: token };
    const renewal = fresh("xoxe-1-fake");
    renewals.set(renewal, token);
    return { access_token: token, refresh_token: renewal, expires_in: TOKEN_LIFE_S };
  }

  function granted(context: MethodContext): Readonly<Record<string, unknown>> {
    const { teamId, organisation, userId, appId } = context.bot;
    const isWhole = teamId === organisation;
    return {
      ...issue(context),
      token_type: "bot",
      scope: [...context.scopes].join(","),
      bot_user_id: userId,
      app_id: appId,
      team: isWhole ? null : { id: teamId, name: teamId.toLowerCase() },
      enterprise: organisation === undefined ? null : { id: organisation, name: organisation.toLowerCase() },
      is_enterprise_install: isWhole,
      authed_user: { id: "U0ADMIN" },
    };
  }

  function checkClient(client: { readonly client_id: string; readonly client_secret: string }): void {
    if (client.client_id !== CLIENT.id) throw new Refusal("invalid_client_id");
    if (client.client_secret !== CLIENT.secret) throw new Refusal("bad_client_secret");
  }

  function access(sent: unknown): Readonly<Record<string, unknown>> {
    const args = Access.parse(sent);
    checkClient(args);
    if (args.grant_type === "refresh_token") return granted(renewed(args.refresh_token ?? ""));
    const code = codes.get(args.code ?? "");
    if (code === undefined) throw new Refusal("invalid_code");
    codes.delete(args.code ?? "");
    if (code.until <= clock.now()) throw new Refusal("code_expired");
    if (args.redirect_uri !== code.redirectUri) throw new Refusal("bad_redirect_uri");
    return granted(code.context);
  }

  function renewed(renewal: string): MethodContext {
    const old = tokens.get(renewals.get(renewal) ?? "");
    renewals.delete(renewal);
    if (old === undefined || old.revoked) throw new Refusal("invalid_refresh_token");
    return old.context;
  }

  function exchange(sent: unknown): Readonly<Record<string, unknown>> {
    const args = Exchange.parse(sent);
    checkClient(args);
    const old = tokens.get(args.token);
    if (!rotates) throw new Refusal("token_rotation_not_enabled");
    if (old === undefined || old.revoked) throw new Refusal("invalid_token");
    if (old.endsAt !== null) throw new Refusal("token_already_exchanged");
    return granted(old.context);
  }

  return {
    add(token: string, context: MethodContext): void {
      tokens.set(token, { context, endsAt: null, revoked: false });
    },
    /** What an administrator who presses Allow brings back to the app. */
    code(context: MethodContext, redirectUri: string): string {
      const code = fresh("code");
      codes.set(code, { context, redirectUri, until: clock.now() + CODE_LIFE_MS });
      return code;
    },
    rotate: () => {
      rotates = true;
    },
    /** Whose token it is. @throws Refusal with Slack's word for what is wrong with it */
    contextOf(token: string): MethodContext {
      const found = tokens.get(token);
      if (found === undefined) throw new Refusal(token === "" ? "not_authed" : "invalid_auth");
      if (found.revoked) throw new Refusal("token_revoked");
      if (found.endsAt !== null && found.endsAt <= clock.now()) throw new Refusal("token_expired");
      return found.context;
    },
    revoke(of: (context: MethodContext) => boolean): void {
      for (const each of tokens.values()) if (of(each.context)) each.revoked = true;
    },
    revokeToken(token: string): void {
      const found = tokens.get(token);
      if (found !== undefined) found.revoked = true;
    },
    /** Tokens that are good now, of whoever they are. */
    good: () => [...tokens].filter(([, { revoked }]) => !revoked).map(([token]) => token),
    methods: { "oauth.v2.access": access, "oauth.v2.exchange": exchange },
  };
}

export type Tokens = ReturnType<typeof createTokens>;
