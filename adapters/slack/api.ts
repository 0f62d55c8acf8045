import { WebAPIPlatformError, type WebClient, type WebClientOptions } from "@slack/web-api";
import { z } from "zod";
import type { EffectId, Log, Message, Outgoing, Posted, Secret, Spot } from "../../src/index.ts";
import { type Access, WatchedClient } from "./access.ts";
import { deliveryError } from "./failures.ts";
import { createLeanCall } from "./leanCall.ts";
import { libraryLog } from "./libraryLog.ts";
import type { Profile } from "./people.ts";
import { createPictures, type Uploaded } from "./pictures.ts";
import { reachBy } from "./reach.ts";
import { type Rendered, renderHome, renderMessage } from "./render.ts";
import { tellMissingScopes } from "./scopes.ts";
import { EFFECT_EVENT, findUtterance } from "./search.ts";

/** Time Slack gets for an answer. What takes longer counts as unknown, and is looked up before it is said again. */
export const ANSWER_WITHIN_MS = 4_000;

/** Names and forms must be there within the three seconds in which Slack itself wants an answer. */
const QUICK_ANSWER_WITHIN_MS = 1_500;

/** Of a message that was taken. Which one it became may be missing, as it is of ephemeral ones. */
const SentAnswer = z.object({
  channel: z.string().optional().catch(undefined),
  ts: z.string().optional().catch(undefined),
});

/** Where Slack is, and how it is reached. */
export type ClientSettings = { readonly apiUrl: string; readonly outgoing: Outgoing; readonly log: Log };

/** Options of every client here: one try, one time-out, and being told to wait is the caller's to obey. */
export function clientOptions(
  { apiUrl, outgoing, log }: ClientSettings,
  timeoutMs = ANSWER_WITHIN_MS,
): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    fetch: reachBy(outgoing),
    logger: libraryLog(log),
    retryConfig: { retries: 0 },
    timeout: timeoutMs,
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
  };
}

export type SlackApi = ReturnType<typeof createSlackApi>;

export type ApiOptions = ClientSettings & {
  readonly token: Secret;
  readonly answerWithinMs: number;
  /** Is told how every call went. */
  readonly access: Access;
  /** As in an address: whose accounts are mentioned here by their ids. */
  readonly tenant: string | null;
};

