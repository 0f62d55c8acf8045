import { Chat, type ChatMessage } from "../chat.ts";
import { ClockView, type Directory, Live } from "../wire.ts";
import { type Observable, observable } from "./observable.ts";

/** What the page knows of the world outside it. */
export type World = {
  /** `away` while nobody answers: Referee was stopped, and comes back by itself. */
  readonly line: "opening" | "live" | "away";
  readonly directory: Directory;
  readonly messages: readonly ChatMessage[];
  readonly canKill: boolean;
  /** Plant time when it was last told, and the browser's monotonic time then. */
  readonly clock: (ClockView & { readonly toldAt: number }) | null;
};

const EMPTY: World = {
  line: "opening",
  directory: { plants: [], chats: [], people: [], channels: [] },
  messages: [],
  canKill: false,
  clock: null,
};

/** How often plant time is asked for while nothing winds it, in ms, and how soon a closed line is opened again. */
const CLOCK_EVERY_MS = 20_000;
const REOPEN_MS = 1_000;

/** Follows the server for as long as the page is open. A line that broke is opened again, from the entry seen last. */
export function followWorld(): Observable<World> {
  const world = observable(EMPTY);
  openLine(world, new Chat());
  const ask = () => void readClock(world);
  ask();
  setInterval(ask, CLOCK_EVERY_MS);
  return world;
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

function openLine(world: Observable<World>, known: Chat): void {
  const line = new EventSource(`/api/live?after=${known.count}`);
  let chat = known;
  const on = (name: string, take: (body: unknown) => void) => {
    line.addEventListener(name, (event: MessageEvent<string>) => take(JSON.parse(event.data)));
  };
  const show = () => world.change((before) => ({ ...before, messages: chat.messages() }));
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
    chat = new Chat();
    for (const entry of Live.reset.parse(body).entries) chat.apply(entry);
    show();
  });
  on("entry", (body) => {
    if (chat.apply(Live.entry.parse(body))) show();
  });
  line.addEventListener("error", () => {
    world.change((before) => ({ ...before, line: before.line === "opening" ? "opening" : "away" }));
    // The browser retries a broken line by itself, but gives up on one that was refused.
    if (line.readyState === EventSource.CLOSED) setTimeout(() => openLine(world, chat), REOPEN_MS);
  });
}
