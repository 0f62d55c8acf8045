import { type ChatName, chatOf, type LocalId } from "../localId.ts";
import type { Directory, PersonView } from "../wire.ts";

export function personIn({ people }: Directory, user: LocalId): PersonView | null {
  return people.find(({ id }) => id === user) ?? null;
}

/** The conversations of a person, chat by chat: the direct message with Referee, then their channels there. */
export function conversationsOf(directory: Directory, user: LocalId): readonly LocalId[] {
  const { accounts, channels } = personIn(directory, user) ?? { accounts: [user], channels: [] };
  return accounts.flatMap((own) => [own, ...channels.filter((channel) => chatOf(channel) === chatOf(own))]);
}

/** A person's conversations in the chat they look at, and the one they look into, which may be none of theirs. */
export function tabsOf(directory: Directory, user: LocalId, open: LocalId): readonly LocalId[] {
  const own = conversationsOf(directory, user).filter((conversation) => chatOf(conversation) === chatOf(open));
  return own.includes(open) ? own : [...own, open];
}

/** What people call the chat a conversation belongs to; null where there is only one, which needs no name. */
export function chatNameOf(directory: Directory, conversation: LocalId): string | null {
  return titleOf(directory, chatOf(conversation));
}

/** What people call a chat; null where there is only one. */
export function titleOf({ chats }: Directory, chat: ChatName): string | null {
  return chats.length < 2 ? null : (chats.find(({ id }) => id === chat)?.name ?? null);
}
