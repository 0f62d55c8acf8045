import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  ImageBlock,
  KnownBlock,
  ModalView,
  Overflow,
  RichTextBlock,
  RichTextElement,
  SectionBlock,
} from "@slack/web-api";
import {
  type AccountId,
  assertNever,
  type Card,
  type CardAction,
  type CardBlock,
  type CardFile,
  type CardPart,
  type CardPicture,
  type CardQuote,
  type Fact,
  type ListItem,
  type Message,
  repeatedLabels,
  type StepLine,
  say,
  spokenLabel,
  type Tone,
  type Tongue,
  typed,
} from "../../src/index.ts";
import { readAddress } from "./address.ts";
import { button, chunks, DETAILS_ID, isWebAddress, more } from "./buttons.ts";
import { SLACK_LIMITS } from "./limits.ts";
import { cardForAll, folded } from "./own.ts";
import type { Uploaded } from "./pictures.ts";
import { cut, escapeText, mentionOf, plain, unmarked } from "./text.ts";

/** A message as `chat.postMessage` takes it: `text` for the notification, `blocks` for the eye. */
export type Rendered = { readonly text: string; readonly blocks: KnownBlock[] };

/**
 * A message as Slack shows it. Everything stands in plain_text, where Slack reads no markup; only the line that
 * notifies somebody is mrkdwn, and escaped. Text past Slack's limits is cut with an ellipsis, never refused.
 * @param tenant as in an address, of the conversation: elsewhere an id may be somebody else's, so it is not mentioned
 * @param uploaded which pictures can be shown; the others are said in words
 */
export function renderMessage(
  { text, card: whole, mention, reserved, folded: view }: Message,
  tenant: string | null = null,
  uploaded: Uploaded = NONE_UPLOADED,
): Rendered {
  const forAll = whole === null ? null : cardForAll(whole, reserved);
  const card = forAll === null || view === undefined ? forAll : folded(forAll, view);
  const named = mention
    .flatMap(({ account }) => userIdOf(account, tenant))
    .map(mentionOf)
    .join(" ");
  const short = escapeText(unmarked(text), SLACK_LIMITS.messageTextAdvised - named.length - 1);
  const notice = named === "" ? short : `${named} ${short}`;
  const ping = named === "" ? [] : [essential(pingLine(named, text))];
  const pieces = card === null ? sayText(text, ping) : [...ping, ...piecesOf(card, uploaded)];
  return { text: notice, blocks: withinLimits(pieces, MESSAGE_ROOM, card?.tongue) };
}

/** The card's blocks, cut to what one message may hold. */
export function renderCard(card: Card): KnownBlock[] {
  return withinLimits(piecesOf(card), MESSAGE_ROOM, card.tongue);
}

/** What the Home tab shows. It holds more than a message does. */
export function renderHome({ text, card }: Message): KnownBlock[] {
  return withinLimits(card === null ? [essential(section(text))] : piecesOf(card), VIEW_ROOM, card?.tongue);
}

/** The details of a card: what somebody opened, nothing to be sent off. */
export function renderDetails(card: Card): ModalView {
  const tongue = card.tongue ?? {};
  const title = card.key === null ? "" : `${card.key} · `;
  return {
    type: "modal",
    callback_id: DETAILS_ID,
    title: plain(`${title}${say(tongue, "platform.details")}`, SLACK_LIMITS.viewTitle),
    close: plain(say(tongue, "platform.close"), SLACK_LIMITS.viewButton),
    blocks: withinLimits(piecesOf(card), VIEW_ROOM, card.tongue),
  };
}

/** Blocks that stand or fall together when a card is longer than a message may be. */
type Piece = { readonly blocks: readonly KnownBlock[]; readonly essential: boolean };

const essential = (...blocks: readonly KnownBlock[]): Piece => ({ blocks, essential: true });
const passing = (...blocks: readonly KnownBlock[]): Piece => ({ blocks, essential: false });

function userIdOf(account: AccountId, here: string | null): readonly string[] {
  const { tenant, id } = readAddress(account.replace(/^slack:/, ""));
  return tenant === here && /^[UW][A-Z0-9]+$/.test(id) ? [id] : [];
}

function pingLine(named: string, text: string): SectionBlock {
  const line = `${named} ${escapeText(unmarked(text), SLACK_LIMITS.sectionText - named.length - 1)}`;
  return { type: "section", text: { type: "mrkdwn", text: line, verbatim: true } };
}

function sayText(text: string, ping: readonly Piece[]): readonly Piece[] {
  return ping.length > 0 ? ping : [essential(section(text))];
}

