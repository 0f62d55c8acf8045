import { z } from "zod";

/** Deep enough for a card that people read; a deeper one is not read to its end. */
const DEEPEST = 12;

/** What hangs on a message. Of a card `content` is its JSON, written out. */
export const Attachment = z.object({ content: z.string().max(200_000).nullish() });
export type Attachment = z.infer<typeof Attachment>;

/**
 * The words of the cards on a message, a line each: what alarm systems and other apps write is often a card and nothing
 * else.
 * @source https://learn.microsoft.com/en-us/graph/teams-messaging-overview, "card attachment", read 2026-11-23 in a stored
 *   copy
 */
export function attachedText(attachments: readonly Attachment[]): string {
  return attachments
    .flatMap(({ content }) => wordsIn(jsonIn(content ?? ""), DEEPEST))
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a file, an image: nothing to read
  }
}

const Words = z.object({ title: z.string(), text: z.string(), value: z.string() }).partial();

/** Titles before what they are the titles of; a fact of a fact set is one line. */
function wordsIn(node: unknown, depth: number): readonly string[] {
  if (depth === 0 || typeof node !== "object" || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((each) => wordsIn(each, depth - 1));
  const { title, text, value } = Words.catch({}).parse(node);
  const own = title !== undefined && value !== undefined ? [`${title}: ${value}`] : [title ?? "", text ?? ""];
  // What a button says is not what the card says.
  const below = Object.entries(node).filter(([key]) => key !== "actions" && key !== "selectAction");
  return [...own, ...below.flatMap(([, each]) => wordsIn(each, depth - 1))];
}
