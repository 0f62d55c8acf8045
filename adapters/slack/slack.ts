import type { RequestListener } from "node:http";
import { setTimeout } from "node:timers/promises";
import bolt, { type App } from "@slack/bolt";
import {
  type Adapter,
  type Clock,
  directly,
  type Find,
  type Given,
  type Log,
  type OpenHome,
  type Outgoing,
  type Overhears,
  type Pacing,
  type Receive,
  type Secret,
  type Show,
} from "../../src/index.ts";
import { ANSWER_WITHIN_MS, type ClientSettings, clientOptions } from "./api.ts";
import { createBackground } from "./background.ts";
import type { Admits, SlackReceiver } from "./deliver.ts";
import { accountIn } from "./directories.ts";
import { hearingAt } from "./hearing.ts";
import { createHttpReceiver } from "./http.ts";
import { type KeptIdentity, keepIdentity } from "./identity.ts";
import { createInstallPages } from "./install.ts";
import { createInstalled, type InstalledWorkspaces, type OAuthOptions } from "./installed.ts";
import { libraryLog } from "./libraryLog.ts";
import { listen } from "./listen.ts";
import { createSocketReceiver } from "./socket.ts";
import { createSpeaker } from "./speaker.ts";
import { createTaking, isTaking } from "./takenAway.ts";
import { isColleague, openWorkspace, type Workspace } from "./workspace.ts";
import { createWorkspaces, NONE_INSTALLED, type Workspaces } from "./workspaces.ts";

export type SlackOptions = {
  /** The bot token, `xoxb-…`, of one workspace; null where all are installed by people. */
  readonly token: Secret | null;
  /** Set where people install Referee into workspaces. Default: nobody can. */
  readonly oauth?: OAuthOptions;
  readonly transport:
    | {
        readonly type: "http";
        readonly signingSecret: Secret;
        readonly listen: { readonly host: string; readonly port: number } | null;
      }
    /** For plants that let nothing in: Referee connects to Slack. `appToken` is `xapp-…`. */
    | { readonly type: "socket"; readonly appToken: Secret; readonly lookEveryMs?: number };
  /** Where Slack's Web API is, `https://slack.com/api/` but for tests. */
  readonly apiUrl: string;
  readonly now: Clock;
  readonly log: Log;
  readonly given: Given;
  /** Default: directly. */
  readonly outgoing?: Outgoing;
  /** Default: nowhere. */
  readonly overhears?: Overhears;
  /** How long Slack may take to answer a call before it counts as unknown, ms. Default: 4 s. */
  readonly answerWithinMs?: number;
  /** Default: `SLACK_PACING`. */
  readonly pacing?: Pacing;
};

export type SlackAdapter = Adapter & {
  /** Takes Slack's requests when main.ts serves the port itself; answers 404 in Socket Mode. */
  readonly listener: RequestListener;
  /** Serves the pages by which Referee is installed; answers 404 where nobody can. */
  readonly installPages: RequestListener;
  /** The address that Slack posts to, once it listens by itself. */
  url(): string | null;
  /** Resolves when every answer that Slack need not wait for was given, or given up. */
  answered(): Promise<void>;
};

/**
 * What Slack allows: about one post a second in a channel with short bursts, some hundred a minute in a workspace;
 * updates are Tier 3, 50 a minute; publishing Home tabs is Tier 4, 100.
 * @source https://docs.slack.dev/apis/web-api/rate-limits, read 2026-11-22; the tier of chat.update from memory
 */
export const SLACK_PACING: Pacing = {
  conversation: { capacity: 2, perSecond: 1, reserved: 1 },
  post: { capacity: 20, perSecond: 4, reserved: 8 },
  update: { capacity: 25, perSecond: 50 / 60, reserved: 5 },
  home: { capacity: 25, perSecond: 100 / 60 },
  lullMs: 10_000,
  gatherMs: 60_000,
};