const NONE_UPLOADED: Uploaded = new Map();

function piecesOf({ title, key, blocks, tongue = {} }: Card, uploaded = NONE_UPLOADED): readonly Piece[] {
  const repeated = repeatedLabels(blocks);
  const drawn = withDetails(blocks).flatMap((block) => pieceOf(block, { uploaded, tongue, repeated }));
  return [essential(header(title, key)), ...drawn];
}

function header(title: string, key: string | null): HeaderBlock {
  const end = key === null ? "" : ` · ${key}`;
  const text = `${cut(title, SLACK_LIMITS.headerText - end.length)}${end}`;
  return { type: "header", text: { type: "plain_text", text, emoji: false } };
}

/** Where nobody can be asked for them, the details stand above the buttons. */
function withDetails(blocks: readonly CardBlock[]): readonly CardPart[] {
  const details = blocks.flatMap((block) => (block.type === "details" ? block.blocks : []));
  const inSight = blocks.flatMap((block) => (block.type === "details" ? [] : [block]));
  const row = inSight.findLastIndex(({ type }) => type === "actions");
  return inSight.toSpliced(row < 0 ? inSight.length : row, 0, ...details);
}

type Drawing = {
  readonly uploaded: Uploaded;
  readonly tongue: Tongue;
  /** Labels of which the card has several. */
  readonly repeated: ReadonlySet<string>;
};

function pieceOf(block: CardPart, { uploaded, tongue, repeated }: Drawing): readonly Piece[] {
  switch (block.type) {
    case "text":
      return [passing(toned(block.text, block.tone))];
    case "quote":
      return [passing(quoteBlock(block, tongue))];
    case "files":
      return [passing(filesBlock(block.files))];
    case "picture":
      return [essential(pictureBlock(block, uploaded.get(block)))];
    case "facts":
      return [passing(section(block.facts.map(factLine).join("\n")))];
    case "steps":
      return [passing(section(block.steps.map(stepLine).join("\n")))];
    case "list":
      return [passing(section(block.title)), ...block.items.map((item) => itemPiece(item, repeated))];
    case "actions":
      return actionBlocks(block.actions, block.more).map((actions) => essential(actions));
    case "standing":
      return [passing(section(`${SIGNS[block.mood]} ${block.text}`))];
    default:
      return assertNever(block, "card block");
  }
}

function pictureBlock({ alt }: CardPicture, file: string | undefined): ImageBlock | SectionBlock {
  if (file === undefined) return section(alt);
  return { type: "image", slack_file: { id: file }, alt_text: cut(alt, SLACK_LIMITS.imageAlt) };
}

function quoteBlock({ text, by, thread }: CardQuote, tongue: Tongue): SectionBlock | RichTextBlock {
  const words = say(tongue, "values.quoted", { text: typed(cut(text, SLACK_LIMITS.sectionText - 200)) });
  const said = `${words} ${oneLine(by, 150)}`;
  if (thread === undefined || !isWebAddress(thread)) return section(said);
  const elements = [
    richText(`${said} · `),
    { type: "link", url: thread, text: say(tongue, "platform.thread") } as const,
  ];
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements }] };
}

/** Rich text, where nothing in a name is read as markup and only Referee makes a link. */
function filesBlock(files: readonly CardFile[]): RichTextBlock {
  const lines = files.map(fileLine);
  const elements = lines.flatMap((line, index) => (index === 0 ? line : [richText("\n"), ...line]));
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements }] };
}

function fileLine({ name, link, by }: CardFile): readonly RichTextElement[] {
  const text = oneLine(name, 150);
  const named: RichTextElement = link === null ? richText(text) : { type: "link", url: link, text };
  return [richText("📎 "), named, ...(by === null ? [] : [richText(` (${oneLine(by, 100)})`)])];
}

function richText(text: string): RichTextElement {
  return { type: "text", text };
}

/** Colour for the eye; the words beside it say the same. */
const SIGNS = { waits: "🟡", open: "🔵", good: "🟢", alarm: "🔴", over: "⚪" } as const;

/** In rich text, where bold needs no markup. */
function bold(text: string): RichTextBlock {
  const shown: RichTextElement = { type: "text", text: cut(text, SLACK_LIMITS.sectionText), style: { bold: true } };
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [shown] }] };
}

function toned(text: string, tone: Tone): SectionBlock | ContextBlock | RichTextBlock {
  switch (tone) {
    case "lead":
      return bold(text);
    case "plain":
      return section(text);
    case "muted":
      return muted(text);
    case "warning":
      return section(`⚠ ${text}`);
    default:
      return assertNever(tone, "tone");
  }
}

