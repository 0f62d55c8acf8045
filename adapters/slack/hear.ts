import { createHash } from "node:crypto";
import {
  AccountId,
  type Inbound,
  joinChosen,
  type Overhears,
  type Pressed,
  redactSecrets,
  type Said,
  type Search,
  type Spot,
  type Submitted,
} from "../../src/index.ts";
import { LINK_ID } from "./buttons.ts";
import { filesOf } from "./files.ts";
import { FORM_ID, readFormContext } from "./form.ts";
import { INPUT_ID } from "./inputs.ts";
import type {
  BlockActions,
  BlockSuggestion,
  FilledInput,
  MessageEvent,
  MessageShortcut,
  SlashCommand,
  ViewSubmission,
} from "./payloads.ts";
import { mentionedIn, readText } from "./text.ts";

/** The message shortcut's callback id, as in manifest.yaml. */
export const SHORTCUT_ID = "ask_referee";

/** Who Referee is in this workspace, what people are called there, and in which channels it may listen. */
export type Listener = {
  readonly self: string;
  readonly names: ReadonlyMap<string, string>;
  readonly overhears: Overhears;
};

/** What an answer needs and the core does not: who acted, where they are looking, and what may still be opened. */
export type Origin = {
  readonly user: string;
  /** Slack's own id of the conversation, or null when there is none to speak in. */
  readonly channel: string | null;
  /** The thread the person is looking at, null when they look at the channel itself. */
  readonly thread: string | null;
  /** Opens one view within three seconds. */
  readonly trigger: string | null;
  /** How an answer travels: as a message of its own, or in the acknowledgement of a command or a form. */
  readonly answer: "message" | "command" | "form";
  /** The inputs of the form that was sent off: Slack shows an error beside these only. */
  readonly inputs: readonly string[];
};

export type Heard = { readonly inbound: Inbound; readonly origin: Origin };

/** Subtypes of a message that are still a person speaking. */
const SPOKEN = new Set([undefined, "file_share", "thread_broadcast", "me_message"]);

/** Null for what is not said to Referee: bots, edits, joins, its own messages, and channel talk that does not name it. */
export function hearMessage(event: MessageEvent, { self, names, overhears }: Listener): Heard | null {
  const { user, channel, ts, thread_ts } = event;
  if (user === undefined || !isSpoken(event, self)) return null;
  const via = viaOf(event, self) ?? (overhears(channel) ? "overheard" : null);
  if (via === null) return null;
  const said: Said = {
    type: "said",
    // A mention arrives as two events, message and app_mention: channel and time name the one thing that was said.
    id: saidId(channel, ts),
    ...actor(user, names),
    text: readText(event.text, self, names),
    spot: spotOf(conversationOf(channel, user), thread_ts ?? ts),
    isReply: isReply(event),
    via,
    quoted: null,
    files: filesOf(event.files),
  };
  return { inbound: said, origin: { ...speaking(user), channel, thread: thread_ts ?? null } };
}

/** Whether a person speaks: not a bot, not Referee itself, nobody who joins or leaves. */
export function isSpoken(message: Pick<MessageEvent, "user" | "bot_id" | "subtype">, self: string): boolean {
  return message.user !== self && message.bot_id === undefined && SPOKEN.has(message.subtype);
}

/** What was said at a time in a channel: as many events may tell of it, and of its changes, as like. */
export function saidId(channel: string, ts: string): string {
  return `slack:said:${channel}:${ts}`;
}

type Placed = Pick<MessageEvent, "text" | "type" | "channel_type" | "channel" | "ts" | "thread_ts">;

export function viaOf(event: Placed, self: string): Exclude<Said["via"], "command" | "shortcut"> | null {
  const { text, type, channel_type, channel } = event;
  if (channel_type === "im" || channel.startsWith("D")) return "direct";
  if (type === "app_mention" || mentionedIn(text).includes(self)) return "mention";
  return isReply(event) ? "thread" : null;
}

function isReply({ ts, thread_ts }: Placed): boolean {
  return thread_ts !== undefined && thread_ts !== ts;
}

export function hearCommand(command: SlashCommand, { names }: Listener): Heard {
  const { user_id: user, channel_id, trigger_id: trigger } = command;
  // In a private conversation Referee may not be a member; what it has to say goes to the person then.
  const isPrivate = ["directmessage", "privategroup"].includes(command.channel_name) || channel_id.startsWith("D");
  const said: Said = {
    type: "said",
    id: `slack:command:${trigger}`,
    ...actor(user, names, command.user_name),
    text: command.text.trim(),
    spot: spotOf(isPrivate ? user : channel_id, null),
    isReply: false,
    via: "command",
    quoted: null,
    files: [],
  };
  return { inbound: said, origin: { ...speaking(user), channel: channel_id, trigger, answer: "command" } };
}

/** Null for another shortcut than "Ask Referee". */
export function hearShortcut(shortcut: MessageShortcut, { self, names }: Listener): Heard | null {
  if (shortcut.callback_id !== SHORTCUT_ID) return null;
  const { user, channel, message, trigger_id: trigger } = shortcut;
  const said: Said = {
    type: "said",
    id: `slack:shortcut:${trigger}`,
    ...actor(user.id, names, nameIn(user)),
    text: readText(message.text, self, names),
    spot: shortcutSpot(shortcut),
    isReply: false,
    via: "shortcut",
    quoted: message.user === undefined ? null : actor(message.user, names),
    files: filesOf(message.files),
  };
  const thread = message.thread_ts ?? null;
  return { inbound: said, origin: { ...speaking(user.id), channel: channel.id, thread, trigger } };
}

