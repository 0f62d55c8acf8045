import {
  type AccountId,
  type Adapter,
  AdapterName,
  DeliveryError,
  type Log,
  type Posted,
  type Receive,
  type Spot,
} from "../../src/index.ts";
import { hear, shownAs, spoken } from "./acts.ts";
import type { ChatMessage } from "./entry.ts";
import { type ChatName, chatOf, LocalId, localId } from "./localId.ts";
import { type Place, type Stage, spotOf } from "./stage.ts";
import { type Directory, isDirect } from "./wire.ts";

// A browser on the same machine takes whatever comes; the numbers only keep a loop from drowning it.
const PACING = { capacity: 100, perSecond: 200 } as const;

export type ChatAdapterOptions = {
  readonly stage: Stage;
  /** Opens the chat to people, or closes it to them with null; resolves when nobody waits for an answer any more. */
  readonly admit: (receive: Receive | null) => Promise<void>;
  readonly log: Log;
};

/** One of the page's chats, as Referee sees it: a platform by itself, with its own people, channels and lanes. */
export function createChatAdapter(name: ChatName, { stage, admit, log }: ChatAdapterOptions): Adapter {
  let isOpen = false;
  return {
    name: AdapterName.parse(name),
    pacing: { conversation: PACING, post: PACING, update: PACING },
    start: async (receive) => {
      await stage.room.open();
      await admit(receive);
      isOpen = true;
      await hearAgain(name, stage, log);
    },
    stop: async () => {
      isOpen = false;
      await admit(null);
    },
    ready: () => isOpen,
    ...speaking(name, stage),
  };
}

/** What was written while Referee was not there, or was cut off before it had answered. */
async function hearAgain(name: ChatName, stage: Stage, log: Log): Promise<void> {
  const { chat } = stage.room;
  const isMissed = ({ source, id, conversation }: ChatMessage) =>
    source !== null && !chat.isHeard(id) && chatOf(conversation) === name;
  for (const message of chat.messages().filter(isMissed)) {
    try {
      // Talk that was missed is not taken up later: its moment has passed.
      await hear({ ...stage, overhears: () => false }, message);
    } catch (error) {
      log.warn("a message in the local chat was not taken in; it is tried again at the next start", { error });
    }
  }
}

/** The outward half of the port: Referee speaks, and every page shows it. */
function speaking(
  name: ChatName,
  stage: Stage,
): Pick<Adapter, "post" | "update" | "remove" | "find" | "permalink" | "opensTo"> {
  const { room } = stage;
  return {
    post: async (spot, message, effect) => {
      const place = reachable(name, stage, spot);
      const at = await stage.now();
      const write = spoken(stage.directory(), { message, effect, place, at });
      await room.record((chat) => (chat.saidAs(effect) === null ? write(`m${chat.count + 1}`) : null));
      return { ...spotOf(place), message: room.chat.saidAs(effect) ?? "" };
    },
    update: async (posted, message) => {
      requireStanding(stage, posted);
      const at = await stage.now();
      await room.record(() => ({ type: "Edited", id: posted.message, at, ...shownAs(stage.directory(), message) }));
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
      return message === null ? null : { ...spotOf(reachable(name, stage, spot)), message };
    },
    permalink: async ({ message }) => (room.chat.message(message) === null ? null : `/#${message}`),
    opensTo: async (conversation, account) => isIn(stage.directory(), account, localId(name, conversation)),
  };
}

function isIn({ people }: Directory, account: AccountId, channel: LocalId): boolean {
  return people.some(({ accounts, channels }) => accounts.some((own) => own === account) && channels.includes(channel));
}

function reachable(name: ChatName, stage: Stage, { conversation, thread }: Spot): Place {
  // A person's account and their user id both mean the direct message with them.
  const id = conversation.startsWith(`${name}:`) ? LocalId.parse(conversation) : localId(name, conversation);
  const directory = stage.directory();
  if (!isDirect(directory, id) && !directory.channels.some((channel) => channel.id === id)) {
    throw new DeliveryError({ type: "unreachable", why: `the local chat has no channel or person "${conversation}"` });
  }
  if (thread !== null && stage.room.chat.message(thread) === null) {
    throw new DeliveryError({ type: "unreachable", why: "the thread's first message is gone" });
  }
  return { conversation: id, thread };
}

function requireStanding(stage: Stage, { message }: Posted): void {
  if (stage.room.chat.message(message) === null) throw new DeliveryError({ type: "notEditable" });
}
