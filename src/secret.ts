import { inspect } from "node:util";

const SHOWN = "[secret]";

/**
 * A value that must not be seen. Whatever prints it, by accident or on purpose, prints `[secret]`; only `reveal` gives
 * it away, so every place that does can be found by that word.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself, for the one call that needs it. Never keep it, never put it into a message. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [inspect.custom](): string {
    return SHOWN;
  }
}
