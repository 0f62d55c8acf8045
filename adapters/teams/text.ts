import { type Activity, MentionEntity } from "./activity.ts";

type Typed = Pick<Activity, "text" | "entities"> & { readonly recipient: Pick<Activity["recipient"], "id"> };

/** A typed message as its author meant it: without the mention of Referee, other mentions as plain names. */
export function typedText({ text = "", entities = [], recipient }: Typed): string {
  const own = mentions(entities)
    .filter((mention) => mention.mentioned.id === recipient.id)
    .slice(0, MOST_MENTIONS);
  const without = own.reduce((left, mention) => left.replaceAll(mention.text, " "), text);
  return tidy(unescaped(without.replace(MENTION_TAG, "")));
}

// No tag reaches past the next one's beginning: else a text of nothing but "<" is gone through once for each of them.
const MENTION_TAG = /<\/?at(?:\s[^<>]*)?>/g;
const TAG = /<[^<>]*>/g;
/** More often nobody names Referee in one message. */
const MOST_MENTIONS = 50;

/** Whether the message mentions Referee: by the entity, since anybody can type the tag. */
export function mentionsReferee({ entities = [], recipient }: Activity): boolean {
  return mentions(entities).some((mention) => mention.mentioned.id === recipient.id);
}

function mentions(entities: readonly unknown[]) {
  return entities.flatMap((entity) => {
    const mention = MentionEntity.safeParse(entity);
    return mention.success ? [mention.data] : [];
  });
}

/** The words of a message that arrives as HTML, as "Ask Referee" gets it. */
export function htmlText(html: string): string {
  const broken = html.replace(/<br\s*\/?>|<\/(?:p|div|li)>/gi, "\n").replace(TAG, "");
  return tidy(unescaped(broken));
}

function unescaped(text: string): string {
  return text
    .replaceAll("&nbsp;", " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

function tidy(text: string): string {
  return text
    .replaceAll("\u00a0", " ")
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Text for a message in Teams' XML format, with nothing in it that could be read as a tag. */
export function xmlText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "<br/>");
}
