import type { Message } from "../../src/index.ts";
import type { AdaptiveCard } from "../adaptive/elements.ts";
import { renderCard } from "../adaptive/render.ts";
import { cut, visible } from "../adaptive/text.ts";
import type { Views } from "../adaptive/views.ts";
import { CARD_TYPE } from "./answer.ts";
import { TEAMS_LIMITS } from "./limits.ts";
import { xmlText } from "./text.ts";
import type { Mentioned, OutgoingActivity } from "./transport/transport.ts";

/**
 * A message as Teams takes it. Text is plain, so that nothing in it is read as Markdown; with a mention it is Teams' XML,
 * escaped, because a mention is a tag. A card shows its own words, and the text is what the notification says.
 * @param views who sees a card of their own; null when everybody sees this one
 */
export function outgoing(
  message: Message,
  mentioned: readonly Mentioned[],
  views: Views | null = null,
): OutgoingActivity {
  const most = message.card === null ? TEAMS_LIMITS.messageText : TEAMS_LIMITS.textBesideCard;
  const text = visible(message.text, most);
  const options = { dialogs: true, ...(views !== null && { views }) };
  const card = message.card === null ? {} : withCard(renderCard(message.card, options), text);
  if (mentioned.length > 0) return { type: "message", ...mentioning(text, mentioned, most), ...card };
  return { type: "message", textFormat: "plain", ...(message.card === null && { text }), ...card };
}

/** A card that is no message of the core's, such as a form. */
export function outgoingCard(card: AdaptiveCard, summary: string): OutgoingActivity {
  return { type: "message", textFormat: "plain", ...withCard(card, visible(summary, 200)) };
}

function withCard(card: AdaptiveCard, text: string) {
  return { attachments: [{ contentType: CARD_TYPE, content: card }], summary: cut(text, 200) };
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
  return escaped.length <= most ? escaped : fitting(cut(text, Math.floor(text.length / 2)), most);
}
