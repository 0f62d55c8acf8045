import { z } from "zod";
import { SLACK_LIMITS } from "../../../adapters/slack/limits.ts";
import { type Block, checkBlocks } from "./blocks.ts";
import { readableChannel, visibleChannel, writableChannel } from "./channels.ts";
import { checkPictures } from "./files.ts";
import { type Method, type MethodContext, method } from "./method.ts";
import { Refusal } from "./refusal.ts";
import { wire } from "./wire.ts";
import type { Channel, StoredMessage, Workspace } from "./workspace.ts";

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
  const { text, blocks } = content(args, workspace);
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
  const said = { channel: channel.id, user: bot.userId, botId: bot.botId, ...content(args, workspace) };
  const message = workspace.say({ ...said, threadTs: args.thread_ts ?? null, ephemeralTo: args.user });
  return { message_ts: message.ts };
});

const chatUpdate = method(["chat:write"], Said.extend({ ts: z.string() }), (args, context) => {
  const message = ownMessage(args.channel, args.ts, "cant_update_message", context);
  const { text, blocks } = content({ ...args, blocks: args.blocks ?? message.blocks }, context.workspace);
  const before = { ...message };
  message.text = text;
  message.blocks = blocks;
  if (args.metadata !== undefined) message.metadata = metadataOf(args.metadata);
  message.version += 1;
  context.workspace.changed();
  context.echo(message, "message_changed", before);
  return { channel: message.channel, ts: message.ts, text };
});

const chatDelete = method(["chat:write"], z.object({ channel: z.string(), ts: z.string() }), (args, context) => {
  const message = ownMessage(args.channel, args.ts, "cant_delete_message", context);
  const before = { ...message };
  message.deleted = true;
  context.workspace.changed();
  context.echo(message, "message_deleted", before);
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

/** @source https://docs.slack.dev/reference/methods/reactions.add, from memory: its errors, and that names carry no colons */
const reactionsAdd = method(
  ["reactions:write"],
  z.object({ channel: z.string(), timestamp: z.string(), name: z.string().regex(/^[a-z0-9_+-]+$/) }),
  ({ channel, timestamp, name }, context) => {
    readableChannel(channel, context);
    const message = context.workspace.find(channel, timestamp);
    if (message === undefined) throw new Refusal("message_not_found");
    if (message.reactions.includes(name)) throw new Refusal("already_reacted");
    message.reactions.push(name);
    context.workspace.changed();
    return {};
  },
);

/** @source https://docs.slack.dev/reference/methods/pins.add, from memory: its scope and errors */
const pinsAdd = method(
  ["pins:write"],
  z.object({ channel: z.string(), timestamp: z.string() }),
  ({ channel, timestamp }, context) => {
    readableChannel(channel, context);
    const message = context.workspace.find(channel, timestamp);
    if (message === undefined) throw new Refusal("message_not_found");
    if (message.pinned) throw new Refusal("already_pinned");
    message.pinned = true;
    context.workspace.changed();
    return {};
  },
);

export const chatMethods: Readonly<Record<string, Method>> = {
  "chat.delete": chatDelete,
  "chat.getPermalink": chatGetPermalink,
  "chat.postEphemeral": chatPostEphemeral,
  "chat.postMessage": chatPostMessage,
  "chat.update": chatUpdate,
  "pins.add": pinsAdd,
  "reactions.add": reactionsAdd,
};

function content(
  { text, blocks }: Pick<Said, "text" | "blocks">,
  workspace: Workspace,
): {
  readonly text: string;
  readonly blocks: readonly Block[];
} {
  const checked = checkBlocks(blocks ?? []);
  if (!checked.ok) throw new Refusal(checked.error, checked.messages);
  checkPictures(checked.value, workspace);
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
