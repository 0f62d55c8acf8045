import { WebClient } from "@slack/web-api";
import { z } from "zod";
import { type Clock, EpochMs, Secret } from "../../src/index.ts";
import { type ClientSettings, clientOptions, type Identity } from "./api.ts";
import { endOf, type Installation } from "./installation.ts";
import { createInstallations, type Installations } from "./installations.ts";
import { createSeal } from "./seal.ts";
import type { Vault } from "./vault.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";
import type { Installed } from "./workspaces.ts";

/** What it takes to be installed in several workspaces. */
export type OAuthOptions = {
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** As of `createSeal`. */
  readonly tokenKeys: readonly Secret[];
  readonly vault: Vault;
  /** Where people's browsers reach Referee, `https://referee.example.com`. */
  readonly publicUrl: string;
  /** Workspaces (`T…`) and organisations (`E…`) in which Referee may be installed. */
  readonly allowed: readonly string[];
  /** Whose ids stand alone in the plant file, if that is none of a bot token's. */
  readonly home: string | null;
  /** Whether the app's tokens end: one that does not is exchanged for one that does. */
  readonly rotates: boolean;
};

type From = ClientSettings & { readonly answerWithinMs: number; readonly now: Clock };

/** Referee in the workspaces it was installed into, by the tokens in the vault. */
export type InstalledWorkspaces = Installed & {
  readonly installations: Installations;
  /** What the last calls showed of the workspaces that were spoken in. */
  access(): { readonly letIn: number; readonly lockedOut: readonly string[] };
};

export function createInstalled(options: OAuthOptions, from: From): InstalledWorkspaces {
  const { vault, tokenKeys, home, rotates } = options;
  const renew = createRenewal(options, from);
  const installations = createInstallations({ vault, seal: createSeal(tokenKeys), renew, rotates, ...from });
  const open = new Map<string, { readonly token: string; readonly workspace: Workspace }>();

  function workspaceOf(installation: Installation): Workspace {
    const { tenant, token } = installation;
    const known = open.get(tenant);
    if (known?.token === token) return known.workspace;
    const identity = identityIn(installation);
    const name = tenant === home ? null : tenant;
    const workspace = openWorkspace({ ...from, tenant: name, token: new Secret(token) }, () => identity);
    open.set(tenant, { token, workspace });
    return workspace;
  }

  /** What cannot be spoken in now is no reason to leave the others out; deliveries from there say why. */
  async function loaded(tenant: string): Promise<Workspace | null> {
    try {
      const installation = await installations.load(tenant);
      return installation === null ? null : workspaceOf(installation);
    } catch (error) {
      from.log.debug("a workspace cannot be spoken in now", { tenant, error });
      return null;
    }
  }

  return {
    home,
    installations,
    access: () => {
      const lockedOut = [...open].flatMap(([tenant, { workspace }]) => (workspace.access.works() ? [] : [tenant]));
      return { letIn: open.size - lockedOut.length, lockedOut };
    },
    async find(tenant) {
      const installation = await installations.load(tenant);
      if (installation !== null) return workspaceOf(installation);
      open.delete(tenant);
      return null;
    },
    async all() {
      const found = await Promise.all((await installations.tenants()).map(loaded));
      return found.filter((each) => each !== null);
    },
    async onlyOneOf(organisation) {
      const installation = await installations.onlyOneOf(organisation);
      return installation === null ? null : workspaceOf(installation);
    },
  };
}

function identityIn({ tenant, bot, enterprise, isOrganisation }: Installation): Identity {
  const named = bot.botId === null ? {} : { bot_id: bot.botId };
  const enterprise_id = enterprise?.id ?? null;
  return { user_id: bot.userId, ...named, team_id: tenant, enterprise_id, is_enterprise_install: isOrganisation };
}

const Renewed = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
});

/**
 * Asks Slack for the next token.
 * @source `grant_type=refresh_token` of oauth.v2.access, and oauth.v2.exchange for a token that does not end:
 *   https://docs.slack.dev/authentication/using-token-rotation, read 2026-11-29 in a stored copy
 */
function createRenewal({ clientId, clientSecret }: OAuthOptions, { answerWithinMs, now, ...settings }: From) {
  const client = new WebClient(undefined, clientOptions(settings, answerWithinMs));
  return async (installation: Installation): Promise<Installation> => {
    const app = { client_id: clientId, client_secret: clientSecret.reveal() };
    const { refreshToken, token } = installation;
    const answer =
      refreshToken === null
        ? await client.oauth.v2.exchange({ ...app, token })
        : await client.oauth.v2.access({ ...app, grant_type: "refresh_token", refresh_token: refreshToken });
    const { access_token, refresh_token, expires_in } = Renewed.parse(answer);
    return { ...installation, token: access_token, refreshToken: refresh_token, endsAt: endOf(expires_in, now()) };
  };
}

/** When Slack says that something happened: it tells it to the second, so to the end of that second. */
export function instantOf(eventTimeS: number): EpochMs {
  return EpochMs.parse(Math.floor(eventTimeS) * 1_000 + 999);
}