/** Slack's Web API in Referee's words. Everything that speaks throws a DeliveryError and nothing else. */
export function createSlackApi({ token, answerWithinMs, access, tenant, ...settings }: ApiOptions) {
  const { log } = settings;
  const clientFor = (timeoutMs: number) => {
    const lean = { token: token.reveal(), apiUrl: settings.apiUrl, request: settings.outgoing.request };
    const call = createLeanCall({ ...lean, logger: libraryLog(log), timeoutMs });
    return new WatchedClient(token.reveal(), clientOptions(settings, timeoutMs), access, call);
  };
  const client = clientFor(answerWithinMs);
  const quick = clientFor(QUICK_ANSWER_WITHIN_MS);
  const directs = new Map<string, string>();
  const said = (message: Message, uploaded?: Uploaded) => sayHere(message, tenant, uploaded);
  const pictures = createPictures({ client, answerWithinMs, ...settings });

  /** The direct message with a person has an id of its own, which reading and editing ask for. */
  async function channelOf(conversation: string): Promise<string> {
    if (!isUser(conversation)) return conversation;
    const known = directs.get(conversation);
    if (known !== undefined) return known;
    const opened = await client.conversations.open({ users: conversation });
    const { id } = z.object({ id: z.string() }).parse(opened.channel);
    directs.set(conversation, id);
    return id;
  }

  return {
    /** Who the token belongs to. Throws whatever the client throws. */
    async whoAmI(): Promise<Identity> {
      const answer = await quick.auth.test();
      tellMissingScopes(answer.response_metadata?.scopes, log);
      return Identity.parse(answer);
    },

    /** @returns null when Slack took it and did not say under which id */
    async post(spot: Spot, message: Message, effect: EffectId): Promise<Posted | null> {
      const metadata = { event_type: EFFECT_EVENT, event_payload: { effect } };
      const to =
        spot.thread === null ? { channel: spot.conversation } : { channel: spot.conversation, thread_ts: spot.thread };
      return speaking("post", async () => {
        const uploaded = await pictures.of(message);
        const say = (shown: Uploaded | undefined) =>
          client.chat.postMessage({ ...to, ...said(message, shown), metadata, ...UNFURL_NOTHING });
        const sent = await say(uploaded).catch((error: unknown) => {
          pictures.refused(error, uploaded);
          if (uploaded.size === 0) throw error;
          return say(undefined);
        });
        const { channel, ts } = SentAnswer.parse(sent);
        return channel === undefined || ts === undefined ? null : posted(spot, { channel, ts });
      });
    },

    async update({ conversation, message: ts }: Posted, message: Message): Promise<void> {
      await speaking("other", () => client.chat.update({ channel: conversation, ts, ...said(message) }));
    },

    async remove({ conversation, message: ts }: Posted): Promise<void> {
      await unlessGone(client.chat.delete({ channel: conversation, ts }));
    },

    /** @source https://docs.slack.dev/reference/methods/pins.add, from memory: its scope, and `already_pinned` */
    async pin({ conversation: channel, message: timestamp }: Posted): Promise<void> {
      await speaking("other", async () => {
        await client.pins.add({ channel, timestamp }).catch((error: unknown) => {
          if (!(error instanceof WebAPIPlatformError) || error.data.error !== "already_pinned") throw error;
        });
      });
    },

    async find(spot: Spot, effect: EffectId, self: string): Promise<Posted | null> {
      return speaking("other", async () => {
        const channel = await channelOf(spot.conversation);
        const ts = await findUtterance(client, { channel, thread: spot.thread }, effect, self);
        return ts === null ? null : posted(spot, { channel, ts });
      });
    },

    async permalink({ conversation, message }: Posted): Promise<string | null> {
      const answer = await unlessGone(client.chat.getPermalink({ channel: conversation, message_ts: message }));
      return z.object({ permalink: z.url() }).safeParse(answer).data?.permalink ?? null;
    },

    /** Said so that only `user` sees it. */
    async whisper(channel: string, thread: string | null, user: string, message: Message): Promise<void> {
      const to = thread === null ? { channel, user } : { channel, user, thread_ts: thread };
      await speaking("other", () => client.chat.postEphemeral({ ...to, ...said(message) }));
    },

    /**
     * Takes away what only one person was shown, by the address that came with their press. Throws what `fetch` throws, and
     * for an address that is none of Slack's or is over.
     */
    async takeAway(address: string): Promise<void> {
      if (!isOfSlack(address, settings.apiUrl)) throw new Error("The address is none of Slack's.");
      const answer = await settings.outgoing.fetch(address, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ delete_original: true }),
        signal: AbortSignal.timeout(answerWithinMs),
      });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`Slack answered ${answer.status}`);
    },

    /** Throws whatever the client throws. */
    async react(channel: string, ts: string, name: string): Promise<void> {
      await quick.reactions.add({ channel, timestamp: ts, name });
    },

    async openView(trigger: string, view: Parameters<WebClient["views"]["open"]>[0]["view"]): Promise<void> {
      await speaking("other", () => quick.views.open({ trigger_id: trigger, view }));
    },

    /** The id of whoever has this address, or null. */
    async userWith(email: string): Promise<string | null> {
      const found = await client.users.lookupByEmail({ email }).catch((caught: unknown) => {
        if (caught instanceof WebAPIPlatformError && caught.data.error === "users_not_found") return null;
        throw deliveryError(caught, "other");
      });
      return found === null ? null : UserAnswer.parse(found).user.id;
    },

    /** Shows somebody's Home tab. It is one view, so publishing it again doubles nothing. */
    async publishHome(user: string, message: Message): Promise<void> {
      const view = { type: "home" as const, blocks: renderHome(message) };
      await speaking("other", () => client.views.publish({ user_id: user, view }));
    },

    /** Who Slack says a person is. Throws whatever the client throws. */
    async profileOf(user: string): Promise<Profile> {
      const { user: found } = UserAnswer.parse(await quick.users.info({ user, include_locale: true }));
      const { display_name, real_name, email: address } = found.profile;
      const name = display_name || real_name || found.name;
      const email = isVouchedFor(found) ? address : null;
      const organisation = found.enterprise_user?.enterprise_id ?? null;
      const memberOf = found.enterprise_user?.teams ?? [];
      return {
        name,
        email,
        shown: found.deleted || found.is_bot ? null : address,
        team: found.team_id,
        organisation,
        memberOf,
        isClosed: found.deleted,
        locale: found.locale,
      };
    },
  };
}

