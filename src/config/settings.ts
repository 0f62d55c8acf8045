import type { z } from "zod";
import { Secret } from "../secret.ts";

/** What the process was given, as in `process.env`. */
export type Environment = { readonly [name: string]: string | undefined };

/** A schema that reads one variable. Its messages continue the variable's name: "must be a number". */
export type VariableSchema<T> = z.ZodType<T, string>;

/**
 * Reads variables one by one and keeps what is wrong with them, so that everything can be said at once.
 *
 * A reader that finds a problem answers null or the default and goes on; whoever asks for `problems` in the end must
 * not use what was read when there are any. Only the first problem of a variable is kept: the next ones follow from it.
 */
export class Settings {
  readonly #environment: Environment;
  readonly #problems = new Map<string, string>();
  readonly #secrets: Secret[] = [];

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** The value, or null when it is not set. A variable set to nothing, as in `PORT=`, is not set. */
  optional<T>(name: string, schema: VariableSchema<T>): T | null {
    const text = this.#text(name);
    if (text === null) return null;
    const read = schema.safeParse(text);
    if (read.success) return read.data;
    this.complain(name, `${read.error.issues[0]?.message ?? "cannot be read"}, not "${text}".`);
    return null;
  }

  withDefault<T>(name: string, schema: VariableSchema<T>, fallback: T): T {
    return this.optional(name, schema) ?? fallback;
  }

  /**
   * A value that is shown nowhere, not even when it is wrong.
   *
   * @param mistake says what a value evidently is instead, or null
   */
  secret(name: string, mistake: (value: string) => string | null = () => null): Secret | null {
    const text = this.#text(name);
    if (text === null) return null;
    const found = /\s/.test(text) ? "has a blank in it: copy it again, on one line." : mistake(text);
    if (found !== null) this.complain(name, found);
    const secret = new Secret(text);
    this.#secrets.push(secret);
    return secret;
  }

  /** A list that is read by another program's rules, and so never wrong here. */
  list(name: string): string | null {
    return this.#text(name);
  }

  isSet(...names: readonly string[]): boolean {
    return names.some((name) => this.#text(name) !== null);
  }

  /** Continues the variable's name: `complain("PORT", "must be a number.")`. */
  complain(name: string, problem: string): void {
    if (!this.#problems.has(name)) this.#problems.set(name, `${name} ${problem}`);
  }

  get problems(): readonly string[] {
    return [...this.#problems.values()];
  }

  /** Every secret read so far, for the log to strike out. */
  get secrets(): readonly Secret[] {
    return this.#secrets;
  }

  #text(name: string): string | null {
    return this.#environment[name]?.trim() || null;
  }
}
