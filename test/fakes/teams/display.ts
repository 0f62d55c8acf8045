import { z } from "zod";
import { textBlocksIn } from "./cards.ts";
import type { TeamsConversation, TeamsPerson } from "./world.ts";

/** What a bot sends, as far as Teams looks at it. */
export const SentActivity = z.object({
  type: z.string(),
  text: z.string().optional(),
  textFormat: z.enum(["plain", "markdown", "xml"]).default("markdown"),
  conversation: z.looseObject({ conversationType: z.string().optional() }).optional(),
  summary: z.string().default(""),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).default([]),
  entities: z
    .array(
      z.looseObject({
        type: z.string(),
        text: z.string().optional(),
        mentioned: z.looseObject({ id: z.string(), name: z.string().optional() }).optional(),
      }),
    )
    .default([]),
});
export type SentActivity = z.infer<typeof SentActivity>;

export type Displayed = { readonly text: string; readonly notified: readonly TeamsPerson[] };

const AT = /<at(?:\s[^>]*)?>(.*?)<\/at>/gs;

/**
 * How a client shows the text, and whom it notifies. Plain text is shown letter by letter. Otherwise tags are taken out,
 * entities resolved, and a mention notifies only if an entity has the very same text and names a member.
 */
export function display(sent: SentActivity, conversation: TeamsConversation): Displayed {
  const text = sent.text ?? "";
  if (sent.textFormat === "plain") return { text, notified: [] };
  const named = [...text.matchAll(AT)].map(([tag]) => memberBehind(tag, sent, conversation));
  const shown = text
    .replace(AT, (_tag, name: string) => `@${name}`)
    .replace(/<br\s*\/?>/g, "\n")
    .replace(/<[^>]+>/g, "");
  return { text: resolved(shown), notified: named.filter((person) => person !== undefined) };
}

const MentioningCard = z.looseObject({ msteams: z.looseObject({ entities: SentActivity.shape.entities }) });

/** Whom a card notifies: those whose tag stands in one of its TextBlocks, the very same as in `msteams.entities`. */
export function notifiedByCard(card: unknown, conversation: TeamsConversation): readonly TeamsPerson[] {
  const mentioning = MentioningCard.safeParse(card);
  if (!mentioning.success) return [];
  const tags = textBlocksIn(card).flatMap((text) => [...text.matchAll(AT)].map(([tag]) => tag));
  const named = tags.map((tag) => memberBehind(tag, mentioning.data.msteams, conversation));
  return named.filter((person) => person !== undefined);
}

type Mentioning = Pick<SentActivity, "entities">;

function memberBehind(tag: string, sent: Mentioning, conversation: TeamsConversation): TeamsPerson | undefined {
  const entity = sent.entities.find((one) => one.type === "mention" && one.text === tag);
  return conversation.members.find((person) => person.id === entity?.mentioned?.id);
}

function resolved(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

/** Addresses that words of the text lead to, other than the words themselves. */
export function linksIn(sent: SentActivity): readonly string[] {
  const text = sent.text ?? "";
  if (sent.textFormat === "plain") return [];
  const anchors = [...text.matchAll(/<a\s[^>]*href="([^"]*)"/g)].map(([, address]) => address ?? "");
  if (sent.textFormat === "xml") return anchors;
  return [...anchors, ...[...text.matchAll(/\]\(([^)]*)\)/g)].map(([, address]) => address ?? "")];
}

/** The size Teams counts: the whole message as UTF-16. */
export function sizeOf(body: string): number {
  return Buffer.byteLength(body, "utf16le");
}
