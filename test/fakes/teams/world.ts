import { createHash } from "node:crypto";
import type { FakeClock } from "./clock.ts";

export type TeamsPerson = {
  /** What tests call them, e.g. `sina`. */
  readonly handle: string;
  readonly name: string;
  /** The id of their Entra account. */
  readonly aad: string;
  /** How this bot knows them, `29:…`; another bot would see another id. */
  readonly id: string;
};

export type TeamsConversation = {
  readonly id: string;
  /** `between`: the chat of people among themselves, in which a bot may have been used but is no member. */
  readonly kind: "channel" | "groupChat" | "meeting" | "between" | "personal";
  readonly name: string;
  readonly members: readonly TeamsPerson[];
};

export type TeamsMessage = {
  readonly id: string;
  readonly conversation: TeamsConversation;
  /** The message that began the thread, in a channel; null for that message itself and in chats. */
  readonly thread: string | null;
  readonly from: TeamsPerson | null;
  /** As a reader sees it: tags and markup resolved as Teams would. */
  readonly text: string;
  readonly textFormat: string;
  readonly summary: string;
  readonly card: unknown;
  /** People who were notified because the message mentions them. */
  readonly notified: readonly TeamsPerson[];
  /** Addresses that words of the text lead to. */
  readonly links: readonly string[];
  readonly edits: number;
  readonly deleted: boolean;
};

/** Everything that stands in the tenant, and who may do what there. */
export type World = {
  readonly tenant: string;
  readonly clock: FakeClock;
  readonly people: ReadonlyMap<string, TeamsPerson>;
  readonly conversations: Map<string, TeamsConversation>;
  /** Ids of conversations in which the app is installed. */
  readonly installed: Set<string>;
  /** What the directory says of somebody instead of the usual, by handle. */
  readonly profiles: Map<string, Readonly<Record<string, string | undefined>>>;
  /** Of whom activities name another tenant than that of the conversation, and which, by handle. */
  readonly tenants: Map<string, string>;
  /** In which language somebody has Teams, by handle, where activities say so. */
  readonly locales: Map<string, string>;
  /** People who blocked the bot. */
  readonly blocked: Set<string>;
  readonly messages: TeamsMessage[];
  /** People whose clients do not get through when they ask for a card of their own by themselves. */
  readonly refreshFails: Set<string>;
  /** A card as one person alone sees it, by message and person. */
  readonly ownViews: Map<string, unknown>;
  nextMessageId(): string;
};

export type WorldOptions = {
  readonly people: Readonly<Record<string, string>>;
  /** Channels and group chats by name, each with the handles of its members. */
  readonly channels?: Readonly<Record<string, readonly string[]>>;
  readonly groupChats?: Readonly<Record<string, readonly string[]>>;
  /** Chats of meetings, and of two people with each other: the app is installed in none of them. */
  readonly meetings?: Readonly<Record<string, readonly string[]>>;
  readonly between?: Readonly<Record<string, readonly string[]>>;
  /** Takes any number of calls: for stories about something else, whose clock stands still. */
  readonly unlimited?: boolean;
  /** Its rates are those of Teams in a time that goes so many times faster. Default: 1. */
  readonly timesFaster?: number;
};

export const BOT = { id: "28:referee", name: "Referee" } as const;

/** A stable GUID for a name, so that a test can be read and repeated. */
export function guidFor(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

export function createWorld(options: WorldOptions, clock: FakeClock): World {
  const known = new Map(Object.entries(options.people).map(([handle, name]) => [handle, personCalled(handle, name)]));
  const all = (kind: TeamsConversation["kind"], named: Readonly<Record<string, readonly string[]>> = {}) =>
    Object.entries(named).map(([name, members]) => conversation(kind, name, members, known));
  const installed = [
    ...all("channel", options.channels),
    ...all("groupChat", options.groupChats),
    ...[...known.keys()].map((handle) => conversation("personal", handle, [handle], known)),
  ];
  const conversations = [...installed, ...all("meeting", options.meetings), ...all("between", options.between)];
  let messages = 0;
  return {
    tenant: guidFor("tenant"),
    clock,
    people: known,
    conversations: new Map(conversations.map((one) => [one.id, one])),
    installed: new Set(installed.map((one) => one.id)),
    profiles: new Map(),
    tenants: new Map(),
    locales: new Map(),
    blocked: new Set(),
    messages: [],
    refreshFails: new Set(),
    ownViews: new Map(),
    // Teams names a message by the millisecond it was said at.
    nextMessageId: () => String(clock.now() + messages++),
  };
}

function personCalled(handle: string, name: string): TeamsPerson {
  return { handle, name, aad: guidFor(`person ${handle}`), id: `29:${guidFor(`bot sees ${handle}`)}` };
}

function conversation(
  kind: TeamsConversation["kind"],
  name: string,
  handles: readonly string[],
  people: ReadonlyMap<string, TeamsPerson>,
): TeamsConversation {
  const members = handles.map((handle) => found(people.get(handle), `person ${handle}`));
  const id = {
    channel: `19:${name}@thread.tacv2`,
    groupChat: `19:${name}@thread.v2`,
    meeting: `19:meeting_${name}@thread.v2`,
    between: `19:${members.map(({ aad }) => aad).join("_")}@unq.gbl.spaces`,
    personal: `a:${name}`,
  }[kind];
  return { id, kind, name, members };
}

/** The value, or an error that says what was looked for. */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`There is no ${what} in this fake Teams.`);
  return value;
}

/** The conversation of that name; a person's handle means the chat between them and the bot. */
export function conversationCalled(world: World, name: string): TeamsConversation {
  return found(
    [...world.conversations.values()].find((one) => one.name === name),
    `conversation ${name}`,
  );
}

export function viewKey(message: string, person: TeamsPerson): string {
  return `${message}/${person.handle}`;
}

/** `19:…;messageid=ROOT` taken apart: Teams writes the thread into the id of the conversation. */
export function splitConversationId(id: string): { readonly base: string; readonly thread: string | null } {
  const [base = id, thread] = id.split(";messageid=");
  return { base, thread: thread ?? null };
}

/** A message somebody wrote, as it comes to stand. */
export function saidBy(
  person: TeamsPerson,
  conversation: TeamsConversation,
  what: { id: string; thread: string | null; text: string },
): TeamsMessage {
  return {
    ...what,
    conversation,
    from: person,
    textFormat: "plain",
    summary: "",
    card: null,
    notified: [],
    links: [],
    edits: 0,
    deleted: false,
  };
}
