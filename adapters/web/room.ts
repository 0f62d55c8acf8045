import { DeliveryError, RefereeError } from "../../src/index.ts";
import { Chat } from "./chat.ts";
import type { ChatStore } from "./chatStore.ts";
import { Entry } from "./entry.ts";

/** How many of the newest entries are kept for pages that come back. A page that missed more is shown the chat anew. */
const TAIL = 500;

type Listener = (number: number, entry: Entry) => void;

/**
 * The chat with its log: one entry after the other, first kept, then shown. After an append that failed nobody knows
 * whether it was kept, so the log is read anew before the next one.
 */
export class Room {
  readonly #store: ChatStore;
  readonly #listeners = new Set<Listener>();
  /** The newest entries, oldest first; the last of them is the chat's newest. */
  #tail: Entry[] = [];
  #chat = new Chat();
  #stale = true;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(store: ChatStore) {
    this.#store = store;
  }

  get chat(): Chat {
    return this.#chat;
  }

  /** The entries after number `after`, with their numbers; null when the log is shorter than that, or they are too many. */
  since(after: number): readonly (readonly [number: number, entry: Entry])[] | null {
    const before = this.#chat.count - this.#tail.length;
    if (after > this.#chat.count || after < before) return null;
    return this.#tail.slice(after - before).map((entry, index) => [after + index + 1, entry] as const);
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** @throws DeliveryError `unavailable` when the log cannot be read */
  open(): Promise<void> {
    return this.#inTurn(() => this.#refresh());
  }

  /**
   * Keeps what `decide` makes of the chat as it is now, then shows it.
   * @param decide answers with null when there is nothing left to do
   * @throws DeliveryError `unknown` when it may not have been kept
   */
  record(decide: (chat: Chat) => Entry | null): Promise<void> {
    return this.#inTurn(async () => {
      await this.#refresh();
      const entry = decide(this.#chat);
      if (entry === null) return;
      await this.#keep(entry);
      this.#show(entry);
    });
  }

  async #keep(entry: Entry): Promise<void> {
    try {
      await this.#store.append(JSON.stringify(entry));
    } catch (cause) {
      this.#stale = true;
      throw new DeliveryError({ type: "unknown" }, { cause });
    }
  }

  #show(entry: Entry): void {
    this.#tail.push(entry);
    if (this.#tail.length > TAIL) this.#tail.shift();
    this.#chat.apply(entry);
    for (const listener of this.#listeners) listener(this.#chat.count, entry);
  }

  async #refresh(): Promise<void> {
    if (!this.#stale) return;
    const kept = await this.#load();
    if (kept.length < this.#chat.count) this.#forget();
    for (const entry of kept.slice(this.#chat.count)) this.#show(entry);
    this.#stale = false;
  }

  #forget(): void {
    this.#tail = [];
    this.#chat = new Chat();
  }

  async #load(): Promise<readonly Entry[]> {
    try {
      return (await this.#store.load()).map(readEntry);
    } catch (cause) {
      if (cause instanceof RefereeError) throw cause;
      throw new DeliveryError({ type: "unavailable", why: "the chat's log cannot be read" }, { cause });
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work, work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

function readEntry(line: string, index: number): Entry {
  try {
    return Entry.parse(JSON.parse(line));
  } catch (cause) {
    throw new RefereeError("STREAM_UNREADABLE", `Entry ${index + 1} of the local chat's log cannot be read.`, {
      cause,
    });
  }
}
