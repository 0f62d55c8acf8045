import {
  assertNever,
  type Card,
  type CardBlock,
  type CardDetails,
  type CardFile,
  type CardPicture,
  type CardQuote,
  type Fact,
  type ListItem,
  type Mood,
  repeatedLabels,
  type StepLine,
  say,
  spokenLabel,
  type Tone,
  type Tongue,
} from "../../src/index.ts";
import { actionSets, type Carry, type Dialogs } from "./button.ts";
import {
  type AdaptiveCard,
  adaptiveCard,
  type ColumnSet,
  type Element,
  type RichTextBlock,
  type TextRun,
  type ToggleAction,
} from "./elements.ts";
import { ADAPTIVE_LIMITS, TEXT_LENGTHS } from "./limits.ts";
import { paragraphs, plain, run } from "./text.ts";
import { cardForAll, type Views, withViews } from "./views.ts";

export { renderForm } from "./form.ts";

const MARKS = { waiting: "○", open: "●", held: "⏸", done: "✓", refused: "✗", skipped: "–" } as const;

export type CardOptions = {
  /** Buttons whose label ends in "…" ask Teams for a dialog. Default: they are pressed like the others. */
  readonly dialogs?: Dialogs;
  /** Whether the title stands in the card: not in a dialog, whose frame says it. Default: true. */
  readonly titled?: boolean;
  /** Default: everybody sees the same card. */
  readonly views?: Views;
  /** What every button brings back beside what it means. Default: nothing. */
  readonly carry?: Carry;
};

/**
 * A card as Adaptive Card 1.5, for Teams and for the local chat. Nothing in it is read as Markdown. A card too large for
 * Teams has its texts cut, with an ellipsis, until it fits; it is never refused.
 */
export function renderCard(whole: Card, options: CardOptions = {}): AdaptiveCard {
  const { dialogs = false, titled = true, views, carry = {} } = options;
  const card = views === undefined || views.ask === null ? whole : cardForAll(whole, views);
  const { tongue = {} } = card;
  const finish = (body: readonly Element[]) =>
    views === undefined ? adaptiveCard(body, tongue) : withViews(body, views, tongue);
  const rest = { dialogs, titled, carry, tongue, repeated: repeatedLabels(card.blocks) };
  for (const size of SIZES.map((lengths) => ({ ...lengths, ...rest }))) {
    const drawn = finish(draw(card, size));
    if (fits(drawn)) return drawn;
  }
  const pressable = card.blocks.filter((block) => block.type === "actions");
  return finish(draw({ ...card, blocks: pressable }, { ...SMALLEST, ...rest }));
}

function fits(card: AdaptiveCard): boolean {
  return JSON.stringify(card).length <= ADAPTIVE_LIMITS.cardText;
}

/** To what length texts are cut, and after how many lines a list ends. */
type Lengths = { readonly length: number; readonly items: number };
type Size = Lengths &
  Required<Pick<CardOptions, "dialogs" | "titled" | "carry">> & {
    readonly tongue: Tongue;
    /** Labels of which the card has several. */
    readonly repeated: ReadonlySet<string>;
  };

const SMALLEST: Lengths = { length: 80, items: 5 };
const SIZES: readonly Lengths[] = [
  ...TEXT_LENGTHS.map((length) => ({ length, items: ADAPTIVE_LIMITS.listItems })),
  { length: 80, items: 15 },
  SMALLEST,
];

function draw(card: Card, size: Size): readonly Element[] {
  return [...header(card, size), ...card.blocks.flatMap((block) => renderBlock(block, size))];
}

function header({ title, key }: Card, { length, titled }: Size): readonly Element[] {
  const looks = { size: "large", weight: "bolder" } as const;
  const name: RichTextBlock = { type: "RichTextBlock", inlines: [run(title, Math.min(length, 250), looks)] };
  if (key === null) return titled ? [name] : [];
  const label: RichTextBlock = { type: "RichTextBlock", inlines: [run(key, 40, { isSubtle: true })] };
  if (!titled) return [label];
  return [
    {
      type: "ColumnSet",
      columns: [
        { type: "Column", width: "stretch", items: [name] },
        { type: "Column", width: "auto", items: [label] },
      ],
    },
  ];
}

function renderBlock(block: CardBlock, size: Size): readonly Element[] {
  const { length, dialogs, carry } = size;
  switch (block.type) {
    case "text":
      return textBlock(block.text, block.tone, length);
    case "quote":
      return quote(block, size);
    case "files":
      return block.files.map((file, index) => fileLine(file, index));
    case "picture":
      return picture(block, length);
    case "facts":
      return block.facts.map((fact, index) => factRow(fact, index, length));
    case "steps":
      return block.steps.map((step, index) => stepLine(step, index, length));
    case "list":
      return list(block.title, block.items, size);
    case "actions":
      return actionSets(block.actions, block.more, dialogs, carry);
    case "standing":
      return [standing(block.text, block.mood, length)];
    case "details":
      return details(block, size);
    default:
      return assertNever(block, "card block");
  }
}

