import { z } from "zod";
import { Chat } from "../chat.ts";
import { ChatMessage } from "../entry.ts";
import type { LocalId } from "../localId.ts";
import { ClockView, type Directory, Live, Page } from "../wire.ts";
import { type Observable, observable } from "./observable.ts";

/** What the page knows of the world outside it. */
export type World = {
  /** `away` while nobody answers: Referee was stopped, and comes back by itself. */
  readonly line: "opening" | "live" | "away";
  readonly directory: Directory;
  /** Those the page has: the newest of every conversation, and what somebody looked back at. */
  readonly messages: readonly ChatMessage[];
  /** The conversations of which there is more, each with the entry before which it stands. */
  readonly earlier: ReadonlyMap<LocalId, number>;
  readonly canKill: boolean;
  /** Plant time when it was last told, and the browser's monotonic time then. */
  readonly clock: (ClockView & { readonly toldAt: number }) | null;
};

const EMPTY: World = {
  line: "opening",
  directory: { plants: [], chats: [], people: [], channels: [] },
  messages: [],
  earlier: new Map(),
  canKill: false,
  clock: null,
};

/** How often plant time is asked for while nothing winds it, in ms, and how soon a closed line is opened again. */
const CLOCK_EVERY_MS = 20_000;
const REOPEN_MS = 1_000;

/** What the page knows, and the two ways to know more of what was said before it opened. */
export type Followed = {
  readonly world: Observable<World>;
  /** Brings what began before in a conversation. Nothing happens when nobody answers: the button stays. */
  lookBack(conversation: LocalId): Promise<void>;
  /** Brings the thread of a message, wherever it stands. */
  bringThread(message: string): Promise<void>;
};

/** Follows the server for as long as the page is open. A line that broke is opened again, from the entry seen last. */
export function followWorld(): Followed {
  const world = observable(EMPTY);
  const held = { chat: new Chat() };
  openLine(world, held);
  const askTime = () => void readClock(world);
  askTime();
  setInterval(askTime, CLOCK_EVERY_MS);
  const show = (change: (before: World) => Partial<World>) =>
    world.change((before) => ({ ...before, ...change(before), messages: held.chat.messages() }));
  return {
    world,
    lookBack: async (conversation) => {
      const before = world.get().earlier.get(conversation);
      const page = before === undefined ? null : await ask("/api/earlier", { conversation, before: `${before}` }, Page);
      if (page === null) return;
      held.chat.add(page.messages);
      show(({ earlier }) => ({ earlier: withEarlier(earlier, conversation, page.before) }));
    },
    bringThread: async (message) => {
      const thread = await ask("/api/thread", { message }, z.array(ChatMessage));
      if (thread === null) return;
      held.chat.add(thread);
      show(() => ({}));
    },
  };
}

function withEarlier(earlier: World["earlier"], conversation: LocalId, before: number | null): World["earlier"] {
  const others = [...earlier].filter(([id]) => id !== conversation);
  return new Map(before === null ? others : [...others, [conversation, before]]);
}

/** What an address answers; null when nobody does. */
async function ask<T>(path: string, query: Readonly<Record<string, string>>, schema: z.ZodType<T>): Promise<T | null> {
  const response = await fetch(`${path}?${new URLSearchParams(query)}`).catch(() => null);
  return response?.ok === true ? schema.parse(await response.json()) : null;
}

/** Asks what time it is in the plant. Nothing happens when nobody answers: the line says that. */
export async function readClock(world: Observable<World>): Promise<void> {
  const response = await fetch("/api/clock").catch(() => null);
  if (response?.ok !== true) return;
  setClock(world, ClockView.parse(await response.json()));
}

function setClock(world: Observable<World>, clock: ClockView): void {
  world.change((before) => ({ ...before, clock: { ...clock, toldAt: performance.now() } }));
}

/** @param held the chat as the page knows it: another one whenever it is shown from its beginning */
function openLine(world: Observable<World>, held: { chat: Chat }): void {
  const line = new EventSource(`/api/live?after=${held.chat.count}`);
  const on = (name: string, take: (body: unknown) => void) => {
    line.addEventListener(name, (event: MessageEvent<string>) => take(JSON.parse(event.data)));
  };
  const show = () => world.change((before) => ({ ...before, messages: held.chat.messages() }));
  on("hello", (body) => {
    const { canKill } = Live.hello.parse(body);
    world.change((before) => ({ ...before, canKill, line: "live" }));
    void readClock(world);
  });
  on("directory", (body) => {
    const directory = Live.directory.parse(body);
    world.change((before) => ({ ...before, directory }));
  });
  on("clock", (body) => setClock(world, Live.clock.parse(body)));
  on("reset", (body) => {
    const { messages, count, earlier } = Live.reset.parse(body);
    held.chat = Chat.of(messages, count);
    const more = new Map(earlier.map(({ conversation, before }) => [conversation, before] as const));
    world.change((before) => ({ ...before, messages: held.chat.messages(), earlier: more }));
  });
  on("entry", (body) => {
    if (held.chat.apply(Live.entry.parse(body))) show();
  });
  line.addEventListener("error", () => {
    world.change((before) => ({ ...before, line: before.line === "opening" ? "opening" : "away" }));
    // The browser retries a broken line by itself, but gives up on one that was refused.
    if (line.readyState === EventSource.CLOSED) setTimeout(() => openLine(world, held), REOPEN_MS);
  });
}
