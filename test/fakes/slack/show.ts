import { buttonsOf, readMessage, type ShownButton } from "./shown.ts";
import type { StoredMessage } from "./workspace.ts";

/** A message as somebody sees it now. */
export type Shown = {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  /** The thread it stands in, null for a message of the channel itself. */
  readonly thread: string | null;
  readonly text: string;
  /** What the notification said. */
  readonly notice: string;
  readonly buttons: readonly ShownButton[];
  /** Whom it notified when it was posted: user ids, or `!channel` and the like. */
  readonly notifies: readonly string[];
  /** Addresses its words lead to, buttons aside. */
  readonly links: readonly string[];
  readonly ephemeralTo: string | null;
  readonly metadata: unknown;
  /** Of the app's, by their names. */
  readonly reactions: readonly string[];
  readonly pinned: boolean;
  readonly version: number;
};

export function show(message: StoredMessage): Shown {
  const { shown, notifies, links } = readMessage(message.text, message.blocks);
  const { channel, ts, user, threadTs, ephemeralTo, metadata, reactions, pinned, version } = message;
  const buttons = buttonsOf(message.blocks);
  return {
    channel,
    ts,
    user,
    thread: threadTs,
    text: shown,
    notice: message.text,
    buttons,
    notifies,
    links,
    ephemeralTo,
    metadata,
    reactions,
    pinned,
    version,
  };
}
