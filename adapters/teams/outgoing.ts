import { cutQuoted, type Message } from "../../src/index.ts";
import type { AdaptiveCard } from "../adaptive/elements.ts";
import { renderCard } from "../adaptive/render.ts";
import { visible } from "../adaptive/text.ts";
import type { Views } from "../adaptive/views.ts";
import { CARD_TYPE } from "./answer.ts";
import { mentioningCard } from "./cardMention.ts";
import { TEAMS_LIMITS } from "./limits.ts";
import { xmlText } from "./text.ts";
import type { Mentioned, OutgoingActivity } from "./transport/transport.ts";

/**
 * A message as Teams takes it. Text is plain, so that nothing in it is read as Markdown; with a mention it is Teams' XML,
 * escaped, because a mention is a tag. A card shows its own words and mentions, and the text is what the notification says:
 * Teams makes two messages of a text with a mention and a card, and tells the id of neither.
 * @param views who sees a card of their own; null when everybody sees this one
 * @source https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages (no message id
 *   for a message that is split), read 2026-11-29 in a stored copy
 */
export function outgoing(
  message: Message,
  mentioned: readonly Mentioned[],
  views: Views | null = null,
): OutgoingActivity {
  if (message.card === null) return outgoingText(message.text, mentioned);
  const card = renderCard(message.card, { dialogs: true, ...(views !== null && { views }) });
  return outgoingCard(mentioningCard(card, mentioned, message.text), message.text);
}

function outgoingText(words: string, mentioned: readonly Mentioned[]): OutgoingActivity {
  const text = visible(words, TEAMS_LIMITS.messageText);
  if (mentioned.length === 0) return { type: "message", textFormat: "plain", text };
  return { type: "message", ...mentioning(text, mentioned, TEAMS_LIMITS.messageText) };
}

/** A card, and what its notification says. */
export function outgoingCard(card: AdaptiveCard, summary: string): OutgoingActivity {
  const attachments = [{ contentType: CARD_TYPE, content: card }];
  return { type: "message", textFormat: "plain", attachments, summary: visible(summary, 200) };
}

/** The names first, then the text. A mention counts only if the tag and its entity are the same to the letter. */
function mentioning(text: string, mentioned: readonly Mentioned[], most: number) {
  const entities = mentioned.map((one) => ({
    type: "mention" as const,
    text: `<at>${xmlText(one.name)}</at>`,
    mentioned: one,
  }));
  const names = entities.map((entity) => entity.text).join(" ");
  return { textFormat: "xml" as const, text: `${names} ${fitting(text, most)}`, entities };
}

/** Escaping makes a text up to six times as long: what grew too long is cut before it is escaped, never in an escape. */
function fitting(text: string, most: number): string {
  const escaped = xmlText(text);
  return escaped.length <= most ? escaped : fitting(cutQuoted(text, Math.floor(text.length / 2)), most);
}
