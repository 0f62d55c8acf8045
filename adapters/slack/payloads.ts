import { z } from "zod";
import { SlackFiles } from "./files.ts";

// What Slack sends, as far as Referee reads it. Shapes: the declarations of `@slack/bolt`
// 5.1.0, read 2026-11-22; the container of a press, which they leave open, from memory.

const UserId = z.string().regex(/^[UW][A-Z0-9]+$/);
const Ts = z.string().regex(/^\d+\.\d+$/);
/** A workspace. What is none says nothing. */
const Team = z.string().min(1).nullish().catch(null);

/** Events API: a message somebody wrote, also when it arrives as `app_mention`. */
export const MessageEvent = z.object({
  type: z.enum(["message", "app_mention"]),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  user: UserId.optional(),
  team: Team,
  user_team: Team,
  text: z.string().default(""),
  channel: z.string().min(1),
  channel_type: z.string().optional(),
  ts: Ts,
  thread_ts: Ts.optional(),
  files: SlackFiles,
});
export type MessageEvent = z.infer<typeof MessageEvent>;

/** A message as it is after a change, or was before it. */
const ChangedMessage = z.object({
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  user: UserId.optional(),
  team: Team,
  user_team: Team,
  text: z.string().default(""),
  ts: Ts,
  thread_ts: Ts.optional(),
  edited: z.object({ user: UserId.optional(), ts: Ts }).optional(),
  files: SlackFiles,
});
export type ChangedMessage = z.infer<typeof ChangedMessage>;

const change = {
  type: z.literal("message"),
  channel: z.string().min(1),
  channel_type: z.string().optional(),
  ts: Ts,
  event_ts: Ts.optional(),
  previous_message: ChangedMessage.optional(),
};

/**
 * A message was edited or deleted. `ts` is of the change, the message's own stands within.
 * @source https://docs.slack.dev/reference/events/message/message_changed and message_deleted, read 2026-11-29 in stored
 *   copies; `previous_message` and the tombstone that takes the place of a message with replies, as sent to others:
 *   https://gist.github.com/dcastro/6e4d9fa3e606aeb0f74ec7cd1531558e, https://github.com/slack-edge/slack-edge/pull/10
 */
export const MessageChange = z.discriminatedUnion("subtype", [
  z.object({ subtype: z.literal("message_changed"), ...change, message: ChangedMessage }),
  z.object({ subtype: z.literal("message_deleted"), ...change }),
]);
export type MessageChange = z.infer<typeof MessageChange>;

/** A slash command. Its text arrives as typed, without entities. */
export const SlashCommand = z.object({
  command: z.string(),
  text: z.string().default(""),
  user_id: UserId,
  user_name: z.string().default(""),
  channel_id: z.string().min(1),
  channel_name: z.string().default(""),
  trigger_id: z.string().min(1),
});
export type SlashCommand = z.infer<typeof SlashCommand>;

const InteractionUser = z.object({
  id: UserId,
  name: z.string().optional(),
  username: z.string().optional(),
  team_id: Team,
});

/** The message shortcut "Ask Referee". */
export const MessageShortcut = z.object({
  type: z.literal("message_action"),
  callback_id: z.string(),
  trigger_id: z.string().min(1),
  user: InteractionUser,
  channel: z.object({ id: z.string().min(1), name: z.string().default("") }),
  message: z.object({
    text: z.string().default(""),
    ts: Ts,
    thread_ts: Ts.optional(),
    user: UserId.optional(),
    team: Team,
    user_team: Team,
    files: SlackFiles,
  }),
});
export type MessageShortcut = z.infer<typeof MessageShortcut>;

const PressedElement = z.object({
  type: z.string(),
  action_id: z.string(),
  value: z.string().optional(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

/** A pressed button or a chosen menu entry. Of an ephemeral card only the container comes back. */
export const BlockActions = z.object({
  type: z.literal("block_actions"),
  trigger_id: z.string().min(1),
  user: InteractionUser,
  container: z.object({
    type: z.string(),
    channel_id: z.string().optional(),
    message_ts: Ts.optional(),
    thread_ts: Ts.optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  message: z.object({ ts: Ts, thread_ts: Ts.optional() }).optional(),
  /** Takes up to five messages within half an hour; it alone can take away what only one person was shown. */
  response_url: z.url().optional().catch(undefined),
  /** Where it stands in a view: `home`, or the `modal` of a form. */
  view: z.object({ type: z.string() }).optional(),
  actions: z.array(PressedElement).min(1),
});
export type BlockActions = z.infer<typeof BlockActions>;

/**
 * Events API: somebody opened the app, at one of its tabs. `view` is what the Home tab shows, absent while it shows nothing.
 * @source https://docs.slack.dev/reference/events/app_home_opened and the declarations of `@slack/types` 3.2.0, read
 *   2026-11-29
 */
export const AppHomeOpened = z.object({
  type: z.literal("app_home_opened"),
  user: UserId,
  tab: z.string().default("home"),
});

const Chosen = z.object({ value: z.string() });

/** The state of an element of a form: by its type, one of these is there. */
const FilledInput = z.object({
  value: z.string().nullish(),
  selected_option: Chosen.nullish(),
  selected_options: z.array(Chosen).nullish(),
  /** `2026-11-27` */
  selected_date: z.string().nullish(),
  /** `18:00` */
  selected_time: z.string().nullish(),
});
export type FilledInput = z.infer<typeof FilledInput>;

/** What somebody has typed so far into a list of a form that is searched here. */
export const BlockSuggestion = z.object({
  type: z.literal("block_suggestion"),
  action_id: z.string(),
  value: z.string().default(""),
  user: InteractionUser,
  view: z.object({ callback_id: z.string(), private_metadata: z.string() }),
});
export type BlockSuggestion = z.infer<typeof BlockSuggestion>;

/** A form sent off. */
export const ViewSubmission = z.object({
  type: z.literal("view_submission"),
  trigger_id: z.string().min(1).optional(),
  user: InteractionUser,
  view: z.object({
    id: z.string().min(1),
    callback_id: z.string(),
    /** Another after every change of the view. */
    hash: z.string().default(""),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), FilledInput)) }),
  }),
});
export type ViewSubmission = z.infer<typeof ViewSubmission>;
