import { z } from "zod";

/** A button as a client finds it in a card. */
export type FoundButton = {
  readonly type: "Action.Execute" | "Action.Submit";
  readonly title: string;
  readonly verb: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
};

const Data = z.record(z.string(), z.unknown()).default({});
const Button = z.object({
  type: z.enum(["Action.Execute", "Action.Submit"]),
  title: z.string(),
  verb: z.string().optional(),
  data: Data,
  fallback: z.object({ type: z.literal("Action.Submit"), title: z.string(), data: Data }).optional(),
});
const Run = z.object({ type: z.literal("TextRun"), text: z.string() });
const Block = z.object({ type: z.literal("TextBlock"), text: z.string() });

/** What a reader never sees: data, what an older client takes instead, and what the client asks for by itself. */
const UNSEEN: ReadonlySet<string> = new Set(["fallback", "data", "refresh"]);

/** Every object anywhere in a card, in reading order. */
export function* parts(card: unknown): Generator<unknown> {
  if (Array.isArray(card)) for (const one of card) yield* parts(one);
  else if (typeof card === "object" && card !== null) {
    yield card;
    for (const [name, value] of Object.entries(card)) if (!UNSEEN.has(name)) yield* parts(value);
  }
}

/** The buttons of a card; an older client takes the fallback of those it does not know. */
export function buttonsIn(card: unknown, client: "new" | "old" = "new"): readonly FoundButton[] {
  return [...parts(card)].flatMap((part) => {
    const parsed = Button.safeParse(part);
    if (!parsed.success) return [];
    const { fallback, ...button } = parsed.data;
    const used = client === "old" && fallback !== undefined ? { ...fallback, verb: undefined } : button;
    return [{ type: used.type, title: used.title, verb: used.verb, data: used.data }];
  });
}

/** The Markdown of a card. */
export function textBlocksIn(card: unknown): readonly string[] {
  return [...parts(card)].flatMap((part) => {
    const parsed = Block.safeParse(part);
    return parsed.success ? [parsed.data.text] : [];
  });
}

/** What a reader sees written on a card, line by line. */
export function textsIn(card: unknown): readonly string[] {
  return [...parts(card)].flatMap((part) => {
    const run = Run.safeParse(part);
    if (run.success) return [run.data.text];
    const block = Block.safeParse(part);
    return block.success ? [block.data.text.replaceAll(/<at>(.*?)<\/at>/g, "@$1")] : [];
  });
}

const Remark = z.object({ type: z.literal("TextRun"), text: z.string(), color: z.literal("attention") });

/** What is said beside inputs that need another look. */
export function remarksIn(card: unknown): readonly string[] {
  return [...parts(card)].flatMap((part) => {
    const parsed = Remark.safeParse(part);
    return parsed.success ? [parsed.data.text] : [];
  });
}

/** The button with that title. @throws naming the buttons there are */
export function buttonCalled(card: unknown, title: string, client: "new" | "old" = "new"): FoundButton {
  const buttons = buttonsIn(card, client);
  const button = buttons.find((one) => one.title === title);
  if (button !== undefined) return button;
  throw new Error(`No button "${title}" to press; there is: ${buttons.map((one) => one.title).join(", ") || "none"}.`);
}