function textBlock(text: string, tone: Tone, length: number): readonly Element[] {
  const lines = paragraphs(text, length, TONES[tone]);
  if (tone !== "warning" || lines.length === 0) return lines;
  return [{ type: "Container", style: "warning", items: lines }];
}

const TONES: Readonly<Record<Tone, Partial<TextRun>>> = {
  lead: { weight: "bolder" },
  plain: {},
  muted: { isSubtle: true, size: "small" },
  warning: {},
};

/** The sign has the colour, and the words say the same: nobody needs to see colours, and they stay dark enough to read. */
function standing(text: string, mood: Mood, length: number): RichTextBlock {
  return { type: "RichTextBlock", inlines: [run("⬤ ", 4, { color: COLOURS[mood], size: "small" }), run(text, length)] };
}

const COLOURS = { waits: "warning", open: "accent", good: "good", alarm: "attention", over: "default" } as const;

/** Folded away until somebody wants it: the client unfolds it by itself. */
function details({ label, blocks }: CardDetails, size: Size): readonly Element[] {
  const toggle: ToggleAction = {
    type: "Action.ToggleVisibility",
    title: plain(label, ADAPTIVE_LIMITS.buttonTitle),
    targetElements: [DETAILS],
  };
  return [
    { type: "ActionSet", actions: [toggle], spacing: "small" },
    { type: "Container", id: DETAILS, isVisible: false, items: blocks.flatMap((block) => renderBlock(block, size)) },
  ];
}

/** One card has one. */
const DETAILS = "details";

/** One that leaves no room in a message for anything else is said in words. */
function picture({ png, alt }: CardPicture, length: number): readonly Element[] {
  if (png.length > ADAPTIVE_LIMITS.picture) return paragraphs(alt, length);
  return [{ type: "Image", url: `data:image/png;base64,${png}`, altText: alt, size: "auto" }];
}

function quote({ text, by, thread }: CardQuote, { length, tongue }: Size): readonly Element[] {
  const small = { isSubtle: true, size: "small" } as const;
  const link = thread !== undefined && OPENS.test(thread) ? [run(" · ", 3, small), threadLink(thread, tongue)] : [];
  const signed: RichTextBlock = {
    type: "RichTextBlock",
    inlines: [run(by, 200, small), ...link],
    spacing: "small",
  };
  return [{ type: "Container", style: "emphasis", items: [...paragraphs(text, length), signed] }];
}

/** An address on the web, or of a message on the page of the local chat: anything else could run something in the client. */
const OPENS = /^(?:https?:\/\/|\/#[\w-]+$)/i;

function threadLink(url: string, tongue: Tongue): TextRun {
  return run(say(tongue, "platform.thread"), 20, { size: "small", selectAction: { type: "Action.OpenUrl", url } });
}

/** The link is an action of its own: nothing in a name is read as one. */
function fileLine({ name, link, by }: CardFile, index: number): RichTextBlock {
  const opens = link === null ? {} : { selectAction: { type: "Action.OpenUrl", url: link } as const };
  return {
    type: "RichTextBlock",
    spacing: index === 0 ? "default" : "small",
    inlines: [run("📎 ", 4), run(name, 150, opens), ...(by === null ? [] : [run(` (${by})`, 100, { isSubtle: true })])],
  };
}

// A FactSet would read its values as Markdown. 104 pixels leave two thirds of a phone's width to the value.
function factRow({ label, value }: Fact, index: number, length: number): ColumnSet {
  return {
    type: "ColumnSet",
    spacing: index === 0 ? "default" : "small",
    columns: [
      {
        type: "Column",
        width: "104px",
        items: [{ type: "RichTextBlock", inlines: [run(label, 80, { isSubtle: true })] }],
      },
      { type: "Column", width: "stretch", items: paragraphs(value, length) },
    ],
  };
}

function stepLine({ mark, owner, says }: StepLine, index: number, length: number): RichTextBlock {
  return {
    type: "RichTextBlock",
    spacing: index === 0 ? "default" : "small",
    inlines: [run(`${MARKS[mark]} `, 4), run(`${owner}:`, 120, { weight: "bolder" }), run(` ${says}`, length)],
  };
}

function list(
  title: string,
  all: readonly ListItem[],
  { length, items, dialogs, carry, tongue, repeated }: Size,
): readonly Element[] {
  const shown = all.slice(0, items).map(
    (item, index): Element => ({
      type: "Container",
      // Lines that can be acted on stand apart from each other; the others are one list.
      ...(item.actions.length > 0 ? { spacing: "medium", separator: index > 0 } : { spacing: "small" }),
      items: [
        ...paragraphs(item.text, length),
        // Close to the line they belong to.
        ...actionSets(item.actions, [], dialogs, carry, (action) => spokenLabel(action, item.text, repeated)).map(
          (row) => ({ ...row, spacing: "small" as const }),
        ),
      ],
    }),
  );
  const rest = all.length - shown.length;
  return [
    ...paragraphs(title, 200, { weight: "bolder" }),
    ...shown,
    ...paragraphs(rest > 0 ? say(tongue, "platform.andMore", { count: String(rest) }) : "", 40, { isSubtle: true }),
  ];
}