const Identity = z.object({
  user_id: z.string(),
  bot_id: z.string().optional(),
  /** That of the organisation, where the token is one of the whole organisation's. */
  team_id: z.string(),
  enterprise_id: z.string().nullable().default(null),
  is_enterprise_install: z.boolean().default(false),
  url: z.string().optional(),
});
export type Identity = z.infer<typeof Identity>;

const UserAnswer = z.object({
  user: z.object({
    id: z.string(),
    name: z.string().default(""),
    team_id: z.string().nullable().default(null),
    /** Of people of Enterprise Grid only. */
    enterprise_user: z
      .object({ enterprise_id: z.string(), teams: z.array(z.string()).optional().catch(undefined) })
      .nullish()
      .catch(null),
    deleted: z.boolean().default(false),
    /** In which language they have Slack, `de-DE`; only where it is asked for. */
    locale: z.string().max(35).nullable().default(null).catch(null),
    is_bot: z.boolean().default(false),
    is_restricted: z.boolean().default(false),
    is_ultra_restricted: z.boolean().default(false),
    is_stranger: z.boolean().default(false),
    is_email_confirmed: z.boolean().default(false),
    profile: z.object({
      display_name: z.string().default(""),
      real_name: z.string().default(""),
      email: z.string().min(3).nullable().default(null).catch(null),
    }),
  }),
});

type SlackUser = z.infer<typeof UserAnswer>["user"];

/**
 * Whether Slack itself has checked the address, by a mail to it, and the account is a living member's. Guests are invited
 * to some channels by whoever may invite; people of a shared channel are strangers: their own workspace says who they are.
 * @source UsersInfoResponse of @slack/web-api 8.2.0 for the names of the fields, read 2026-11-22; their meaning from memory
 */
function isVouchedFor(user: SlackUser): boolean {
  return user.is_email_confirmed && !user.deleted && !user.is_bot && !user.is_stranger && !isGuest(user);
}

/** A guest of several channels is restricted, one of a single channel ultra-restricted as well. */
function isGuest({ is_restricted, is_ultra_restricted }: SlackUser): boolean {
  return is_restricted || is_ultra_restricted;
}

const UNFURL_NOTHING = { unfurl_links: false, unfurl_media: false };

/** `parse: none`, said aloud: chat.update would else look for names and addresses by itself. */
function sayHere(message: Message, tenant: string | null, uploaded?: Uploaded): Rendered & { readonly parse: "none" } {
  return { ...renderMessage(message, tenant, uploaded), parse: "none" };
}

function posted(spot: Spot, { channel, ts }: { readonly channel: string; readonly ts: string }): Posted {
  return { adapter: "slack", conversation: channel, thread: spot.thread, message: ts };
}

/**
 * Whether answers may be sent there: beside the API, or on the host that Slack has for them.
 * @source https://docs.slack.dev/interactivity/handling-user-interaction (`https://hooks.slack.com/actions/…`), from memory;
 *   `delete_original`: https://docs.slack.dev/messaging/modifying-messages, read 2026-11-30 in a stored copy
 */
function isOfSlack(address: string, apiUrl: string): boolean {
  const [there, api] = [new URL(address), new URL(apiUrl)];
  if (there.origin === api.origin) return true;
  return there.protocol === "https:" && there.host === `hooks.${api.host}`;
}

/** Whether a conversation is named after the person it is with. */
export function isUser(conversation: string): boolean {
  return /^[UW]/.test(conversation);
}

async function speaking<T>(attempt: "post" | "other", call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (caught) {
    throw deliveryError(caught, attempt);
  }
}

/** Null when the message does not stand there any more: then there is nothing left to do. */
async function unlessGone<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (caught) {
    if (caught instanceof WebAPIPlatformError && caught.data.error === "message_not_found") return null;
    throw deliveryError(caught, "other");
  }
}
