import type { RequestListener } from "node:http";
import { setTimeout } from "node:timers/promises";
import bolt, { type App } from "@slack/bolt";
import {
  type Adapter,
  type Clock,
  DeliveryError,
  directly,
  type Find,
  type Given,
  isHomeTab,
  type Log,
  type OpenHome,
  type Outgoing,
  type Overhears,
  type Pacing,
  type Receive,
  type Secret,
  type Show,
} from "../../src/index.ts";
import { watchAccess } from "./access.ts";
import {
  ANSWER_WITHIN_MS,
  type ClientSettings,
  clientOptions,
  createSlackApi,
  type Identity,
  isUser,
  type SlackApi,
} from "./api.ts";
import { createBackground } from "./background.ts";
import { type ClosedAccounts, createClosedAccounts } from "./closed.ts";
import type { SlackReceiver } from "./deliver.ts";
import { createHttpReceiver } from "./http.ts";
import { type KeptIdentity, keepIdentity } from "./identity.ts";
import { libraryLog } from "./libraryLog.ts";
import { listen } from "./listen.ts";
import { createPeople } from "./people.ts";
import { createSocketReceiver } from "./socket.ts";

export type SlackOptions = {
  /** The bot token, `xoxb-…`. */
  readonly token: Secret;
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
  /** The address that Slack posts to, once it listens by itself. */
  url(): string | null;
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
};

/** Slack, over HTTP or Socket Mode. */
export function createSlackAdapter(options: SlackOptions): SlackAdapter {
  const { token, now, answerWithinMs = ANSWER_WITHIN_MS, pacing = SLACK_PACING } = options;
  const log = options.log.with({ adapter: "slack" });
  const settings = { apiUrl: options.apiUrl, outgoing: options.outgoing ?? directly(), log };
  const access = watchAccess(log);
  const api = createSlackApi({ ...settings, token, answerWithinMs, access });
  const identity = keepIdentity(() => api.whoAmI(), log);
  const receiver = createReceiver(options, settings);
  const app = createApp(receiver, identity.known, options.token, settings);
  const behind = createBackground(log, setTimeout);
  const people = createPeople(api.profileOf, now, log);
  let started = false;

  return {
    name: "slack",
    pacing,
    hasHomeTab: true,
    ...speaker(api, identity, createClosedAccounts(api.profileOf, now, log)),
    async emailOf(account) {
      const profile = await people.profile(account.slice("slack:".length));
      return profile?.team === identity.known().team_id ? profile.email : null;
    },
    async start(receive: Receive, show: Show, find: Find, openHome: OpenHome = async () => undefined) {
      listen(app, {
        api,
        people,
        receive,
        find,
        show,
        openHome,
        identity: identity.known,
        overhears: options.overhears ?? (() => false),
        log,
        given: options.given,
        behind: behind.run,
      });
      await identity.learn();
      await receiver.start();
      started = true;
    },
    async stop() {
      started = false;
      identity.stop();
      await receiver.stop();
      await behind.settled();
    },
    trouble: () => identity.trouble() ?? (access.works() ? receiver.trouble() : "Slack does not let Referee in"),
    ready: () => started && identity.isKnown() && access.works() && receiver.isOpen(),
    listener: receiver.listener,
    url: () => receiver.url(),
  };
}

function speaker(
  api: SlackApi,
  identity: KeptIdentity,
  closed: ClosedAccounts,
): Pick<Adapter, "post" | "update" | "remove" | "find" | "permalink"> {
  return {
    async post(spot, message, effect) {
      if (isHomeTab(spot.conversation)) return api.publishHome(spot, message);
      // Slack takes a message to a closed account: it would count as said, and nobody else would be asked.
      if (isUser(spot.conversation) && (await closed.has(spot.conversation)))
        throw new DeliveryError({ type: "unreachable", why: "user_disabled" });
      return api.post(spot, message, effect);
    },
    async update(posted, message) {
      if (isHomeTab(posted.conversation)) await api.publishHome(posted, message);
      else await api.update(posted, message);
    },
    remove: async (posted) => (isHomeTab(posted.conversation) ? undefined : api.remove(posted)),
    async find(spot, effect) {
      // A tab holds one view at a time: published once more, it is the same.
      if (isHomeTab(spot.conversation)) return null;
      if (identity.isKnown()) return api.find(spot, effect, identity.known().user_id);
      throw new DeliveryError({ type: "unavailable", why: "Slack has not said yet who Referee is there" });
    },
    permalink: async (posted) => (isHomeTab(posted.conversation) ? null : api.permalink(posted)),
  };
}

function createReceiver({ transport, now }: SlackOptions, settings: ClientSettings): SlackReceiver {
  return transport.type === "http"
    ? createHttpReceiver({ signingSecret: transport.signingSecret, listen: transport.listen, now, log: settings.log })
    : createSocketReceiver({ ...settings, ...transport, now });
}

/**
 * Bolt, told to keep nothing and to hide nothing: no conversation store, no look-up of its own at start (it remembers a
 * failed one for ever), and errors go back to the receiver, which then does not acknowledge.
 */
function createApp(receiver: SlackReceiver, identity: () => Identity, token: Secret, settings: ClientSettings): App {
  const app = new bolt.App({
    receiver,
    convoStore: false,
    logger: libraryLog(settings.log),
    clientOptions: clientOptions(settings),
    authorize: async () => {
      const { user_id, bot_id, team_id } = identity();
      const bot = bot_id === undefined ? {} : { botId: bot_id };
      return { botToken: token.reveal(), botUserId: user_id, teamId: team_id, ...bot };
    },
  });
  app.error(async (error) => {
    throw error;
  });
  return app;
}