function section(text: string): SectionBlock {
  return { type: "section", text: { type: "plain_text", text: cut(text, SLACK_LIMITS.sectionText), emoji: false } };
}

function muted(text: string): ContextBlock {
  const shown = cut(text, SLACK_LIMITS.contextText);
  return { type: "context", elements: [{ type: "plain_text", text: shown, emoji: false }] };
}

function factLine({ label, value }: Fact): string {
  return `${oneLine(label, 80)}: ${oneLine(value, 600)}`;
}

const MARKS = { waiting: "○", open: "●", held: "⏸", done: "✓", refused: "✗", skipped: "–" } as const;

function stepLine({ mark, owner, says }: StepLine): string {
  return `${MARKS[mark]} ${oneLine(owner, 80)}  ${oneLine(says, 400)}`;
}

/** What somebody typed must not look like a line of Referee's: a line break in it becomes a space. */
function oneLine(text: string, max: number): string {
  return cut(
    text.replace(/\s+/g, (gap) => (/[\r\n\u2028\u2029]/.test(gap) ? " " : gap)),
    max,
  );
}

function itemPiece({ text, actions }: ListItem, repeated: ReadonlySet<string>): Piece {
  const [first, ...others] = actions.filter(canStand);
  const line = section(text);
  const spoken: Spoken = (action) => spokenLabel(action, text, repeated);
  if (first === undefined) return passing(line);
  if (others.length === 0) return passing({ ...line, accessory: button(first, spoken(first)) });
  return passing(line, ...actionBlocks(actions, [], spoken));
}

/** What a button is called for whoever hears it; null for what is written on it. */
type Spoken = (action: CardAction) => string | null;

function actionBlocks(
  actions: readonly CardAction[],
  rest: readonly CardAction[],
  spoken: Spoken = () => null,
): readonly ActionsBlock[] {
  const inSight = actions.filter(canStand).map((action) => button(action, spoken(action)));
  const elements = [...inSight, ...more(rest.filter(canStand))];
  if (elements.length === 0) return [];
  return chunks(distinct(elements), SLACK_LIMITS.actionsElements).map((group) => ({
    type: "actions",
    elements: group,
  }));
}

/** Slack refuses a message with a link that is no address on the web, as those of the local chat are. */
function canStand(action: CardAction): boolean {
  return action.type === "press" || isWebAddress(action.url);
}

type Pressable = Button | Overflow;

/** The first button of a kind keeps the plain action id, the next of the same kind is numbered. */
function distinct(elements: readonly Pressable[]): readonly Pressable[] {
  const seen = new Map<string, number>();
  return elements.map((element) => {
    const id = element.action_id ?? "";
    const before = seen.get(id) ?? 0;
    seen.set(id, before + 1);
    return before === 0 ? element : { ...element, action_id: `${id}.${before + 1}` };
  });
}

/** Room kept for the line that says how much was left out. */
const LEFT_OUT_ROOM = 200;

/** How many blocks, and how many characters of them as JSON. */
type Room = { readonly blocks: number; readonly json: number };
const MESSAGE_ROOM: Room = { blocks: SLACK_LIMITS.messageBlocks, json: SLACK_LIMITS.blocksJsonPlanned };
// Bytes of a view are at most three for each of its UTF-16 units.
const VIEW_ROOM: Room = { blocks: SLACK_LIMITS.viewBlocks, json: Math.floor(SLACK_LIMITS.viewBytes / 3) - 500 };

/** As much as one message may hold: title and buttons first, then the rest in order; says what was left out. */
function withinLimits(pieces: readonly Piece[], most: Room, tongue: Tongue = {}): KnownBlock[] {
  let blocks = most.blocks - 1;
  let room = most.json - LEFT_OUT_ROOM;
  const kept = new Set<Piece>();
  for (const piece of [...pieces.filter(isEssential), ...pieces.filter((each) => !isEssential(each))]) {
    if (piece.blocks.length > blocks || size(piece) > room) continue;
    blocks -= piece.blocks.length;
    room -= size(piece);
    kept.add(piece);
  }
  const shown = pieces.filter((piece) => kept.has(piece)).flatMap((piece) => piece.blocks);
  const missing = pieces.length - kept.size;
  return missing === 0 ? shown : [...shown, muted(say(tongue, "platform.leftOut", { count: String(missing) }))];
}

const isEssential = ({ essential: is }: Piece): boolean => is;

function size({ blocks }: Piece): number {
  return JSON.stringify(blocks).length;
}
