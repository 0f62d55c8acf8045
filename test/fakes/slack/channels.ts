import type { MethodContext } from "./method.ts";
import { Refusal } from "./refusal.ts";
import type { Channel } from "./workspace.ts";

/** A private channel does not exist for those who are not in it. */
export function visibleChannel(id: string, { workspace, bot }: MethodContext): Channel {
  const channel = workspace.channels.get(id);
  if (channel === undefined) throw new Refusal("channel_not_found");
  if (channel.kind !== "public" && !channel.members.has(bot.userId)) throw new Refusal("channel_not_found");
  return channel;
}

export function readableChannel(id: string, context: MethodContext): Channel {
  const channel = visibleChannel(id, context);
  if (!channel.members.has(context.bot.userId)) throw new Refusal("not_in_channel");
  return channel;
}

/**
 * A user id stands for the direct message with that person. One whose account is closed has theirs still: Slack takes the
 * message, and nobody reads it.
 * @source github.com/slackapi/python-slack-sdk issue 1156, read 2026-11-23
 */
export function writableChannel(id: string, context: MethodContext): Channel {
  const { workspace, bot, scopes } = context;
  const user = workspace.users.get(id);
  if (user?.isBot === true) throw new Refusal("cannot_dm_bot");
  const channel = user === undefined ? visibleChannel(id, context) : workspace.direct(user.id, bot.userId);
  if (channel.archived) throw new Refusal("is_archived");
  const mayWrite = channel.members.has(bot.userId) || (channel.kind === "public" && scopes.has("chat:write.public"));
  if (!mayWrite) throw new Refusal("not_in_channel");
  return channel;
}
