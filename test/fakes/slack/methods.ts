import { z } from "zod";
import { SLACK_LIMITS } from "../../../adapters/slack/limits.ts";
import { type Block, checkBlocks } from "./blocks.ts";
import { type Method, type MethodContext, method } from "./method.ts";
import { Refusal } from "./refusal.ts";
import { viewMethods } from "./viewMethods.ts";
import type { Channel, StoredMessage, User } from "./workspace.ts";

const flag = z.union([z.boolean(), z.enum(["true", "false", "1", "0"])]).optional();
const isSet = (value: z.infer<typeof flag>) => value === true || value === "true" || value === "1";

const Metadata = z.object({ event_type: z.string().min(1), event_payload: z.record(z.string(), z.unknown()) });

const Said = z.object({
  channel: z.string(),
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  metadata: z.unknown().optional(),
  thread_ts: z.string().optional(),
  parse: z.enum(["none", "full"]).optional(),
});
type Said = z.infer<typeof Said>;

const chatPostMessage = method(["chat:write"], Said, (args, context) => {
  const { workspace, bot } = context;
  const channel = writableChannel(args.channel, context);
  const { text, blocks } = content(args);
  const said = {
    channel: channel.id,
    user: bot.userId,
    botId: bot.botId,
    text,
    blocks,
    metadata: metadataOf(args.metadata),
  };
  const message = workspace.say({ ...said, threadTs: rootOf(channel, args.thread_ts, context) });
  context.echo(message, "new");
  return { channel: channel.id, ts: message.ts, message: wire(message, false) };
});

const chatPostEphemeral = method(["chat:write"], Said.extend({ user: z.string() }), (args, context) => {
  const { workspace, bot } = context;
  const channel = writableChannel(args.channel, context);
  if (!channel.members.has(args.user)) throw new Refusal("user_not_in_channel");
  const said = { channel: channel.id, user: bot.userId, botId: bot.botId, ...content(args) };
  const message = workspace.say({ ...said, threadTs: args.thread_ts ?? null, ephemeralTo: args.user });
  return { message_ts: message.ts };
});

const chatUpdate = method(["chat:write"], Said.extend({ ts: z.string() }), (args, context) => {
  const message = ownMessage(args.channel, args.ts, "cant_update_message", context);
  const { text, blocks } = content({ ...args, blocks: args.blocks ?? message.blocks });
  message.text = text;
  message.blocks = blocks;
  if (args.metadata !== undefined) message.metadata = metadataOf(args.metadata);
  message.version += 1;
  context.workspace.changed();
  context.echo(message, "message_changed");
  return { channel: message.channel, ts: message.ts, text };
});

const chatDelete = method(["chat:write"], z.object({ channel: z.string(), ts: z.string() }), (args, context) => {
  const message = ownMessage(args.channel, args.ts, "cant_delete_message", context);
  message.deleted = true;
  context.workspace.changed();
  context.echo(message, "message_deleted");
  return { channel: message.channel, ts: message.ts };
});

const chatGetPermalink = method(
  [],
  z.object({ channel: z.string(), message_ts: z.string() }),
  (args, { workspace }) => {
    if (!workspace.channels.has(args.channel)) throw new Refusal("channel_not_found");
    if (workspace.find(args.channel, args.message_ts) === undefined) throw new Refusal("message_not_found");
    return {
      channel: args.channel,
      permalink: `https://plant.slack.com/archives/${args.channel}/p${args.message_ts.replace(".", "")}`,
    };
  },
);

