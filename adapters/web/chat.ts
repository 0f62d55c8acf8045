import type { ChatMessage, Entry, Wrote } from "./entry.ts";

/**
 * The local chat as its entries made it. Both sides fold the same log with it: the server to know what was said, the
 * page to show it. Entries are applied in place, since a page opens with thousands of them.
 */
export class Chat {
  #messages = new Map<string, ChatMessage>();
  readonly #byEffect = new Map<string, string>();
  readonly #bySource = new Map<string, string>();
  readonly #heard = new Set<string>();
  #count = 0;

  /** A chat of which only these messages are known, as it stood after its entry `count`. */
  static of(messages: readonly ChatMessage[], count: number): Chat {
    const chat = new Chat();
    chat.#count = count;
    chat.add(messages);
    return chat;
  }

  /** How many entries were applied; the number of the newest one. */
  get count(): number {
    return this.#count;
  }

  /** In the order they were written. */
  messages(): readonly ChatMessage[] {
    return [...this.#messages.values()];
  }

  message(id: string): ChatMessage | null {
    return this.#messages.get(id) ?? null;
  }

  /** The message that carries an effect, also when it has been removed since: then its id only. */
  saidAs(effect: string): string | null {
    return this.#byEffect.get(effect) ?? null;
  }

  writtenFrom(source: string): ChatMessage | null {
    const id = this.#bySource.get(source);
    return id === undefined ? null : this.message(id);
  }

  isHeard(id: string): boolean {
    return this.#heard.has(id);
  }

  /** Takes in messages that were written before. What is known already stays as it is: it may be newer. */
  add(messages: readonly ChatMessage[]): void {
    const fresh = messages.filter(({ id }) => !this.#messages.has(id));
    const all = [...this.#messages.values(), ...fresh].sort((one, other) => one.number - other.number);
    this.#messages = new Map(all.map((message) => [message.id, message]));
    for (const { id, effect, source } of fresh) {
      if (effect !== null) this.#byEffect.set(effect, id);
      if (source !== null) this.#bySource.set(source, id);
    }
  }

  /** @returns whether anything that is shown has changed */
  apply(entry: Entry): boolean {
    this.#count += 1;
    switch (entry.type) {
      case "Wrote":
        return this.#write(entry);
      case "Edited":
        return this.#edit(entry);
      case "Removed":
        return this.#messages.delete(entry.id);
      case "Heard":
        this.#heard.add(entry.id);
        return false;
    }
  }

  #write({ type: _, ...message }: Wrote): boolean {
    // An append whose answer was lost is repeated: the second copy of an effect or of an act is the first one.
    if (message.effect !== null && this.#byEffect.has(message.effect)) return false;
    if (message.source !== null && this.#bySource.has(message.source)) return false;
    this.#messages.set(message.id, { ...message, number: this.#count, editedAt: null, cardBefore: null });
    if (message.effect !== null) this.#byEffect.set(message.effect, message.id);
    if (message.source !== null) this.#bySource.set(message.source, message.id);
    return true;
  }

  #edit({ id, at, text, mention, card }: Extract<Entry, { type: "Edited" }>): boolean {
    const before = this.#messages.get(id);
    if (before === undefined) return false;
    this.#messages.set(id, { ...before, text, mention, card, editedAt: at, cardBefore: before.card });
    return true;
  }
}
