import type { Bot } from "./method.ts";
import type { Question } from "./questions.ts";
import type { ShownButton } from "./shown.ts";
import { wireView } from "./viewMethods.ts";
import { wire } from "./wire.ts";
import type { Channel, OpenView, StoredMessage, User } from "./workspace.ts";

// What Slack sends to an app. Shapes: the declarations of `@slack/bolt`
// 5.1.0, read 2026-11-22; the container of a press, which they leave open, from memory.

/** Common to everything a person does. */
export type Deed = {
  readonly bot: Bot;
  readonly user: User;
  readonly channel: Channel;
  readonly trigger: string;
  readonly responseUrl: string;
};

type Json = Readonly<Record<string, unknown>>;

export function eventCallback(bot: Bot, eventId: string, event: Json): Json {
  return {
    token: "deprecated",
    team_id: bot.teamId,
    api_app_id: bot.appId,
    type: "event_callback",
    event_id: eventId,
    event_time: Math.floor(Number(event.event_ts ?? 0)),
    authorizations: [
      { enterprise_id: null, team_id: bot.teamId, user_id: bot.userId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event,
  };
}

export function messageEvent(type: "message" | "app_mention", message: StoredMessage, channel: Channel): Json {
  const kind = { public: "channel", private: "group", im: "im" }[channel.kind];
  return { ...wire(message, false), type, channel: channel.id, channel_type: kind, event_ts: message.ts };
}

/** What a message was before it was changed, and when that happened. */
export type Changed = { readonly before: StoredMessage; readonly at: string; readonly hasReplies: boolean };

/**
 * An edit or a removal, as the app hears of it. The deletion of a message with replies comes as its change into a
 * tombstone. A message with replies names its thread.
 * @source https://docs.slack.dev/reference/events/message/message_changed and message_deleted, read 2026-11-29 in stored
 *   copies; `previous_message`: https://gist.github.com/dcastro/6e4d9fa3e606aeb0f74ec7cd1531558e; the tombstone:
 *   https://github.com/openclaw/openclaw/pull/22035
 */
export function changeEvent(
  subtype: "message_changed" | "message_deleted",
  message: StoredMessage,
  channel: Channel,
  { before, at, hasReplies }: Changed,
): Json {
  const { channel: id, channel_type } = messageEvent("message", message, channel);
  const thread = hasReplies ? { thread_ts: message.ts } : {};
  const previous_message = { ...wire(before, false), ...thread };
  const common = { type: "message", hidden: true, channel: id, channel_type, ts: at, event_ts: at, previous_message };
  return subtype === "message_changed"
    ? { ...common, subtype, message: { ...wire(message, false), ...thread } }
    : { ...common, subtype, deleted_ts: message.ts };
}

function common({ bot, user, trigger }: Deed): Json {
  return {
    user: { id: user.id, username: user.name.toLowerCase(), name: user.name.toLowerCase(), team_id: bot.teamId },
    api_app_id: bot.appId,
    token: "deprecated",
    trigger_id: trigger,
    team: { id: bot.teamId, domain: "plant" },
    enterprise: null,
    is_enterprise_install: false,
  };
}

export function blockActions(deed: Deed, message: StoredMessage, button: ShownButton): Json {
  const ephemeral = message.ephemeralTo !== null;
  const thread = message.threadTs === null ? {} : { thread_ts: message.threadTs };
  return {
    type: "block_actions",
    ...common(deed),
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: deed.channel.id,
      is_ephemeral: ephemeral,
      ...thread,
    },
    channel: { id: deed.channel.id, name: deed.channel.name },
    ...(ephemeral ? {} : { message: wire(message, false) }),
    state: { values: {} },
    response_url: deed.responseUrl,
    actions: [pressed(button, message.ts)],
  };
}

function pressed({ label, value, actionId, blockId, kind }: ShownButton, ts: string): Json {
  const text = { type: "plain_text", text: label, emoji: false };
  const base = { action_id: actionId, block_id: blockId, action_ts: ts, type: kind };
  if (kind === "overflow") return { ...base, selected_option: { text, value } };
  return { ...base, text, ...(value === null ? {} : { value }) };
}

export function messageShortcut(deed: Deed, callbackId: string, message: StoredMessage): Json {
  return {
    type: "message_action",
    callback_id: callbackId,
    ...common(deed),
    action_ts: message.ts,
    message_ts: message.ts,
    channel: { id: deed.channel.id, name: deed.channel.name },
    message: wire(message, false),
    response_url: deed.responseUrl,
  };
}

export function slashCommand(deed: Deed, command: string, text: string): Readonly<Record<string, string>> {
  const { bot, user, channel, trigger, responseUrl } = deed;
  return {
    token: "deprecated",
    team_id: bot.teamId,
    team_domain: "plant",
    channel_id: channel.id,
    channel_name: channel.kind === "private" ? "privategroup" : channel.name,
    user_id: user.id,
    user_name: user.name.toLowerCase(),
    command,
    text,
    api_app_id: bot.appId,
    is_enterprise_install: "false",
    response_url: responseUrl,
    trigger_id: trigger,
  };
}

/**
 * Somebody opened the app at its Home tab. `view` is what the tab shows already.
 * @source https://docs.slack.dev/reference/events/app_home_opened, read 2026-11-29 in a stored copy
 */
export function appHomeOpened(
  { user, channel }: Pick<Deed, "user" | "channel">,
  home: OpenView | undefined,
  at: string,
): Json {
  const shown = home === undefined ? {} : { view: wireView(home) };
  return { type: "app_home_opened", user: user.id, channel: channel.id, event_ts: at, tab: "home", ...shown };
}

/** A button in the Home tab: no channel, no message, no response_url. */
export function homeActions(deed: Deed, home: OpenView, button: ShownButton): Json {
  return {
    type: "block_actions",
    ...common(deed),
    container: { type: "view", view_id: home.id },
    view: wireView(home),
    state: { values: {} },
    actions: [pressed(button, "1.000001")],
  };
}

/** Something was picked in a form: Slack tells of each, and waits for an acknowledgement. */
export function viewActions(deed: Deed, opened: OpenView, { block, action, element }: Question): Json {
  return {
    type: "block_actions",
    ...common(deed),
    container: { type: "view", view_id: opened.id },
    view: wireView(opened),
    actions: [{ type: element.type, action_id: action, block_id: block, action_ts: "1.000001" }],
  };
}

/** Somebody opened a list that is searched at the app, or typed a letter into it. */
export function blockSuggestion(deed: Deed, opened: OpenView, { block, action }: Question, typed: string): Json {
  const { trigger_id: _, ...who } = common(deed);
  return {
    type: "block_suggestion",
    ...who,
    container: { type: "view", view_id: opened.id },
    view: wireView(opened),
    action_id: action,
    block_id: block,
    value: typed,
  };
}

export type SentValues = Readonly<Record<string, Readonly<Record<string, Json>>>>;

export function viewSubmission(deed: Deed, opened: OpenView, values: SentValues): Json {
  return {
    type: "view_submission",
    ...common(deed),
    view: { ...wireView(opened), state: { values } },
    response_urls: [],
  };
}
