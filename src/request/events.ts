import type { z } from "zod";
import type * as stored from "./stored/parts.ts";
import type { FrozenType as StoredRules } from "./stored/rules.ts";
import type { V1 } from "./stored/v1.ts";

// What can happen to a request. What each event carries stands in `stored/v1.ts`, with the way it is read from the record.

/** Longest text of a person that is kept, in characters: more than a form takes, and more than a card shows. */
export const MOST_TYPED = 2_000;

export type RequestEvent = z.infer<(typeof V1)[keyof typeof V1]>;
export type EventType = RequestEvent["type"];
export type EventOf<T extends EventType> = Extract<RequestEvent, { type: T }>;

export type Reading = z.infer<typeof stored.Reading>;
export type Ping = z.infer<typeof stored.Ping>;
export type Clocks = z.infer<typeof stored.Clocks>;
export type LaterClocks = z.infer<typeof stored.LaterClocks>;
export type Agreed = z.infer<typeof stored.Agreed>;
export type Same = z.infer<typeof stored.Same>;
export type Limit = z.infer<typeof stored.Limit>;
/** The rules of a request, copied when it is sent. */
export type FrozenType = z.infer<typeof StoredRules>;
