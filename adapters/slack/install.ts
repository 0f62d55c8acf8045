import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { type Installation as Granted, InstallProvider, type InstallURLOptions } from "@slack/oauth";
import { WebClient } from "@slack/web-api";
import { type Clock, EpochMs, RefereeError } from "../../src/index.ts";
import { type ClientSettings, clientOptions } from "./api.ts";
import type { Installation } from "./installation.ts";
import type { Installations } from "./installations.ts";
import type { OAuthOptions } from "./installed.ts";
import { libraryLog } from "./libraryLog.ts";
import { SCOPES } from "./scopes.ts";
import { createStates } from "./states.ts";

/** Where an administrator begins, and where Slack sends their browser back to. */
export const INSTALL_PATH = "/slack/install";
export const REDIRECT_PATH = "/slack/oauth_redirect";

type From = ClientSettings & { readonly installations: Installations; readonly now: Clock };

/**
 * The two pages by which Referee is installed into a workspace or an organisation. Only those on the list are taken; the
 * token of any other is given back.
 */
export function createInstallPages(options: OAuthOptions, { installations, now, ...settings }: From): RequestListener {
  const { clientId, clientSecret, vault, publicUrl, allowed } = options;
  const install: InstallURLOptions = {
    scopes: [...SCOPES],
    userScopes: [],
    redirectUri: `${publicUrl.replace(/(?<!\/)\/+$/, "")}${REDIRECT_PATH}`,
  };
  const { log } = settings;
  const client = clientOptions(settings);
  const provider = new InstallProvider({
    clientId,
    clientSecret: clientSecret.reveal(),
    stateStore: createStates(clientSecret, vault, install),
    installationStore: {
      storeInstallation: async (granted) => installations.save(readGranted(granted, now())),
      fetchInstallation: async () => {
        throw new RefereeError("CONFIG_INVALID", "Installations are read from the vault.");
      },
    },
    installUrlOptions: install,
    directInstall: true,
    clientOptions: client,
    logger: libraryLog(log),
  });

  /** Whoever finds the address may try it from a workspace of their own. */
  async function isAllowed(granted: Granted, response: ServerResponse): Promise<boolean> {
    const tenants = [granted.team?.id, granted.enterprise?.id].filter((id) => id !== undefined);
    if (tenants.some((tenant) => allowed.includes(tenant))) return true;
    log.warn("Referee was not installed: the workspace is not among SLACK_WORKSPACES", { tenants });
    await new WebClient(granted.bot?.token, client).auth.revoke().catch((error: unknown) => {
      log.warn("a token that is not wanted could not be given back to Slack", { tenants, error });
    });
    say(response, 403, NOT_ALLOWED);
    return false;
  }

  const finish = (request: IncomingMessage, response: ServerResponse) =>
    provider.handleCallback(request, response, {
      afterInstallation: (granted, _, __, res) => isAllowed(granted, res),
      success: (granted, _, __, res) => {
        log.info("Referee was installed in Slack", { tenant: tenantOf(granted) });
        say(res, 200, DONE);
      },
      failure: (error, _, __, res) => {
        log.warn("Referee was not installed in Slack", { error });
        say(res, 400, FAILED);
      },
    });

  return (request, response) => {
    const page = pageOf(request);
    if (page === null) return void response.writeHead(404).end();
    const served = page === "begin" ? provider.handleInstallPath(request, response) : finish(request, response);
    served.catch((error: unknown) => {
      log.error("an installation page failed", { error });
      if (response.headersSent) response.end();
      else say(response, 500, FAILED);
    });
  };
}

function pageOf({ method, url = "" }: IncomingMessage): "begin" | "finish" | null {
  if (method !== "GET") return null;
  const [path] = url.split("?", 1);
  if (path === INSTALL_PATH) return "begin";
  return path === REDIRECT_PATH ? "finish" : null;
}

const DONE = "Referee is installed. Invite it to the channels where people ask: /invite @Referee";
const NOT_ALLOWED =
  "Referee is not installed. Whoever runs it must first name this workspace or organisation in SLACK_WORKSPACES.";
const FAILED = `Referee is not installed. Please begin again at ${INSTALL_PATH}; its log says what was wrong.`;

function say(response: ServerResponse, status: number, text: string): void {
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  response.writeHead(status, headers).end(`${text}\n`);
}

function tenantOf({ team, enterprise, isEnterpriseInstall }: Granted): string {
  const tenant = isEnterpriseInstall === true ? enterprise?.id : team?.id;
  if (tenant === undefined) throw new RefereeError("CONFIG_INVALID", "Slack did not say where Referee was installed.");
  return tenant;
}

/** @throws RefereeError `CONFIG_INVALID` when Slack gave no bot a token */
function readGranted(granted: Granted, now: EpochMs): Installation {
  const { team, enterprise, bot, isEnterpriseInstall } = granted;
  if (bot === undefined) throw new RefereeError("CONFIG_INVALID", "Slack gave Referee's bot no token.");
  const named = (each: { readonly id: string; readonly name?: string } | undefined) =>
    each === undefined ? null : { id: each.id, name: each.name ?? "" };
  return {
    tenant: tenantOf(granted),
    team: named(team),
    enterprise: named(enterprise),
    isOrganisation: isEnterpriseInstall === true,
    bot: { userId: bot.userId, botId: bot.id || null },
    token: bot.token,
    refreshToken: bot.refreshToken ?? null,
    endsAt: bot.expiresAt === undefined ? null : EpochMs.parse(bot.expiresAt * 1_000),
    installedAt: now,
  };
}
