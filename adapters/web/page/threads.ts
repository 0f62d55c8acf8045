import type { ChatMessage } from "../chat.ts";

/** A message of the conversation itself with the replies to it, oldest first. */
export type Thread = { readonly root: ChatMessage; readonly replies: readonly ChatMessage[] };

/** The threads of one conversation in the order they began. A reply whose root is gone stands for itself. */
export function threadsOf(messages: readonly ChatMessage[]): readonly Thread[] {
  const ids = new Set(messages.map(({ id }) => id));
  const isReply = (message: ChatMessage) =>
    message.thread !== null && message.thread !== message.id && ids.has(message.thread);
  return messages
    .filter((message) => !isReply(message))
    .map((root) => ({ root, replies: messages.filter((message) => isReply(message) && message.thread === root.id) }));
}
