import type { Chat } from "./chat.ts";
import type { ChatMessage } from "./entry.ts";
import type { LocalId } from "./localId.ts";
import { threadsOf } from "./threads.ts";
import type { Page, Snapshot } from "./wire.ts";

/** How many threads of a conversation a page is shown at first, and with each look further back. */
export const THREADS_AT_ONCE = 25;
/** A card is shown as it was before only where it changed within this many entries: somebody may still look at that one. */
const OUTDATED_WITHIN = 300;

/** What a page is shown that opens: the newest of every conversation, and where there is more. */
export function shownFirst(chat: Chat): Snapshot {
  const { count } = chat;
  const byConversation = groupBy(chat.messages(), ({ conversation }) => conversation);
  const parts = [...byConversation].map(([conversation, all]) => ({ conversation, ...newest(all, null) }));
  const messages = parts.flatMap((part) => [
    ...part.messages,
    ...stirring(byConversation.get(part.conversation) ?? []),
  ]);
  const once = new Map(messages.map((message) => [message.id, withoutOld(message, count)]));
  return {
    count,
    messages: [...once.values()].sort((one, other) => one.number - other.number),
    earlier: parts.flatMap(({ conversation, before }) => (before === null ? [] : [{ conversation, before }])),
  };
}

/** What began in a conversation before an entry. */
export function shownBefore(chat: Chat, conversation: LocalId, before: number): Page {
  const page = newest(
    chat.messages().filter((message) => message.conversation === conversation),
    before,
  );
  return { ...page, messages: page.messages.map((message) => withoutOld(message, chat.count)) };
}

/** The thread a message stands in; nothing when it is gone. */
export function threadOf(chat: Chat, id: string): readonly ChatMessage[] {
  const message = chat.message(id);
  if (message === null) return [];
  const root = message.thread ?? message.id;
  return chat.messages().filter((each) => each.id === root || each.thread === root);
}

/** The newest threads among these messages of one conversation, of those that began before an entry. */
function newest(all: readonly ChatMessage[], before: number | null): Page {
  const threads = threadsOf(all).filter(({ root }) => root.number < (before ?? Infinity));
  const shown = threads.slice(-THREADS_AT_ONCE);
  return {
    messages: shown.flatMap(({ root, replies }) => [root, ...replies]),
    before: shown.length === threads.length ? null : (shown[0]?.root.number ?? null),
  };
}

/** What was said last, with what it answers: news in an old thread are news. */
function stirring(all: readonly ChatMessage[]): readonly ChatMessage[] {
  const last = all.slice(-THREADS_AT_ONCE);
  const roots = new Set(last.map(({ thread }) => thread));
  return [...all.filter(({ id }) => roots.has(id)), ...last];
}

function withoutOld(message: ChatMessage, count: number): ChatMessage {
  return message.number > count - OUTDATED_WITHIN ? message : { ...message, cardBefore: null };
}

function groupBy<T, K>(all: readonly T[], keyOf: (each: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group === undefined) groups.set(keyOf(each), [each]);
    else group.push(each);
  }
  return groups;
}
