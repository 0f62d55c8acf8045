import { z } from "zod";
import { eventCodec, type Versions } from "../../storedEvent.ts";
import type { RequestEvent } from "../events.ts";
import { V1 } from "./v1.ts";

const first = Object.entries<z.ZodType<RequestEvent>>(V1).map(([type, schema]) => [type, [schema]] as const);

/**
 * Every event of a request as it was ever stored. The second version of one goes into a `v2.ts`, `RequestEvent` becomes what
 * that reads, and here it stands behind the first, which needs a way up to it, or does not compile:
 * `["StepOpened", [V1.StepOpened.transform(up), V2.StepOpened]]`.
 */
const STORED = new Map<string, Versions<RequestEvent>>(first);

/** As many as some hundred requests have that are being worked on. */
const KEPT_EVENTS = 4_000;

const codec = eventCodec(STORED, KEPT_EVENTS);

/** Longest text that is written, in characters: what people type, and what Referee writes around it. */
const MOST_WRITTEN = 3_000;

/** The names of all events of requests. */
export const EVENT_TYPES = codec.types;

/** @throws RefereeError `STREAM_UNREADABLE` for an event that this release does not understand, with its name and release */
export const readEvent = codec.read;

/** @throws RefereeError `STREAM_UNREADABLE` for what could not be read again; Error for a text that nobody cut to its length */
export function writeEvent(event: RequestEvent): string {
  const bytes = codec.write(event);
  // What is no longer as a whole has no part that is.
  if (bytes.length > MOST_WRITTEN) JSON.parse(bytes, (key, value: unknown) => requireShort(event.type, key, value));
  return bytes;
}

/** The rules that a request was sent with, as `writeEvent` writes them: those of every other of its type. */
export function sharedIn(event: RequestEvent): string | null {
  return event.type === "RequestSent" ? JSON.stringify(event.rules) : null;
}

/** The same of an event as it is stored; null also for what a newer release wrote. */
export function sharedInStored(bytes: string): string | null {
  const sent = z.looseObject({ type: z.literal("RequestSent"), rules: z.json() }).safeParse(JSON.parse(bytes));
  return sent.success ? JSON.stringify(sent.data.rules) : null;
}

function requireShort(type: string, key: string, value: unknown): unknown {
  if (typeof value === "string" && value.length > MOST_WRITTEN) {
    throw new Error(`${type}.${key} has ${value.length} characters, more than the ${MOST_WRITTEN} that are kept`);
  }
  return value;
}
