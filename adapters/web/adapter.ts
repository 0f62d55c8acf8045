import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Log } from "../../src/index.ts";
import { type Adapter, DeliveryError, type Posted, type Receive, RefereeError, type Spot } from "../../src/index.ts";
import { hear, type Stage, shownAs, spoken } from "./acts.ts";
import { directoryOf } from "./directory.ts";
import { createGuard } from "./guard.ts";
import { createLivePages, liveEvent } from "./live.ts";
import type { WebOptions } from "./options.ts";
import { Room } from "./room.ts";
import { createRoutes } from "./routes.ts";
import type { Directory } from "./wire.ts";

/** The local chat: an adapter like the others, and the web server's part that shows it. */
export type WebAdapter = Adapter & {
  /** Answers one call of the page. The server it is given to must listen on a loopback address. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** The page's address, with its key. */
  address(port: number): string;
  plantsChanged(): void;
};

// A browser on the same machine takes whatever comes; the numbers only keep a loop from drowning it.
const PACING = { capacity: 100, perSecond: 200 } as const;

/** A chat on this machine in which anybody can try Referee as any person of the plants. */
export function createWebAdapter(options: WebOptions): WebAdapter {
  const { token, plants, store, demo, log } = options;
  const room = new Room(store);
  const process = randomUUID();
  let directory: Directory = directoryOf(plants());
  let receive: Receive | null = null;
  const stage: Stage = {
    room,
    directory: () => directory,
    now: async () => (await demo.now()).plantTime,
    overhears: (conversation) => plants().some(({ offersIn }) => offersIn.web?.includes(conversation) === true),
    receive: (inbound) => (receive === null ? Promise.reject(notStarted()) : receive(inbound)),
  };
  const pages = createLivePages(room, () => [
    liveEvent("hello", { process, canKill: demo.kill !== undefined }),
    liveEvent("directory", directory),
  ]);
  const routes = createRoutes({
    ...options,
    stage,
    pages,
    guard: createGuard(token.reveal()),
    isOpen: () => receive !== null,
  });

  return {
    name: "web",
    pacing: { conversation: PACING, post: PACING, update: PACING },
    handle: routes.handle,
    address: (port) => `http://127.0.0.1:${port}/?token=${encodeURIComponent(token.reveal())}`,
    plantsChanged: () => {
      directory = directoryOf(plants());
      pages.send("directory", directory);
    },
    start: async (receiver) => {
      await room.open();
      receive = receiver;
      await hearAgain(stage, log);
    },
    stop: async () => {
      receive = null;
      pages.close();
      await routes.settled();
    },
    ready: () => receive !== null,
    ...speaking(stage),
  };
}

/** What was written while Referee was not there, or was cut off before it had answered. */
async function hearAgain(stage: Stage, log: Log): Promise<void> {
  const missed = stage.room.chat.messages().filter(({ source, id }) => source !== null && !stage.room.chat.isHeard(id));
  for (const message of missed) {
    try {
      // Talk that was missed is not taken up later: its moment has passed.
      await hear({ ...stage, overhears: () => false }, message);
    } catch (error) {
      log.warn("a message in the local chat was not taken in; it is tried again at the next start", { error });
    }
  }
}

/** The outward half of the port: Referee speaks, and every page shows it. */
function speaking(stage: Stage): Pick<Adapter, "post" | "update" | "remove" | "find" | "permalink"> {
  const { room } = stage;
  return {
    post: async (spot, message, effect) => {
      const place = reachable(stage, spot);
      const at = await stage.now();
      const write = spoken(message, effect, place, at);
      await room.record((chat) => (chat.saidAs(effect) === null ? write(`m${chat.count + 1}`) : null));
      return { ...place, adapter: "web", message: room.chat.saidAs(effect) ?? "" };
    },
    update: async (posted, message) => {
      requireStanding(stage, posted);
      const at = await stage.now();
      await room.record(() => ({ type: "Edited", id: posted.message, at, ...shownAs(message) }));
    },
    remove: async (posted) => {
      const at = await stage.now();
      await room.record((chat) =>
        chat.message(posted.message) === null ? null : { type: "Removed", id: posted.message, at },
      );
    },
    find: async (spot, effect) => {
      await room.open();
      const message = room.chat.saidAs(effect);
      return message === null ? null : { ...reachable(stage, spot), adapter: "web", message };
    },
    permalink: async ({ message }) => (room.chat.message(message) === null ? null : `/#${message}`),
  };
}

function reachable(
  stage: Stage,
  { conversation, thread }: Spot,
): { readonly conversation: string; readonly thread: string | null } {
  // A person's account and their user id both mean the direct message with them.
  const id = conversation.startsWith("web:") ? conversation.slice("web:".length) : conversation;
  const { people, channels } = stage.directory();
  if (![...people, ...channels].some((known) => known.id === id)) {
    throw new DeliveryError({ type: "unreachable", why: `the local chat has no channel or person "${id}"` });
  }
  if (thread !== null && stage.room.chat.message(thread) === null) {
    throw new DeliveryError({ type: "unreachable", why: "the thread's first message is gone" });
  }
  return { conversation: id, thread };
}

function requireStanding(stage: Stage, { message }: Posted): void {
  if (stage.room.chat.message(message) === null) throw new DeliveryError({ type: "notEditable" });
}

function notStarted(): RefereeError {
  return new RefereeError("STORE_AWAY", "Referee is starting. Please try again in a moment.");
}
