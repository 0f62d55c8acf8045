import type { AdaptiveCard, MentionEntity } from "../adaptive/elements.ts";
import { paragraphs, visible } from "../adaptive/text.ts";
import type { Mentioned } from "./transport/transport.ts";

// What Markdown, a tag or a date macro is made of. A name needs none of it to be known again.
const MARKUP = /[<>&"*_~`[\]{}\\|]/g;

const LONGEST_NAME = 100;
const LONGEST_CALL = 1_000;

/**
 * A card that notifies people: above everything else on it their names, and what they are called for. A mention counts only
 * if the tag and its entity are the same to the letter, and the tag stands in Markdown: so the name in it has nothing that
 * could be read as markup.
 */
export function mentioningCard(card: AdaptiveCard, mentioned: readonly Mentioned[], call: string): AdaptiveCard {
  if (mentioned.length === 0) return card;
  const entities = mentioned.map(entityOf);
  const text = entities.map((entity) => entity.text).join(" ");
  const names = { type: "TextBlock", text, wrap: true } as const;
  return { ...card, body: [names, ...paragraphs(call, LONGEST_CALL), ...card.body], msteams: { entities } };
}

function entityOf(one: Mentioned): MentionEntity {
  return { type: "mention", text: `<at>${plainName(one.name)}</at>`, mentioned: one };
}

function plainName(name: string): string {
  const plain = visible(name, LONGEST_NAME).replace(MARKUP, " ").replace(/\s+/g, " ").trim();
  return plain === "" ? "you" : plain;
}
