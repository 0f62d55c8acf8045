import type { Deleted, Edited } from "../../src/index.ts";
import { filesOf } from "./files.ts";
import {
  actor,
  conversationOf,
  type Heard,
  homeOf,
  isSpoken,
  type Listener,
  saidId,
  speaking,
  spotOf,
  viaOf,
} from "./hear.ts";
import type { ChangedMessage, MessageChange } from "./payloads.ts";
import { readText } from "./text.ts";

/**
 * A message that was edited or deleted. Null for what is no change of somebody's words: previews of links, an added
 * language, a reply below it, cards of Referee's and other bots' messages; and for talk that was never for Referee.
 */
export function hearChange(event: MessageChange, listener: Listener): Heard | null {
  if (event.subtype === "message_deleted") return removed(event, event.previous_message, listener);
  // The first message of a thread is not deleted while it has replies: this takes its place.
  if (event.message.subtype === "tombstone") return removed(event, event.previous_message, listener);
  return edited(event, event.message, listener);
}

type Changed = Pick<MessageChange, "channel" | "channel_type" | "event_ts" | "ts" | "previous_message">;

function edited(event: Changed, message: ChangedMessage, listener: Listener): Heard | null {
  const before = event.previous_message;
  const files = filesOf(message.files);
  const isSame =
    before === undefined
      ? message.edited === undefined
      : before.text === message.text && JSON.stringify(filesOf(before.files)) === JSON.stringify(files);
  if (isSame || (message.edited?.user ?? message.user) !== message.user) return null;
  const common = changeOf(event, message, listener);
  if (common === null) return null;
  const inbound: Edited = {
    ...common,
    type: "edited",
    id: `slack:edited:${listener.spelling.here(event.channel)}:${message.ts}:${common.edition}`,
    text: readText(message.text, listener.self, listener.names),
    files,
  };
  return { inbound, origin: { ...speaking(message.user ?? ""), ...whereOf(event, message) } };
}

function removed(event: Changed, message: ChangedMessage | undefined, listener: Listener): Heard | null {
  // What takes the place of a deleted message goes, too, with the last reply: then that is what was before.
  if (message === undefined || message.subtype === "tombstone") return null;
  const common = changeOf(event, message, listener);
  if (common === null) return null;
  const inbound: Deleted = {
    ...common,
    type: "deleted",
    id: `slack:deleted:${listener.spelling.here(event.channel)}:${message.ts}`,
    // Slack brings nothing back: whatever was edited was edited before.
    edition: Math.max(common.edition, micros(message.edited?.ts ?? "0.0") + 1),
  };
  return { inbound, origin: { ...speaking(message.user ?? ""), ...whereOf(event, message) } };
}

/** Null for a bot's, for Referee's own, and for what is, and was, addressed to nobody and stands in no thread. */
function changeOf(event: Changed, message: ChangedMessage, listener: Listener) {
  const { self, overhears, spelling } = listener;
  const { user, ts } = message;
  if (user === undefined || !isSpoken(message, self)) return null;
  const { channel, channel_type } = event;
  const at = { type: "message", channel, channel_type } as const;
  const heardVia = (version: ChangedMessage) => viaOf({ ...version, ...at }, self);
  const via = heardVia(message) ?? (overhears(spelling.here(channel)) ? "overheard" : null);
  const wasFor = event.previous_message === undefined ? null : heardVia(event.previous_message);
  if (via === null && wasFor === null) return null;
  return {
    about: saidId(spelling.here(channel), ts),
    edition: editionOf(event, message),
    ...actor({ id: user, home: homeOf(message) }, listener),
    spot: spotOf(spelling.here(conversationOf(channel, user)), message.thread_ts ?? ts),
    isReply: message.thread_ts !== undefined && message.thread_ts !== ts,
    via,
  };
}

/** When it was changed: the message tells it to the second, the event more finely. */
function editionOf({ event_ts, ts }: Changed, { edited }: ChangedMessage): number {
  return Math.max(micros(event_ts ?? ts), micros(edited?.ts ?? "0.0"));
}

/** "1652635675.000100" in microseconds. */
function micros(ts: string): number {
  const [seconds = "0", fraction = "0"] = ts.split(".");
  return Number(seconds) * 1_000_000 + Number(fraction.padEnd(6, "0").slice(0, 6));
}

function whereOf({ channel }: Changed, { thread_ts }: ChangedMessage) {
  return { channel, thread: thread_ts ?? null };
}
