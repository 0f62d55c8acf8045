import { type Activity, MentionEntity } from "./activity.ts";

/** A typed message as its author meant it: without the mention of Referee, other mentions as plain names. */
export function typedText({ text = "", entities = [], recipient }: Activity): string {
  const own = mentions(entities).filter((mention) => mention.mentioned.id === recipient.id);
  const without = own.reduce((left, mention) => left.replaceAll(mention.text, " "), text);
  return tidy(unescaped(replaceTags(without, "</at>", /<at(?:\s[^>]*)?>(.*?)<\/at>/gs, "$1")));
}

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
  const broken = html.replace(/<br\s*\/?>|<\/(?:p|div|li)>/gi, "\n");
  return tidy(unescaped(replaceTags(broken, ">", /<[^>]*>/g, "")));
}

/** Behind the last end there is no tag: from the beginning of each it would be looked for to the end of the text. */
function replaceTags(text: string, end: string, tag: RegExp, by: string): string {
  const last = text.lastIndexOf(end) + end.length;
  return last < end.length ? text : text.slice(0, last).replace(tag, by) + text.slice(last);
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
