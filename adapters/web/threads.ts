import type { ChatMessage } from "./entry.ts";

/** A message of the conversation itself with the replies to it, oldest first. */
export type Thread = { readonly root: ChatMessage; readonly replies: readonly ChatMessage[] };

/** The threads of one conversation in the order they began. A reply whose root is gone stands for itself. */
export function threadsOf(messages: readonly ChatMessage[]): readonly Thread[] {
  const replies = new Map<string, ChatMessage[]>(messages.map(({ id }) => [id, []]));
  const roots: ChatMessage[] = [];
  for (const message of messages) {
    const thread = message.thread === null || message.thread === message.id ? undefined : replies.get(message.thread);
    if (thread === undefined) roots.push(message);
    else thread.push(message);
  }
  return roots.map((root) => ({ root, replies: replies.get(root.id) ?? [] }));
}
