import { chatOf, type LocalId } from "../localId.ts";
import type { Directory, PersonView } from "../wire.ts";

export function personIn({ people }: Directory, user: LocalId): PersonView | null {
  return people.find(({ id }) => id === user) ?? null;
}

/** The conversations of a person, chat by chat: the direct message with Referee, then their channels there. */
export function conversationsOf(directory: Directory, user: LocalId): readonly LocalId[] {
  const { accounts, channels } = personIn(directory, user) ?? { accounts: [user], channels: [] };
  return accounts.flatMap((own) => [own, ...channels.filter((channel) => chatOf(channel) === chatOf(own))]);
}

/** A person's conversations and the one they look into, which may be none of theirs; still chat by chat. */
export function tabsOf(directory: Directory, user: LocalId, open: LocalId): readonly LocalId[] {
  const own = conversationsOf(directory, user);
  if (own.includes(open)) return own;
  const after = own.findLastIndex((conversation) => chatOf(conversation) === chatOf(open)) + 1;
  return [...own.slice(0, after), open, ...own.slice(after)];
}

/** Whether a conversation is somebody's with Referee alone. */
export function isDirect({ people }: Directory, conversation: LocalId): boolean {
  return people.some(({ accounts }) => accounts.includes(conversation));
}

/** What people call the chat a conversation belongs to; null where there is only one, which needs no name. */
export function chatNameOf({ chats }: Directory, conversation: LocalId): string | null {
  return chats.length < 2 ? null : (chats.find(({ id }) => id === chatOf(conversation))?.name ?? null);
}
