import type { Reader } from "./words/reader.ts";
import type { Saying } from "./words/say.ts";

/** Stable names of everything that can go wrong. Programs compare these, never message texts; they are never renamed. */
export type ErrorCode =
  | "CONFIG_INVALID"
  | "PLANT_INVALID"
  | "PLANT_UNKNOWN"
  | "WORKFLOW_INVALID"
  | "CALENDAR_EMPTY"
  | "ACTION_UNREADABLE"
  | "REQUEST_UNKNOWN"
  | "REQUEST_CLOSED"
  | "NOT_YOUR_BALL"
  | "OWN_REQUEST"
  | "NOT_LINKED"
  | "OUTDATED"
  | "SAID_OTHERWISE"
  | "FIELD_INVALID"
  | "FIELD_MISSING"
  | "REASON_MISSING"
  | "NOT_ALLOWED"
  | "STREAM_CONFLICT"
  | "STREAM_UNREADABLE"
  | "CHAIN_BROKEN"
  | "STORE_AWAY"
  | "STORE_UNSAFE"
  | "ARCHIVE_UNREADABLE"
  | "ARCHIVE_UNWRITABLE"
  | "DELIVERY_FAILED";

/** Base of every error Referee throws: a stable `code` for programs, a message that says what to do next. */
export class RefereeError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** The rules say no. The message is shown to the person who asked or pressed, so it is written for them. */
export class RefusedError extends RefereeError {
  /** The id of the field that it is about; null where it is about none, or about several. */
  readonly field: string | null;
  readonly #said: Saying | null;

  constructor(code: ErrorCode, message: string | Saying, options?: ErrorOptions & { readonly field?: string }) {
    super(code, typeof message === "string" ? message : message({}), options);
    this.#said = typeof message === "string" ? null : message;
    this.field = options?.field ?? null;
  }

  /** The message in the words of whoever reads it. */
  saidTo(reader: Reader): string {
    return this.#said === null ? this.message : this.#said(reader);
  }
}

/** Somebody else was first: load again and decide again. */
export class ConflictError extends RefereeError {}

/** Makes a missed case a compile error, and a loud failure if bad data gets past the types. */
export function assertNever(value: never, what: string): never {
  throw new Error(`Unhandled ${what}: ${JSON.stringify(value)}`);
}