/** Slack, over HTTP or Socket Mode. */
export function createSlackAdapter(options: SlackOptions): SlackAdapter {
  const { oauth, now, pacing = SLACK_PACING } = options;
  const log = options.log.with({ adapter: "slack" });
  const settings = { apiUrl: options.apiUrl, outgoing: options.outgoing ?? directly(), log };
  const from = { ...settings, answerWithinMs: options.answerWithinMs ?? ANSWER_WITHIN_MS, now };
  const own = options.token === null ? null : openOwn(options.token, from);
  const installed = oauth === undefined ? null : createInstalled(oauth, from);
  const workspaces = createWorkspaces(own?.workspace ?? null, installed ?? NONE_INSTALLED);
  const admits: Admits = async (body) => isTaking(body) || (await workspaces.of(body)) !== null;
  const receiver = createReceiver(options, admits, settings);
  const app = createApp(receiver, workspaces, settings);
  const behind = createBackground(log, setTimeout);
  let started = false;

  return {
    name: "slack",
    pacing,
    hasHomeTab: true,
    hearing: hearingAt,
    ...createSpeaker(workspaces),
    async emailOf(account) {
      const { workspace, id } = await workspaces.at(account.slice("slack:".length));
      const profile = await workspace.people.profile(id);
      if (profile === null) return null;
      const { email, shown } = profile;
      if (email !== null && isColleague(profile, workspace.identity())) return { email, vouched: true };
      return shown === null ? null : { email: shown, vouched: false };
    },
    async accountWith(email) {
      return accountIn(await workspaces.all(), email, log);
    },
    async start(receive: Receive, show: Show, find: Find, openHome: OpenHome = async () => undefined) {
      const { given, overhears = () => false } = options;
      listen(app, { workspaces, receive, find, show, openHome, overhears, log, given, behind: behind.run });
      createTaking(app, own?.workspace ?? null, installed, log);
      await installed?.installations.resealAll();
      await own?.identity.learn();
      await receiver.start();
      started = true;
    },
    async stop() {
      started = false;
      own?.identity.stop();
      await receiver.stop();
      await behind.settled();
      await installed?.installations.settled();
    },
    trouble: () =>
      own?.identity.trouble() ??
      (own?.workspace.access.works() === false ? LOCKED_OUT : null) ??
      (isShutOut(own, installed) ? LOCKED_OUT_EVERYWHERE : receiver.trouble()),
    ready: () => started && receiver.isOpen() && isReady(own) && !isShutOut(own, installed),
    remarks: () => (installed?.access().lockedOut ?? []).map((tenant) => `slack (${LOCKED_OUT}to ${tenant})`),
    listener: receiver.listener,
    installPages: pagesFor(oauth, installed, from),
    url: () => receiver.url(),
    answered: () => behind.settled(),
  };
}

type From = ClientSettings & { readonly answerWithinMs: number; readonly now: Clock };

/** The workspace of the bot token, whose ids stand alone. */
type Own = { readonly workspace: Workspace; readonly identity: KeptIdentity };

function openOwn(token: Secret, from: From): Own {
  const workspace = openWorkspace({ ...from, token, tenant: null }, () => identity.known());
  const identity = keepIdentity(() => workspace.api.whoAmI(), from.log);
  return { workspace, identity };
}

/** One of many workspaces that does not let Referee in is a remark; it keeps nobody else from being answered. */
function isReady(own: Own | null): boolean {
  return own === null || (own.identity.isKnown() && own.workspace.access.works());
}

/** Where people install Referee into all workspaces: none of those it spoke in lets it speak. */
function isShutOut(own: Own | null, installed: InstalledWorkspaces | null): boolean {
  const { letIn, lockedOut } = installed?.access() ?? { letIn: 0, lockedOut: [] };
  return own === null && letIn === 0 && lockedOut.length > 0;
}

const LOCKED_OUT = "Slack does not let Referee in";
const LOCKED_OUT_EVERYWHERE = `${LOCKED_OUT} anywhere`;

function pagesFor(oauth: OAuthOptions | undefined, installed: InstalledWorkspaces | null, from: From): RequestListener {
  if (oauth === undefined || installed === null) return (_, response) => void response.writeHead(404).end();
  return createInstallPages(oauth, { ...from, installations: installed.installations });
}

function createReceiver({ transport, now }: SlackOptions, admits: Admits, settings: ClientSettings): SlackReceiver {
  const { log } = settings;
  return transport.type === "http"
    ? createHttpReceiver({ signingSecret: transport.signingSecret, listen: transport.listen, admits, now, log })
    : createSocketReceiver({ ...settings, ...transport, admits, now });
}

/**
 * Bolt, told to keep nothing and to hide nothing: no conversation store, no look-up of its own at start (it remembers a
 * failed one for ever), and errors go back to the receiver, which then does not acknowledge.
 */
function createApp(receiver: SlackReceiver, workspaces: Workspaces, settings: ClientSettings): App {
  const app = new bolt.App({
    receiver,
    convoStore: false,
    logger: libraryLog(settings.log),
    clientOptions: clientOptions(settings),
    authorize: async (_, body) => {
      const workspace = await workspaces.of(body);
      if (workspace === null) return {};
      const { user_id, bot_id, team_id } = workspace.identity();
      const bot = bot_id === undefined ? {} : { botId: bot_id };
      // Every call is made with a client of the workspace's own: Bolt needs no token.
      return { botUserId: user_id, teamId: team_id, ...bot };
    },
  });
  app.error(async (error) => {
    throw error;
  });
  return app;
}
