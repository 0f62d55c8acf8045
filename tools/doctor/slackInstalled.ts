import { WebClient } from "@slack/web-api";
import { type ClientSettings, clientOptions } from "../../adapters/slack/api.ts";
import { INSTALL_PATH } from "../../adapters/slack/install.ts";
import { Installation } from "../../adapters/slack/installation.ts";
import { createSeal, type Seal } from "../../adapters/slack/seal.ts";
import type { Record } from "../../host/installation.ts";
import { redisVault } from "../../host/slackVault.ts";
import { systemClock } from "../../src/clock.ts";
import type { SlackOAuthConfig } from "../../src/config/slackOAuth.ts";
import { RefereeError } from "../../src/errors.ts";
import { bad, type Finding, untried, warn } from "./finding.ts";
import type { SlackClients } from "./slackClients.ts";

const ABOUT = "Slack";

export type Installed = { readonly findings: readonly Finding[]; readonly clients: SlackClients["all"] };

export type InstalledParts = {
  /** Where installations are kept; null when Redis cannot be asked. */
  readonly record: Pick<Record, "web" | "prefix"> | null;
  readonly settings: ClientSettings;
  readonly patienceMs: number;
  /** Tries a token, and what the app may do with it. */
  readonly examine: (client: WebClient, name: string) => Promise<readonly Finding[]>;
};

/** The workspaces into which people installed Referee by its link: their tokens are tried as they are, and never renewed. */
export async function examineInstalled(oauth: SlackOAuthConfig, parts: InstalledParts): Promise<Installed> {
  if (parts.record === null)
    return { findings: [untried(ABOUT, "the tokens of its workspaces are in Redis", "mend Redis first")], clients: [] };
  const sealed = await redisVault(parts.record).all();
  const seal = createSeal(oauth.tokenKeys);
  const findings: Finding[] = [];
  const clients: SlackClients["all"][number][] = [];
  for (const [tenant, closed] of sealed) {
    const one = await examineOne(tenant, opened(seal, closed, tenant), parts);
    findings.push(...one.findings);
    if (one.client !== null) clients.push({ tenant: tenant === oauth.home ? null : tenant, client: one.client });
  }
  const missing = oauth.allowed.filter((tenant) => tenant.startsWith("T") && !sealed.has(tenant));
  return { findings: [...findings, ...missing.map((tenant) => notYet(tenant, oauth))], clients };
}

type One = { readonly findings: readonly Finding[]; readonly client: WebClient | null };

async function examineOne(tenant: string, installation: Installation | null, parts: InstalledParts): Promise<One> {
  if (installation === null) return { findings: [notOpened(tenant)], client: null };
  const { token, endsAt, team, enterprise } = installation;
  const name = `the token of ${team?.name || enterprise?.name || tenant} (${tenant})`;
  if (endsAt !== null && endsAt <= systemClock())
    return { findings: [untried(ABOUT, `${name} has ended`, "start Referee: it renews it by itself")], client: null };
  const client = new WebClient(token, clientOptions(parts.settings, parts.patienceMs));
  const findings = await parts.examine(client, name);
  return { findings, client: findings[0]?.state === "ok" ? client : null };
}

function notOpened(tenant: string): Finding {
  return bad(
    ABOUT,
    `SLACK_TOKEN_KEY does not open the token of ${tenant}`,
    "put the key that closed it behind the first one, or install the app there again",
  );
}

function notYet(tenant: string, { publicUrl }: SlackOAuthConfig): Finding {
  return warn(ABOUT, `nobody has installed Referee in ${tenant} yet`, `open ${publicUrl}${INSTALL_PATH}`);
}

function opened(seal: Seal, closed: string, tenant: string): Installation | null {
  try {
    return Installation.parse(JSON.parse(seal.open(closed, tenant)));
  } catch (error) {
    if (error instanceof RefereeError && error.code === "CONFIG_INVALID") return null;
    throw error;
  }
}
