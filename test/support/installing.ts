import { INSTALL_PATH } from "../../adapters/slack/install.ts";
import type { OAuthOptions } from "../../adapters/slack/installed.ts";
import type { SlackAdapter } from "../../adapters/slack/slack.ts";
import { serve } from "../../host/httpServer.ts";
import type { Record } from "../../host/installation.ts";
import { slackMounts } from "../../host/platforms.ts";
import { redisVault } from "../../host/slackVault.ts";
import { Secret } from "../../src/secret.ts";
import type { FakeTeam } from "../fakes/slack/fakeSlack.ts";
import { CLIENT } from "../fakes/slack/tokens.ts";

/** 32 bytes, the same each time: nothing here is a secret. */
export const TOKEN_KEY = Buffer.alloc(32, 7).toString("base64");

/** The settings of a Referee that people install, with its vault in this record. */
export function oauthOn(record: Pick<Record, "web" | "prefix">, allowed: readonly string[]): OAuthOptions {
  return {
    clientId: CLIENT.id,
    clientSecret: new Secret(CLIENT.secret),
    tokenKeys: [new Secret(TOKEN_KEY)],
    vault: redisVault(record),
    publicUrl: "https://referee.example.com",
    allowed,
    home: null,
    rotates: false,
  };
}

/** A browser on Referee's pages: it keeps one cookie, and follows no address by itself. */
export type Browser = {
  /** Opens the page to install Referee; resolves with the address at Slack that it is sent to. */
  begins(): Promise<string>;
  /** Opens the address that Slack sends it back to. */
  comesBack(address: string, cookie?: string): Promise<{ readonly status: number; readonly text: string }>;
};

/** Opens a browser on the pages of an adapter while `work` runs. */
export async function withBrowser<T>(adapter: SlackAdapter, work: (browser: Browser) => Promise<T>): Promise<T> {
  const server = await serve("127.0.0.1", 0, slackMounts(adapter));
  const at = (path: string) => `http://127.0.0.1:${server.port}${path}`;
  let cookie = "";
  try {
    return await work({
      async begins() {
        const answer = await fetch(at(INSTALL_PATH), { redirect: "manual" });
        cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
        return answer.headers.get("location") ?? "";
      },
      async comesBack(address, other = cookie) {
        const { pathname, search } = new URL(address);
        const answer = await fetch(at(`${pathname}${search}`), { headers: { cookie: other } });
        return { status: answer.status, text: await answer.text() };
      },
    });
  } finally {
    await server.close();
  }
}

/** An administrator of the workspace installs Referee. */
export function install(adapter: SlackAdapter, team: FakeTeam) {
  return withBrowser(adapter, async (browser) => browser.comesBack(team.allows(await browser.begins())));
}