/**
 * In the thread of the message, except in direct messages: theirs with somebody else look like theirs with Referee, where
 * the message is none to answer under.
 */
function shortcutSpot({ user, channel, message }: MessageShortcut): Spot {
  if (channel.id.startsWith("D")) return spotOf(user.id, null);
  return spotOf(channel.id, message.thread_ts ?? message.ts);
}

/** Null for a button that only opened an address, and for what no card of Referee's holds. */
export function hearPress(
  { user, container, message, view, actions, trigger_id: trigger }: BlockActions,
  { names }: Listener,
): Heard | null {
  const element = actions[0];
  const value = element?.selected_option?.value ?? element?.value;
  const channel = container.channel_id;
  if (element === undefined || value === undefined || element.action_id.startsWith(LINK_ID)) return null;
  if (channel === undefined) return view?.type === "home" ? pressAtHome(user, names, value, trigger) : null;
  const thread = container.thread_ts ?? message?.thread_ts ?? null;
  const root = container.is_ephemeral === true ? thread : (thread ?? container.message_ts ?? null);
  const pressed: Pressed = {
    type: "pressed",
    id: `slack:press:${trigger}`,
    ...actor(user.id, names, nameIn(user)),
    value,
    spot: spotOf(conversationOf(channel, user.id), root),
  };
  // A card that began a thread is pressed in the channel as a rule: what is private is shown there.
  const reading = thread === container.message_ts ? null : thread;
  return { inbound: pressed, origin: { ...speaking(user.id), channel, thread: reading, trigger } };
}

/** In the Home tab, which is no conversation: what there is to say is said in the person's own. */
function pressAtHome(user: BlockActions["user"], names: Listener["names"], value: string, trigger: string): Heard {
  const pressed: Pressed = {
    type: "pressed",
    id: `slack:press:${trigger}`,
    ...actor(user.id, names, nameIn(user)),
    value,
    spot: spotOf(user.id, null),
  };
  return { inbound: pressed, origin: { ...speaking(user.id), trigger } };
}

/** Null for a view of somebody else's making. */
export function hearForm({ user, view, trigger_id }: ViewSubmission, { names }: Listener): Heard | null {
  const context = readFormContext(view.private_metadata);
  if (view.callback_id !== FORM_ID || context === null) return null;
  const values = valuesOf(view.state.values);
  const submitted: Submitted = {
    type: "submitted",
    id: `slack:form:${trigger_id ?? `${view.id}:${view.hash}:${fingerprint(values)}`}`,
    ...actor(user.id, names, nameIn(user)),
    value: context.value,
    values,
  };
  const { channel, thread } = context;
  const inputs = Object.entries(view.state.values).flatMap(([id, elements]) => (isInput(id, elements) ? [id] : []));
  const trigger = trigger_id ?? null;
  return { inbound: submitted, origin: { ...speaking(user.id), channel, thread, trigger, answer: "form", inputs } };
}

type SentValues = ViewSubmission["view"]["state"]["values"];

/** By the name of the picker, or of the block for what an input block holds alone. */
function valuesOf(sent: SentValues): Readonly<Record<string, string>> {
  const filled = Object.entries(sent).flatMap(([id, elements]) =>
    Object.entries(elements).flatMap(([action, element]) => {
      const value = answerIn(element);
      return value.trim() === "" ? [] : [[action === INPUT_ID ? id : action, value] as const];
    }),
  );
  return Object.fromEntries(filled);
}

function answerIn(element: FilledInput): string {
  const { value, selected_option, selected_options, selected_date, selected_time } = element;
  const chosen = joinChosen((selected_options ?? []).map((option) => option.value));
  return selected_option?.value ?? value ?? selected_date ?? selected_time ?? chosen;
}

/** Whether it is an input block: those with pickers have a name of their own, made of the input's. */
function isInput(block: string, elements: SentValues[string]): boolean {
  return !block.includes(".") && Object.keys(elements).length > 0;
}

/** Null for a list in a view of somebody else's making. */
export function hearSearch({ user, view, action_id, value }: BlockSuggestion): Search | null {
  const context = readFormContext(view.private_metadata);
  if (view.callback_id !== FORM_ID || context === null) return null;
  const [input = ""] = action_id.split(".");
  return { account: AccountId.parse(`slack:${user.id}`), value: context.value, input, words: value };
}

/** Of a short password even a hash tells too much: only what is kept of the answers counts. */
function fingerprint(values: Readonly<Record<string, string>>): string {
  const kept = Object.entries(values).map(([input, text]) => [input, redactSecrets(text).text]);
  return createHash("sha256").update(JSON.stringify(kept)).digest("hex").slice(0, 16);
}

export function actor(user: string, names: ReadonlyMap<string, string>, fallback = "") {
  return { account: AccountId.parse(`slack:${user}`), name: names.get(user) ?? (fallback || user) };
}

function nameIn(user: { readonly name?: string | undefined; readonly username?: string | undefined }): string {
  return user.name ?? user.username ?? "";
}

/** A direct message is named after the person, so that it is one conversation whoever speaks first. */
export function conversationOf(channel: string, user: string): string {
  return channel.startsWith("D") ? user : channel;
}

export function spotOf(conversation: string, thread: string | null): Spot {
  return { adapter: "slack", conversation, thread };
}

export function speaking(user: string): Origin {
  return { user, channel: null, thread: null, trigger: null, answer: "message", inputs: [] };
}