const Reading = z.object({
  channel: z.string(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(999).default(100),
  include_all_metadata: flag,
});

const READ = ["channels:history", "groups:history", "im:history"];

const conversationsHistory = method(READ, Reading, (args, context) => {
  const channel = readableChannel(args.channel, context);
  const roots = standing(channel, context).filter(({ threadTs }) => threadTs === null);
  return page([...roots].reverse(), args);
});

const conversationsReplies = method(READ, Reading.extend({ ts: z.string() }), (args, context) => {
  const channel = readableChannel(args.channel, context);
  const thread = standing(channel, context).filter(({ ts, threadTs }) => ts === args.ts || threadTs === args.ts);
  if (thread.length === 0) throw new Refusal("thread_not_found");
  return page(thread, args);
});

const conversationsOpen = method(["im:write"], z.object({ users: z.string() }), ({ users }, { workspace, bot }) => {
  if (!workspace.users.has(users)) throw new Refusal("user_not_found");
  return { channel: { id: workspace.direct(users, bot.userId).id } };
});

const conversationsInfo = method(
  ["channels:read", "groups:read"],
  z.object({ channel: z.string() }),
  (args, context) => {
    const { id, name, kind, archived, members } = visibleChannel(args.channel, context);
    return {
      channel: {
        id,
        name,
        is_private: kind === "private",
        is_im: kind === "im",
        is_archived: archived,
        is_member: members.has(context.bot.userId),
      },
    };
  },
);

const usersInfo = method(["users:read"], z.object({ user: z.string() }), ({ user }, { workspace }) => {
  const found = workspace.users.get(user);
  if (found === undefined) throw new Refusal("user_not_found");
  return { user: wireUser(found) };
});

const usersLookupByEmail = method(["users:read.email"], z.object({ email: z.string() }), ({ email }, { workspace }) => {
  const found = [...workspace.users.values()].find((user) => user.email === email);
  if (found === undefined) throw new Refusal("users_not_found");
  return { user: wireUser(found) };
});

const authTest = method([], z.unknown(), (_, { bot }) => ({
  url: "https://plant.slack.com/",
  team: "Plant",
  team_id: bot.teamId,
  user: "referee",
  user_id: bot.userId,
  bot_id: bot.botId,
}));

const appsConnectionsOpen = method([], z.unknown(), (_, { sockets, socketUrl }) => {
  if (sockets.isFull()) throw new Refusal("too_many_websockets");
  return { url: socketUrl(sockets.ticket()) };
});

export const METHODS: Readonly<Record<string, Method>> = {
  "auth.test": authTest,
  "apps.connections.open": appsConnectionsOpen,
  "chat.delete": chatDelete,
  "chat.getPermalink": chatGetPermalink,
  "chat.postEphemeral": chatPostEphemeral,
  "chat.postMessage": chatPostMessage,
  "chat.update": chatUpdate,
  "conversations.history": conversationsHistory,
  "conversations.info": conversationsInfo,
  "conversations.open": conversationsOpen,
  "conversations.replies": conversationsReplies,
  "users.info": usersInfo,
  "users.lookupByEmail": usersLookupByEmail,
  ...viewMethods,
};

function content({ text, blocks }: Pick<Said, "text" | "blocks">): {
  readonly text: string;
  readonly blocks: readonly Block[];
} {
  const checked = checkBlocks(blocks ?? []);
  if (!checked.ok) throw new Refusal(checked.error, checked.messages);
  if ((text ?? "") === "" && checked.value.length === 0) throw new Refusal("no_text");
  return { text: (text ?? "").slice(0, SLACK_LIMITS.messageText), blocks: checked.value };
}

function metadataOf(sent: unknown): unknown {
  if (sent === undefined) return null;
  const parsed = Metadata.safeParse(sent);
  if (!parsed.success) throw new Refusal("invalid_metadata_format");
  if (JSON.stringify(sent).length > SLACK_LIMITS.metadataJson) throw new Refusal("metadata_too_large");
  return parsed.data;
}

/** A private channel does not exist for those who are not in it. */
function visibleChannel(id: string, { workspace, bot }: MethodContext): Channel {
  const channel = workspace.channels.get(id);
  if (channel === undefined) throw new Refusal("channel_not_found");
  if (channel.kind !== "public" && !channel.members.has(bot.userId)) throw new Refusal("channel_not_found");
  return channel;
}

function readableChannel(id: string, context: MethodContext): Channel {
  const channel = visibleChannel(id, context);
  if (!channel.members.has(context.bot.userId)) throw new Refusal("not_in_channel");
  return channel;
}

/** A user id stands for the direct message with that person. */
function writableChannel(id: string, context: MethodContext): Channel {
  const { workspace, bot, scopes } = context;
  const user = workspace.users.get(id);
  if (user?.isBot === true) throw new Refusal("cannot_dm_bot");
  if (user?.disabled === true) throw new Refusal("user_disabled");
  const channel = user === undefined ? visibleChannel(id, context) : workspace.direct(user.id, bot.userId);
  if (channel.archived) throw new Refusal("is_archived");
  const mayWrite = channel.members.has(bot.userId) || (channel.kind === "public" && scopes.has("chat:write.public"));
  if (!mayWrite) throw new Refusal("not_in_channel");
  return channel;
}

function rootOf(channel: Channel, threadTs: string | undefined, { workspace }: MethodContext): string | null {
  if (threadTs === undefined) return null;
  const parent = workspace.find(channel.id, threadTs);
  if (parent === undefined) throw new Refusal("thread_not_found");
  return parent.threadTs ?? parent.ts;
}

function ownMessage(channel: string, ts: string, notMine: string, context: MethodContext): StoredMessage {
  visibleChannel(channel, context);
  const message = context.workspace.find(channel, ts);
  if (message === undefined) throw new Refusal("message_not_found");
  if (message.user !== context.bot.userId) throw new Refusal(notMine);
  return message;
}

function standing(channel: Channel, { workspace }: MethodContext): readonly StoredMessage[] {
  return workspace.messages.filter((each) => each.channel === channel.id && !each.deleted && each.ephemeralTo === null);
}

function page(messages: readonly StoredMessage[], { cursor, limit, include_all_metadata }: z.infer<typeof Reading>) {
  const from = Number(cursor ?? 0);
  const more = messages.length > from + limit;
  return {
    messages: messages.slice(from, from + limit).map((message) => wire(message, isSet(include_all_metadata))),
    has_more: more,
    response_metadata: { next_cursor: more ? String(from + limit) : "" },
  };
}

/** A message as Slack sends it. */
export function wire(message: StoredMessage, withMetadata: boolean): Readonly<Record<string, unknown>> {
  return {
    type: "message",
    user: message.user,
    text: message.text,
    ts: message.ts,
    ...(message.blocks.length === 0 ? {} : { blocks: message.blocks }),
    ...(message.botId === null ? {} : { bot_id: message.botId }),
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...(withMetadata && message.metadata !== null ? { metadata: message.metadata } : {}),
  };
}

function wireUser({ id, name, email, isBot, disabled }: User) {
  return {
    id,
    name: name.toLowerCase(),
    deleted: disabled,
    is_bot: isBot,
    profile: { display_name: name, real_name: name, email },
  };
}
