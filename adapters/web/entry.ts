import { z } from "zod";
import { LocalId } from "./localId.ts";

// Server and page both read the log, so this file and `chat.ts` bring nothing of the core with them.

/** An instant, in ms since 1970. */
const instant = z.int().nonnegative();

/** Who speaks in the local chat when it is not a person of the plant. */
export const REFEREE = "referee";

/** What is kept of a message when it is written. */
const written = {
  id: z.string().min(1),
  /** Plant time, like every other instant people see. */
  at: instant,
  conversation: LocalId,
  /** The message that began the thread, or null in the conversation itself. */
  thread: z.string().nullable(),
  /** A person by their first account, or `REFEREE`. */
  author: z.union([LocalId, z.literal(REFEREE)]),
  text: z.string(),
  /** The people to be notified. */
  mention: z.array(LocalId),
  /** The Adaptive Card as it was rendered when it was said. */
  card: z.json().nullable(),
  /** The effect of a message of Referee's, so that it is never said twice. */
  effect: z.string().nullable(),
  /** The only person who sees it, or null for everybody in the conversation. */
  to: LocalId.nullable(),
  /** The page's own id of the act, for a person's message: sent again, it is the same message. */
  source: z.string().nullable(),
} as const;

/** What happened in the local chat, in order. The log of these is the chat: everything shown is folded from it. */
export const Entry = z.discriminatedUnion("type", [
  z
    .object({
      type: z.literal("Wrote"),
      ...written,
    })
    .readonly(),
  z
    .object({
      type: z.literal("Edited"),
      id: z.string(),
      at: instant,
      text: z.string(),
      mention: z.array(LocalId),
      card: z.json().nullable(),
    })
    .readonly(),
  z.object({ type: z.literal("Removed"), id: z.string(), at: instant }).readonly(),
  /** Referee has taken this message in. What is not heard when the chat opens is told to it again. */
  z.object({ type: z.literal("Heard"), id: z.string(), at: instant }).readonly(),
]);
export type Entry = z.infer<typeof Entry>;
export type Wrote = Extract<Entry, { type: "Wrote" }>;

/** A message as it stands now. */
export const ChatMessage = z
  .object({
    ...written,
    /** The number of the entry that brought it. */
    number: z.int().positive(),
    editedAt: instant.nullable(),
    /** The card before the last edit: what a screen still shows that has not been looked at since. */
    cardBefore: z.json().nullable(),
  })
  .readonly();
export type ChatMessage = z.infer<typeof ChatMessage>;
