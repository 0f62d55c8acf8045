import { AccountId, type Answer, type EpochMs, type Inbound, type Language } from "../../src/index.ts";
import { type ChatMessage, REFEREE } from "./entry.ts";
import { HttpProblem } from "./http.ts";
import { type ChatName, chatOf, type LocalId, localId, nameIn } from "./localId.ts";
import { REFUSED } from "./refusedWords.ts";
import type { Room } from "./room.ts";
import type { Directory } from "./wire.ts";

/** What acting in the chats needs: the log, who there is, plant time, and the one who takes human actions. */
export type Stage = {
  readonly room: Room;
  readonly directory: () => Directory;
  readonly now: () => Promise<EpochMs>;
  readonly overhears: (conversation: LocalId) => boolean;
  /** The language of the browser in which somebody acts; null where nobody does just now. */
  readonly language: Language | null;
  /** Tells Referee what somebody did in one of the chats. */
  readonly receive: (chat: ChatName, inbound: Inbound, language: Language | null) => Promise<Answer>;
};

/** Where something stands in the chats. */
export type Place = { readonly conversation: LocalId; readonly thread: string | null };

/** A place as Referee names it: each chat is an adapter with its own names. */
export function spotOf({ conversation, thread }: Place) {
  return { adapter: chatOf(conversation), conversation: nameIn(conversation), thread } as const;
}

/** Who acts, as the chat they act in knows them. */
export function actorIn(stage: Stage, chat: ChatName, author: ChatMessage["author"]) {
  const account = author === REFEREE ? localId(chat, REFEREE) : accountIn(stage.directory(), author, chat);
  return { account: AccountId.parse(account ?? author), name: nameOf(stage, author) } as const;
}

/** The person an account belongs to, by the first of their accounts; an account of nobody's stands for itself. */
export function personOf({ people }: Directory, account: LocalId): LocalId {
  return people.find(({ accounts }) => accounts.includes(account))?.id ?? account;
}

/**
 * Anybody may speak in a channel of a chat they are in, as in an open workspace; a direct message is between two.
 * @throws HttpProblem 403 in words for the person who tried
 */
export function requireAccess({ room, directory }: Stage, as: LocalId, { conversation, thread }: Place): void {
  const { people, channels } = directory();
  if (!people.some(({ id }) => id === as)) throw new HttpProblem({ status: 403, why: REFUSED.nobody });
  const own = accountIn(directory(), as, chatOf(conversation));
  const isOpen = own !== null && (own === conversation || channels.some(({ id }) => id === conversation));
  const root = thread === null ? null : room.chat.message(thread);
  const isThread = thread === null || root?.conversation === conversation;
  if (!isOpen || !isThread) throw new HttpProblem({ status: 403, why: REFUSED.noConversation });
}

function accountIn({ people }: Directory, id: LocalId, chat: ChatName): LocalId | null {
  const person = people.find((each) => each.id === id);
  return person?.accounts.find((account) => chatOf(account) === chat) ?? null;
}

function nameOf(stage: Stage, author: ChatMessage["author"]): string {
  if (author === REFEREE) return "Referee";
  return stage.directory().people.find(({ id }) => id === author)?.name ?? author;
}
