import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Adapter, type Language, type Receive, RefereeError, readIn } from "../../src/index.ts";
import { createChatAdapter } from "./adapter.ts";
import { chatsOf, directoryOf, readWithPage } from "./directory.ts";
import { createGuard } from "./guard.ts";
import { createLivePages, liveEvent } from "./live.ts";
import { type ChatName, chatOf, nameIn } from "./localId.ts";
import type { LocalChatOptions } from "./options.ts";
import { Room } from "./room.ts";
import { createRoutes } from "./routes.ts";
import type { Stage } from "./stage.ts";
import type { Directory } from "./wire.ts";

/** The local chat: a page, and an adapter for each chat on it. Most plants use one; the demo plant shows two. */
export type LocalChat = {
  readonly adapters: readonly Adapter[];
  /** Answers one call of the page. The server it is given to must listen on a loopback address. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** The page's address, with its key. */
  address(port: number): string;
  /** Shows who there is now. A chat that nobody was in before comes with the next start. */
  plantsChanged(): void;
};

/** A page on this machine on which anybody can try Referee as any person of the plants. */
export function createLocalChat(options: LocalChatOptions): LocalChat {
  const { token, plants, store, demo, log } = options;
  const chats = chatsOf(plants());
  const room = new Room(store);
  const process = randomUUID();
  const receivers = new Map<ChatName, Receive>();
  let directory: Directory = directoryOf(plants(), chats);
  const directoryIn = (language: Language) =>
    directoryOf(
      plants().map((plant) => readIn(plant, language)),
      chats,
    );
  const stage: Stage = {
    room,
    directory: () => directory,
    now: async () => (await demo.now()).plantTime,
    overhears: (id) => plants().some(({ offersIn }) => offersIn[chatOf(id)]?.includes(nameIn(id)) === true),
    language: null,
    receive: (chat, inbound, language) => receivers.get(chat)?.(inbound, language) ?? Promise.reject(notStarted()),
  };
  const pages = createLivePages(room, (language) => [
    liveEvent("hello", { process, canKill: demo.kill !== undefined }),
    liveEvent("directory", directoryIn(language)),
  ]);
  const isOpen = () => receivers.size === chats.length;
  const reads = (language: Language) => options.reads(readWithPage(plants(), chats), language);
  const routes = createRoutes({ ...options, reads, stage, pages, guard: createGuard(token.reveal()), isOpen });
  const admit = async (chat: ChatName, receive: Receive | null) => {
    if (receive !== null) return void receivers.set(chat, receive);
    receivers.delete(chat);
    pages.close();
    await routes.settled();
  };

  return {
    adapters: chats.map((chat) => createChatAdapter(chat, { stage, admit: (receive) => admit(chat, receive), log })),
    handle: routes.handle,
    address: (port) => `http://127.0.0.1:${port}/?token=${encodeURIComponent(token.reveal())}`,
    plantsChanged: () => {
      directory = directoryOf(plants(), chats);
      pages.sendEach((language) => liveEvent("directory", directoryIn(language)));
    },
  };
}

function notStarted(): RefereeError {
  return new RefereeError("STORE_AWAY", "Referee is starting. Please try again in a moment.");
}
