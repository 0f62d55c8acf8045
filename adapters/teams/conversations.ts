import {
  type AccountAddress,
  type AccountId,
  type Clock,
  type EpochMs,
  type Log,
  later,
  MINUTE_MS,
} from "../../src/index.ts";
import { type Activity, splitConversation, tenantOf } from "./activity.ts";
import { personOf } from "./inbound.ts";
import { createMentions, type Mentions } from "./mentions.ts";
import { type Reference, type References, tenantKey } from "./reference.ts";
import type { Member, Transport } from "./transport/transport.ts";
import { createWays, type Ways } from "./ways.ts";

/** Knows how to reach the conversations of the core's spots, and the people in them. */
export type Conversations = Ways & {
  /** Remembers how an activity came, for everything that is said there later. */
  remember(activity: Activity): Promise<void>;
  /** Whom a message can notify there, of those it is to. */
  readonly mentions: Mentions;
  /** Whether somebody is a member of a conversation. @throws DeliveryError when Teams does not say now */
  isMember(conversation: string, account: AccountId): Promise<boolean>;
  /** The address of somebody, as it was told where they spoke last: vouched for in Referee's own tenant. Null where it is not told. */
  emailOf(account: AccountId): Promise<AccountAddress | null>;
};

/** Of people and of where they spoke: enough for the busy hours of a large plant. */
const KEPT_MEMBERS = 5_000;
/** Whoever was no member may be one by now, who was one may have been taken out, and addresses change: all is asked again after so long. */
const KNOWN_MS = 10 * MINUTE_MS;

export type ConversationsOptions = {
  readonly references: References;
  readonly transport: Transport;
  readonly homeTenant: string;
  readonly now: Clock;
  readonly log: Log;
};

export function createConversations({
  references,
  transport,
  homeTenant,
  now,
  log,
}: ConversationsOptions): Conversations {
  const known = new Map<string, { readonly member: Member; readonly until: EpochMs }>();
  const heardIn = new Map<string, Reference>();
  const strangers = new Map<string, EpochMs>();

  const member = async (of: Reference, account: AccountId): Promise<Member | null> => {
    const key = `${of.conversation}/${account}`;
    const kept = known.get(key);
    if (kept !== undefined && kept.until > now()) return kept.member;
    const found = await transport.member(of, personOf(account));
    if (found === null) known.delete(key);
    else keep(known, key, { member: found, until: later(now(), KNOWN_MS) });
    return found;
  };

  const mentions = createMentions({ member, log });
  const ways = createWays({ references, transport, homeTenant, heardIn: (person) => heardIn.get(person) ?? null });

  return {
    remember: async (activity) => {
      const reference = referenceIn(activity, homeTenant);
      const person = activity.from.aadObjectId?.toLowerCase() ?? "";
      keep(heardIn, person, reference);
      const key = keyOf(activity);
      if (key !== null) await saveNew(references, key, reference);
      await saveNew(references, tenantKey(reference.tenant), reference);
    },
    ...ways,
    // A chat notifies by itself.
    mentions: async (of, whom) => (of.kind === "personal" ? [] : mentions(of, whom)),
    // Asked for each time a card is drawn: who is none is asked for again only after a while.
    isMember: async (conversation, account) => {
      const key = `${conversation}/${account}`;
      if ((strangers.get(key) ?? 0) > now()) return false;
      const isOne = (await member(await ways.reach(conversation), account)) !== null;
      if (isOne) strangers.delete(key);
      else keep(strangers, key, later(now(), KNOWN_MS));
      return isOne;
    },
    emailOf: async (account) => {
      const heard = heardIn.get(personOf(account));
      // Referee may be no member where somebody used "Ask Referee".
      const there = heard === undefined ? null : await member(heard, account);
      const found = there ?? (await member(await ways.reach(personOf(account)), account));
      if (found === null || found.address === null) return null;
      const { email, tenant, isGuest } = found.address;
      // Another tenant's administrators may write any address into their own directory.
      return { email, vouched: tenant === homeTenant && !isGuest };
    },
  };
}

function keep<T>(kept: Map<string, T>, key: string, value: T): void {
  if (kept.size >= KEPT_MEMBERS) kept.clear();
  kept.set(key, value);
}

/**
 * Under what a conversation is looked up; null for a chat whose person Teams does not name. "Ask Referee" is used in chats
 * of others, too, and their ids do not always tell: none of them is taken for somebody's chat with Referee.
 * @source https://github.com/microsoft/botbuilder-dotnet/issues/2976 and 3019, read 2026-11-23 in a stored copy
 */
function keyOf({ conversation, from, name }: Activity): string | null {
  if (conversation.conversationType !== "personal") return splitConversation(conversation.id).conversation;
  return name?.startsWith("composeExtension/") === true ? null : (from.aadObjectId?.toLowerCase() ?? null);
}

export function referenceIn(activity: Activity, homeTenant: string): Reference {
  const { id, conversationType } = activity.conversation;
  return {
    serviceUrl: activity.serviceUrl,
    conversation: splitConversation(id).conversation,
    // Like a group chat, it has more than one reader, and no threads that are known of.
    kind: conversationType === "other" ? "groupChat" : conversationType,
    tenant: tenantOf(activity) ?? homeTenant,
    bot: activity.recipient.id,
    team: activity.channelData?.team?.aadGroupId ?? null,
  };
}

async function saveNew(references: References, key: string, reference: Reference): Promise<void> {
  const kept = await references.load(key);
  const isSame =
    kept !== null && kept.serviceUrl === reference.serviceUrl && kept.conversation === reference.conversation;
  // Only some activities name the team of a channel: what is known of it stays.
  if (isSame && (reference.team === null || reference.team === kept.team)) return;
  await references.save(key, { ...reference, team: reference.team ?? kept?.team ?? null });
}
