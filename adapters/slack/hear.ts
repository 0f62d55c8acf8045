import { createHash } from "node:crypto";
import {
  type AccountId,
  externalName,
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

/** Who Referee is in this workspace, what people are called there, and in which conversations it may listen. */
export type Listener = {
  readonly self: string;
  readonly names: ReadonlyMap<string, string>;
  /** Those of another company, by their ids. */
  readonly external: ReadonlySet<string>;
  readonly overhears: Overhears;
  readonly spelling: Spelling;
};

/** How what Slack names in one delivery is named outside it: an id of Slack's counts in one workspace only. */
export type Spelling = {
  /** A channel, the person whom a direct message is named after, or whatever else counts in the workspace only. */
  here(id: string): string;
  /** @param home the workspace where the person is at home, as far as it is told */
  account(user: string, home: string | null | undefined): AccountId;
};

/** What an answer needs and the core does not: who acted, where they are looking, and what may still be opened. */
export type Origin = {
  readonly user: string;
  /** Slack's own id of the conversation, or null when there is none to speak in. */
  readonly channel: string | null;
  /** The thread the person is looking at, null when they look at the channel itself. */
  readonly thread: string | null;
  /** The message that was written; null when something else was done. */
  readonly message: string | null;
  /** Takes away the card that only this person was shown and that was pressed, or whose form was sent off; null for others. */
  readonly aside: string | null;
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
export function hearMessage(event: MessageEvent, listener: Listener): Heard | null {
  const { self, names, overhears, spelling } = listener;
  const { user, channel, ts, thread_ts } = event;
  if (user === undefined || !isSpoken(event, self)) return null;
  const via = viaOf(event, self) ?? (overhears(spelling.here(channel)) ? "overheard" : null);
  if (via === null) return null;
  const said: Said = {
    type: "said",
    // A mention arrives as two events, message and app_mention: channel and time name the one thing that was said.
    id: saidId(spelling.here(channel), ts),
    ...actor({ id: user, home: homeOf(event) }, listener),
    text: readText(event.text, self, names),
    spot: spotOf(spelling.here(conversationOf(channel, user)), thread_ts ?? ts),
    isReply: isReply(event),
    via,
    quoted: null,
    files: filesOf(event.files),
  };
  return { inbound: said, origin: { ...speaking(user), channel, thread: thread_ts ?? null, message: ts } };
}

/** Whether a person speaks: not a bot, not Referee itself, nobody who joins or leaves. */
export function isSpoken(message: Pick<MessageEvent, "user" | "bot_id" | "subtype">, self: string): boolean {
  return message.user !== self && message.bot_id === undefined && SPOKEN.has(message.subtype);
}

/**
 * What was said at a time in a channel: as many events may tell of it, and of its changes, as like.
 * @param channel as `Spelling` has it
 */
export function saidId(channel: string, ts: string): string {
  return `slack:said:${channel}:${ts}`;
}

/** Where the author of a message is at home: told apart from where the message stands only for shared channels. */
export function homeOf({ user_team, team }: Pick<MessageEvent, "user_team" | "team">): string | null | undefined {
  return user_team ?? team;
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

export function hearCommand(command: SlashCommand, listener: Listener): Heard {
  const { spelling } = listener;
  const { user_id: user, channel_id, trigger_id: trigger } = command;
  // In a private conversation Referee may not be a member; what it has to say goes to the person then.
  const isPrivate = ["directmessage", "privategroup"].includes(command.channel_name) || channel_id.startsWith("D");
  const said: Said = {
    type: "said",
    id: `slack:command:${spelling.here(trigger)}`,
    // Commands of apps are for members of the workspace only.
    ...actor({ id: user, home: null }, listener, command.user_name),
    text: command.text.trim(),
    spot: spotOf(spelling.here(isPrivate ? user : channel_id), null),
    isReply: false,
    via: "command",
    quoted: null,
    files: [],
  };
  return { inbound: said, origin: { ...speaking(user), channel: channel_id, trigger, answer: "command" } };
}

/** Null for another shortcut than "Ask Referee". */
export function hearShortcut(shortcut: MessageShortcut, listener: Listener): Heard | null {
  const { self, names, spelling } = listener;
  if (shortcut.callback_id !== SHORTCUT_ID) return null;
  const { user, channel, message, trigger_id: trigger } = shortcut;
  const said: Said = {
    type: "said",
    id: `slack:shortcut:${spelling.here(trigger)}`,
    ...actor({ id: user.id, home: user.team_id }, listener, nameIn(user)),
    text: readText(message.text, self, names),
    spot: shortcutSpot(shortcut, spelling),
    isReply: false,
    via: "shortcut",
    quoted: message.user === undefined ? null : actor({ id: message.user, home: homeOf(message) }, listener),
    files: filesOf(message.files),
  };
  const thread = message.thread_ts ?? null;
  return { inbound: said, origin: { ...speaking(user.id), channel: channel.id, thread, trigger } };
}

/**
 * In the thread of the message, except in direct messages: theirs with somebody else look like theirs with Referee, where
 * the message is none to answer under.
 */
function shortcutSpot({ user, channel, message }: MessageShortcut, { here }: Spelling): Spot {
  if (channel.id.startsWith("D")) return spotOf(here(user.id), null);
  return spotOf(here(channel.id), message.thread_ts ?? message.ts);
}

/** Null for a button that only opened an address, and for what no card of Referee's holds. */
export function hearPress(
  { user, container, message, view, actions, trigger_id: trigger, response_url }: BlockActions,
  listener: Listener,
): Heard | null {
  const { spelling } = listener;
  const element = actions[0];
  const value = element?.selected_option?.value ?? element?.value;
  const channel = container.channel_id;
  if (element === undefined || value === undefined || element.action_id.startsWith(LINK_ID)) return null;
  if (channel === undefined) return view?.type === "home" ? pressAtHome(user, value, trigger, listener) : null;
  const thread = container.thread_ts ?? message?.thread_ts ?? null;
  const root = container.is_ephemeral === true ? thread : (thread ?? container.message_ts ?? null);
  const pressed: Pressed = {
    type: "pressed",
    id: `slack:press:${spelling.here(trigger)}`,
    ...actor({ id: user.id, home: user.team_id }, listener, nameIn(user)),
    value,
    spot: spotOf(spelling.here(conversationOf(channel, user.id)), root),
  };
  // A card that began a thread is pressed in the channel as a rule: what is private is shown there.
  const reading = thread === container.message_ts ? null : thread;
  const aside = container.is_ephemeral === true ? (response_url ?? null) : null;
  return { inbound: pressed, origin: { ...speaking(user.id), channel, thread: reading, aside, trigger } };
}

/** In the Home tab, which is no conversation: what there is to say is said in the person's own. */
function pressAtHome(user: BlockActions["user"], value: string, trigger: string, listener: Listener): Heard {
  const { here } = listener.spelling;
  const pressed: Pressed = {
    type: "pressed",
    id: `slack:press:${here(trigger)}`,
    ...actor({ id: user.id, home: user.team_id }, listener, nameIn(user)),
    value,
    spot: spotOf(here(user.id), null),
  };
  return { inbound: pressed, origin: { ...speaking(user.id), trigger } };
}

/** Null for a view of somebody else's making. */
export function hearForm({ user, view, trigger_id }: ViewSubmission, listener: Listener): Heard | null {
  const { spelling } = listener;
  const context = readFormContext(view.private_metadata);
  if (view.callback_id !== FORM_ID || context === null) return null;
  const values = valuesOf(view.state.values);
  const submitted: Submitted = {
    type: "submitted",
    id: `slack:form:${spelling.here(trigger_id ?? `${view.id}:${view.hash}:${fingerprint(values)}`)}`,
    ...actor({ id: user.id, home: user.team_id }, listener, nameIn(user)),
    value: context.value,
    values,
  };
  const { channel, thread, aside } = context;
  const inputs = Object.entries(view.state.values).flatMap(([id, elements]) => (isInput(id, elements) ? [id] : []));
  const trigger = trigger_id ?? null;
  const where = { ...speaking(user.id), channel, thread, aside, trigger };
  return { inbound: submitted, origin: { ...where, answer: "form", inputs } };
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
export function hearSearch({ user, view, action_id, value }: BlockSuggestion, { account }: Spelling): Search | null {
  const context = readFormContext(view.private_metadata);
  if (view.callback_id !== FORM_ID || context === null) return null;
  const [input = ""] = action_id.split(".");
  return { account: account(user.id, user.team_id), value: context.value, input, words: value };
}

/** Of a short password even a hash tells too much: only what is kept of the answers counts. */
function fingerprint(values: Readonly<Record<string, string>>): string {
  const kept = Object.entries(values).map(([input, text]) => [input, redactSecrets(text).text]);
  return createHash("sha256").update(JSON.stringify(kept)).digest("hex").slice(0, 16);
}

type Somebody = { readonly id: string; readonly home: string | null | undefined };

export function actor({ id, home }: Somebody, { names, external, spelling }: Listener, fallback = "") {
  const name = names.get(id) ?? (fallback || id);
  return { account: spelling.account(id, home), name: external.has(id) ? externalName(name) : name };
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
  return {
    user,
    channel: null,
    thread: null,
    message: null,
    aside: null,
    trigger: null,
    answer: "message",
    inputs: [],
  };
}
