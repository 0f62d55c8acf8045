import { cutQuoted } from "../../src/index.ts";

const ELLIPSIS = "…";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const LONGEST_ENTITY = "&amp;".length;

/** Slack refuses an empty text: this stands where there is nothing to say. */
const NOTHING = "–";

/** Control characters, and the marks that turn the reading direction round so that a text shows as another. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

/** At most `max` UTF-16 units, the last one an ellipsis when something was cut; never half a character, never empty. */
export function cut(text: string, max: number): string {
  const clean = text.replace(UNSEEN, "");
  return clean.trim() === "" ? NOTHING : cutQuoted(clean, max);
}

/** A text object in which nothing is markup. */
export function plain(text: string, max: number) {
  return { type: "plain_text" as const, text: cut(text, max), emoji: false };
}

/**
 * Text for a mrkdwn field: the three characters that begin mentions and links are made entities, so none can arise.
 * At most `max` characters after that, never cut inside an entity.
 */
export function escapeText(text: string, max: number): string {
  const whole = cut(text, Number.MAX_SAFE_INTEGER);
  const escaped = withEntities(whole);
  return escaped.length <= max ? escaped : fitting(whole, Math.min(whole.length - 1, max), max);
}

/** What of a text fits once it is escaped: as much of it as makes no more than `max` characters. */
function fitting(whole: string, most: number, max: number): string {
  if (most < 1) return ELLIPSIS;
  const escaped = withEntities(cutQuoted(whole, most));
  const over = escaped.length - max;
  return over <= 0 ? escaped : fitting(whole, most - Math.ceil(over / LONGEST_ENTITY), max);
}

/** What Slack reads as bold, italic, struck out or code, and a sign that looks the same and is only itself. */
const MARKUP: Readonly<Record<string, string>> = { "*": "∗", _: "ˍ", "~": "∼", "`": "ˋ" };
/** Within a word they stand for themselves: MES_01 is a name. */
const AT_A_WORD_S_EDGE = /(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])/gu;

/** What Slack draws as a picture: a name between colons, which may be any that a workspace has. Times, addresses and ports are none. */
const EMOJI_CODE = /(?<![\da-f]:?(?=:[\da-f]{1,5}:)):([\p{L}\p{N}_+'-]+):/giu;
/** Looks like a colon, and is none to Slack. */
const COLON = "\ua789";

/** Text for a line in which somebody is mentioned, with nothing in it that Slack would draw as markup or as a picture. */
export function unmarked(text: string): string {
  return text.replace(AT_A_WORD_S_EDGE, (sign) => MARKUP[sign] ?? sign).replace(EMOJI_CODE, `${COLON}$1${COLON}`);
}

function withEntities(text: string): string {
  return text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}

/** A mention that notifies the person. Only ever made of an id, never of what somebody typed. */
export function mentionOf(userId: string): string {
  return `<@${userId}>`;
}

/** The ids of everybody whom a text from Slack mentions. */
export function mentionedIn(raw: string): readonly string[] {
  return [...raw.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/g)].flatMap((match) => match[1] ?? []);
}

/**
 * A text from Slack as a person reads it: mentions, channels and links as plain words, entities undone once, and the
 * mention of `self` taken away.
 * @param names what people are called, by user id; an unknown person stays an id
 */
export function readText(raw: string, self: string, names: ReadonlyMap<string, string>): string {
  const read = raw.replace(/<([^<>]*)>/g, (_, inner: string) => readToken(inner, self, names));
  return undoEntities(read)
    .replace(/[ \t]{2,}/g, " ")
    .trim();
}

function readToken(inner: string, self: string, names: ReadonlyMap<string, string>): string {
  const bar = inner.indexOf("|");
  const target = bar === -1 ? inner : inner.slice(0, bar);
  const label = bar === -1 ? "" : inner.slice(bar + 1);
  switch (target[0]) {
    case "@": {
      const id = target.slice(1);
      return id === self ? "" : `@${names.get(id) ?? (label || id)}`;
    }
    case "#":
      return `#${label || target.slice(1)}`;
    case "!":
      return label || `@${target.slice(1)}`;
    default:
      return readLink(target, label);
  }
}

function readLink(target: string, label: string): string {
  if (label === "" || target.includes(label)) return label || target.replace(/^mailto:/, "");
  return `${label} (${target})`;
}

function undoEntities(text: string): string {
  const plain: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };
  return text.replace(/&(?:lt|gt|amp);/g, (entity) => plain[entity] ?? entity);
}
