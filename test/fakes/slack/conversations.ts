import { z } from "zod";
import { readableChannel, visibleChannel } from "./channels.ts";
import { type Method, type MethodContext, method } from "./method.ts";
import { Refusal } from "./refusal.ts";
import { wire, wireUser } from "./wire.ts";
import type { Channel, StoredMessage } from "./workspace.ts";

const flag = z.union([z.boolean(), z.enum(["true", "false", "1", "0"])]).optional();
const isSet = (value: z.infer<typeof flag>) => value === true || value === "true" || value === "1";

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

const usersInfo = method(
  ["users:read"],
  z.object({ user: z.string(), include_locale: flag }),
  (asked, { workspace, scopes }) => {
    const { user } = asked;
    const found = workspace.users.get(user);
    if (found === undefined) throw new Refusal("user_not_found");
    const told = wireUser(found, scopes.has("users:read.email"));
    return { user: { ...told, ...(isSet(asked.include_locale) && found.locale !== null && { locale: found.locale }) } };
  },
);

const usersLookupByEmail = method(["users:read.email"], z.object({ email: z.string() }), ({ email }, { workspace }) => {
  const found = [...workspace.users.values()].find((user) => user.email === email);
  if (found === undefined) throw new Refusal("users_not_found");
  return { user: wireUser(found, true) };
});

export const conversationMethods: Readonly<Record<string, Method>> = {
  "conversations.history": conversationsHistory,
  "conversations.info": conversationsInfo,
  "conversations.open": conversationsOpen,
  "conversations.replies": conversationsReplies,
  "users.info": usersInfo,
  "users.lookupByEmail": usersLookupByEmail,
};

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
