import { z } from "zod";
import type { ChatMessage } from "../entry.ts";
import { type ChatName, chatOf, LocalId } from "../localId.ts";
import { type Directory, isDirect } from "../wire.ts";
import { conversationsOf } from "./conversations.ts";
import { type Observable, observable } from "./observable.ts";

/** How the page is set up: it survives a reload, and concerns nobody else. */
const Desk = z
  .object({
    /** People whose chats are open, in the order they stand in; null until somebody chose. */
    seats: z.array(LocalId).nullable(),
    /** Whose chat is used right now. */
    active: LocalId.nullable(),
    view: z.enum(["beside", "one"]),
    panel: z.enum(["guide", "events", "none"]),
    /** The open conversation by person. */
    conversation: z.record(z.string(), LocalId),
    /** The number of the newest entry seen, by person and conversation. */
    read: z.record(z.string(), z.int()),
    /** The step of the guided play that is next, and the number of the last message before the moment began. */
    play: z.object({ moment: z.int(), step: z.int(), since: z.int() }).readonly().nullable(),
    /** The request whose events are shown. */
    request: z.string().nullable(),
  })
  .readonly();
export type Desk = z.infer<typeof Desk>;

const FRESH: Desk = {
  seats: null,
  active: null,
  view: "beside",
  panel: "guide",
  conversation: {},
  read: {},
  play: null,
  request: null,
};

const KEY = "referee.desk.3";

/** Screens on which a panel takes half of the chat: those that `narrow.css` draws as a phone. */
const PHONE = "(max-width: 720px)";

/** The desk as it was left, kept from now on. */
export function openDesk(): Observable<Desk> {
  const desk = observable(readDesk());
  desk.watch((now) => localStorage.setItem(KEY, JSON.stringify(now)));
  return desk;
}

function readDesk(): Desk {
  const kept = localStorage.getItem(KEY);
  if (kept === null) return freshDesk();
  try {
    return Desk.parse(JSON.parse(kept));
  } catch {
    // A desk of an older page is not worth a question: the page opens as it does the first time.
    return freshDesk();
  }
}

/** On a phone the chat comes first; the guide is a press away. */
function freshDesk(): Desk {
  return matchMedia(PHONE).matches ? { ...FRESH, panel: "none" } : FRESH;
}

/**
 * Whose chats stand open: those chosen, or one of each side as long as nobody chose. Who is at home in the same chat
 * stands together, so that one chat is beside the other.
 */
export function seatsOf(desk: Desk, { people, chats }: Directory): readonly LocalId[] {
  const chosen = desk.seats ?? people.filter((person) => person.featured).map((person) => person.id);
  const here = chosen.filter((id) => people.some((person) => person.id === id));
  return chats.flatMap((chat) => here.filter((id) => chatOf(id) === chat.id));
}

/** The person whose chat is used: there is one as soon as there are people. */
export function activeOf(desk: Desk, directory: Directory): LocalId | null {
  const seats = seatsOf(desk, directory);
  return seats.find((id) => id === desk.active) ?? seats[0] ?? directory.people[0]?.id ?? null;
}

/** The conversation a person has open. */
export function openConversation(desk: Desk, user: LocalId): LocalId {
  return desk.conversation[user] ?? user;
}

/** Opens a conversation of a person, bringing their chat onto the desk. */
export function bring(desk: Desk, directory: Directory, { user, conversation }: Seen): Desk {
  const seats = seatsOf(desk, directory);
  return {
    ...desk,
    seats: seats.includes(user) ? [...seats] : [...seats, user],
    active: user,
    conversation: { ...desk.conversation, [user]: conversation },
  };
}

/** One conversation as one person sees it. */
export type Seen = { readonly user: LocalId; readonly conversation: LocalId };

/** What a person has not seen yet in one conversation. */
export type Unread = { readonly messages: number; readonly calls: number };

/** @returns new messages, and among them those that call the person: a mention, or anything in a direct message */
export function unread(
  desk: Desk,
  { messages, directory }: { readonly messages: readonly ChatMessage[]; readonly directory: Directory },
  place: Seen,
): Unread {
  const seen = desk.read[readKey(place)] ?? 0;
  const fresh = visibleTo(messages, place).filter((message) => message.number > seen && message.author !== place.user);
  const isAlone = isDirect(directory, place.conversation);
  const calls = fresh.filter(({ mention }) => isAlone || mention.includes(place.user));
  return { messages: fresh.length, calls: calls.length };
}

/** How often a person was called in one chat since they last looked. */
export function callsIn(
  desk: Desk,
  world: { readonly messages: readonly ChatMessage[]; readonly directory: Directory },
  { user, chat }: { readonly user: LocalId; readonly chat: ChatName },
): number {
  const own = conversationsOf(world.directory, user).filter((conversation) => chatOf(conversation) === chat);
  return own.reduce((sum, conversation) => sum + unread(desk, world, { user, conversation }).calls, 0);
}

/** Notes that everything in a conversation has been seen. */
export function markRead(desk: Desk, messages: readonly ChatMessage[], place: Seen): Desk {
  const newest = visibleTo(messages, place).at(-1)?.number ?? 0;
  const key = readKey(place);
  return newest === desk.read[key] || newest === 0 ? desk : { ...desk, read: { ...desk.read, [key]: newest } };
}

/** The messages of a conversation that a person sees. */
export function visibleTo(messages: readonly ChatMessage[], { user, conversation }: Seen): readonly ChatMessage[] {
  return messages.filter(
    (message) => message.conversation === conversation && (message.to === null || message.to === user),
  );
}

function readKey({ user, conversation }: Seen): string {
  return `${user} ${conversation}`;
}
