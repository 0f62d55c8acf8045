import { z } from "zod";
import { ChatMessage, Entry } from "./entry.ts";
import { ChatName, LocalId } from "./localId.ts";
import type { PageLanguage, Texts } from "./texts.ts";

// What page and server say to each other. Either side parses what it gets.

/** Most characters of a message, or of one answer in a form. Longer ones are documents, which no card can show. */
const MOST_CHARACTERS = 8_000;

const text = z.string().max(MOST_CHARACTERS, { error: ({ input }) => String(String(input).length) });
const id = z.string().min(1).max(100);
const spot = z.object({ conversation: LocalId, thread: id.nullable() }).readonly();

/** A person writes, by the first of their accounts. `id` is made by the page and stays the same when it is sent again. */
export const Say = z.object({ id: z.uuid(), as: LocalId, spot, text: text.min(1) }).readonly();
/** A person asks Referee about a message somebody wrote. */
export const Point = z.object({ id: z.uuid(), as: LocalId, message: id }).readonly();
/** A person presses a button of the card on `message`. */
export const Press = z.object({ id: z.uuid(), as: LocalId, message: id, value: text }).readonly();
/** A person sends a form off that was opened at `spot`. */
export const Submit = z
  .object({
    ...{ id: z.uuid(), as: LocalId, spot, value: text, values: z.record(id, text) },
    /** The message with the button that opened it. */
    on: id.nullable().default(null),
  })
  .readonly();
/** The clock is wound by so many ms, eight days at most, or to the next thing that is due. */
export const Wind = z
  .object({
    by: z.union([
      z.literal("next"),
      z
        .int()
        .min(1)
        .max(8 * 86_400_000),
    ]),
  })
  .readonly();

export type Say = z.infer<typeof Say>;
export type Point = z.infer<typeof Point>;
export type Press = z.infer<typeof Press>;
export type Submit = z.infer<typeof Submit>;
export type Wind = z.infer<typeof Wind>;

function sayLength(length: number): Texts {
  const count = (number: number, language: PageLanguage) => number.toLocaleString(language);
  const most = MOST_CHARACTERS;
  return {
    en: `This is too long: ${count(length, "en")} characters, at most ${count(most, "en")}.`,
    de: `Das ist zu lang: ${count(length, "de")} Zeichen, höchstens ${count(most, "de")}.`,
    es: `Es demasiado largo: ${count(length, "es")} caracteres, como máximo ${count(most, "es")}.`,
  };
}

/** That a person's text is too long, in words for them; null when something else cannot be read. */
export function sayTooLong(error: unknown): Texts | null {
  const issues = error instanceof z.ZodError ? error.issues : [];
  const found = issues.find((issue) => issue.code === "too_big" && issue.maximum === MOST_CHARACTERS);
  // The issue's message is how long it was, in characters.
  return found === undefined ? null : sayLength(Number(found.message));
}

/** What the person who acted is shown at once. Everything else arrives with the chat. */
export const Shown = z.discriminatedUnion("type", [
  z.object({ type: z.literal("nothing") }).readonly(),
  z
    .object({
      ...{ type: z.literal("form"), card: z.json(), value: z.string(), title: z.string(), spot },
      on: id.nullable().default(null),
    })
    .readonly(),
  z.object({ type: z.literal("formErrors"), errors: z.record(z.string(), z.string()) }).readonly(),
]);
export type Shown = z.infer<typeof Shown>;

export const PersonView = z
  .object({
    /** The first of their accounts: whoever is in several chats is one person. */
    id: LocalId,
    /** One in each chat they are in. */
    accounts: z.array(LocalId),
    name: z.string(),
    /** What they are here for: `Line 3 operators`, `OT controls, lead`. */
    role: z.string(),
    plant: z.string(),
    /** Whether they stand on the page from the start: one of each side of the story. */
    featured: z.boolean(),
    channels: z.array(LocalId),
  })
  .readonly();
export type PersonView = z.infer<typeof PersonView>;

export const PlantView = z
  .object({
    code: z.string(),
    name: z.string(),
    timeZone: z.string(),
    /** Days on which it does not work, as `2026-12-24`. */
    holidays: z.array(z.string()).readonly(),
    /** When something in it is frozen for longer than a part of a day, in ms since 1970. */
    frozen: z.array(z.object({ from: z.number(), to: z.number() }).readonly()).readonly(),
  })
  .readonly();
export type PlantView = z.infer<typeof PlantView>;

export const Directory = z
  .object({
    plants: z.array(PlantView),
    /** One, unless the plants have people or channels in several. */
    chats: z.array(z.object({ id: ChatName, name: z.string() }).readonly()),
    people: z.array(PersonView),
    channels: z.array(z.object({ id: LocalId, name: z.string(), plant: z.string() }).readonly()),
  })
  .readonly();
export type Directory = z.infer<typeof Directory>;

/** Whether a conversation is somebody's with Referee alone. */
export function isDirect({ people }: Directory, conversation: LocalId): boolean {
  return people.some(({ accounts }) => accounts.includes(conversation));
}

export const ClockView = z.object({ plantTime: z.int().nonnegative(), offsetMs: z.number() }).readonly();
export type ClockView = z.infer<typeof ClockView>;

export const RequestView = z
  .object({ stream: z.string(), key: z.string(), title: z.string(), status: z.string() })
  .readonly();
export type RequestView = z.infer<typeof RequestView>;

/** Some of a conversation's threads. `before` is the entry to ask for more with, or null when there are none. */
export const Page = z.object({ messages: z.array(ChatMessage), before: z.int().positive().nullable() }).readonly();
export type Page = z.infer<typeof Page>;

/** The newest of the chat as it stood after entry `count`, and the conversations of which there is more. */
export const Snapshot = z
  .object({
    count: z.int().nonnegative(),
    messages: z.array(ChatMessage),
    earlier: z.array(z.object({ conversation: LocalId, before: z.int().positive() }).readonly()),
  })
  .readonly();
export type Snapshot = z.infer<typeof Snapshot>;

/** What the server sends while the page is open, by the name of the server-sent event. */
export const Live = {
  /** First of all, and whenever a plant file changed. */
  directory: Directory,
  /** The chat as it stands; replaces what the page has. */
  reset: Snapshot,
  /** The event's id is the entry's number. */
  entry: Entry,
  /** Plant time, when somebody has wound the clock: on every page at once. */
  clock: ClockView,
  /** The process that answers: another one after Referee was stopped and started again. */
  hello: z.object({ process: z.string(), canKill: z.boolean() }),
} as const;
