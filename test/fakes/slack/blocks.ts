import { z } from "zod";
import { SLACK_LIMITS as MAX } from "../../../adapters/slack/limits.ts";
import { accessory, blockId, inputElement, plain, rowElement, text } from "./elements.ts";

// Block Kit as Slack checks it: an unknown key, type or length is refused, with a pointer to it.

const image = z.strictObject({ type: z.literal("image"), image_url: z.url(), alt_text: z.string().min(1) });

const section = z
  .strictObject({
    type: z.literal("section"),
    block_id: blockId,
    text: text(MAX.sectionText).optional(),
    fields: z.array(text(MAX.fieldText)).min(1).max(MAX.sectionFields).optional(),
    accessory: z.union([accessory, image]).optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, "text or fields is required");

/**
 * What Referee uses of rich text: no markup is read in it, and only a link leads anywhere. Slack knows more, such as a
 * mention, which Referee must never make of what somebody typed.
 * @source the declarations of `@slack/types` as `@slack/web-api` 8.2.0 brings them, read 2026-11-29
 */
const richTextSection = z.strictObject({
  type: z.literal("rich_text_section"),
  elements: z
    .array(
      z.discriminatedUnion("type", [
        z.strictObject({
          type: z.literal("text"),
          text: z.string().min(1),
          style: z
            .strictObject({ bold: z.boolean(), italic: z.boolean(), strike: z.boolean(), code: z.boolean() })
            .partial()
            .optional(),
        }),
        z.strictObject({
          type: z.literal("link"),
          url: z.url().max(MAX.buttonUrl),
          text: z.string().min(1).optional(),
        }),
      ]),
    )
    .min(1),
});

const block = z.discriminatedUnion("type", [
  section,
  z.strictObject({ type: z.literal("header"), block_id: blockId, text: plain(MAX.headerText) }),
  z.strictObject({ type: z.literal("divider"), block_id: blockId }),
  z.strictObject({
    type: z.literal("context"),
    block_id: blockId,
    elements: z
      .array(z.union([text(MAX.contextText), image]))
      .min(1)
      .max(MAX.contextElements),
  }),
  z.strictObject({
    type: z.literal("actions"),
    block_id: blockId,
    elements: z.array(rowElement).min(1).max(MAX.actionsElements),
  }),
  z.strictObject({
    type: z.literal("input"),
    block_id: blockId,
    label: plain(MAX.inputLabel),
    hint: plain(MAX.inputHint).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: inputElement,
  }),
  z.strictObject({ type: z.literal("rich_text"), block_id: blockId, elements: z.array(richTextSection).min(1) }),
  z.strictObject({ type: z.literal("markdown"), block_id: blockId, text: z.string().min(1).max(12_000) }),
  z.strictObject({
    type: z.literal("image"),
    block_id: blockId,
    image_url: z.url().max(MAX.buttonUrl).optional(),
    slack_file: z.strictObject({ id: z.string().regex(/^F[A-Z0-9]{8,}$/) }).optional(),
    alt_text: z.string().min(1).max(MAX.imageAlt),
    title: plain(2_000).optional(),
  }),
]);
export type Block = z.infer<typeof block>;

const MessageBlocks = z.array(block).max(MAX.messageBlocks);

const viewBase = {
  blocks: z.array(block).max(MAX.viewBlocks),
  private_metadata: z.string().max(MAX.privateMetadata).optional(),
  callback_id: z.string().max(MAX.callbackId).optional(),
  external_id: z.string().max(MAX.callbackId).optional(),
};
const View = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("modal"),
    ...viewBase,
    title: plain(MAX.viewTitle),
    submit: plain(MAX.viewButton).optional(),
    close: plain(MAX.viewButton).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal("home"), ...viewBase }),
]);
export type View = z.infer<typeof View>;

/** Either what was sent, or the error code Slack answers and where the mistake is. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: string; readonly messages: readonly string[] };

export function checkBlocks(sent: unknown): Checked<Block[]> {
  if (!Array.isArray(sent)) return refused("invalid_blocks_format", []);
  if (JSON.stringify(sent).length > MAX.blocksJson) return refused("msg_blocks_too_long", []);
  const parsed = MessageBlocks.safeParse(sent);
  if (!parsed.success) return refused("invalid_blocks", pointers(parsed.error, "/blocks"));
  const doubled = doubledIds(parsed.data);
  return doubled === null ? { ok: true, value: parsed.data.map(withId) } : refused("invalid_blocks", [doubled]);
}

export function checkView(sent: unknown): Checked<View> {
  if (Buffer.byteLength(JSON.stringify(sent ?? null)) > MAX.viewBytes) return refused("view_too_large", []);
  const parsed = View.safeParse(sent);
  if (!parsed.success) return refused("invalid_arguments", pointers(parsed.error, "/view"));
  const view = parsed.data;
  if (view.type === "modal" && view.submit === undefined && view.blocks.some(({ type }) => type === "input")) {
    return refused("invalid_arguments", [
      "[ERROR] `submit` is required when an `input` block is present [json-pointer:/view]",
    ]);
  }
  const doubled = doubledIds(view.blocks);
  if (doubled !== null) return refused("invalid_arguments", [doubled]);
  return { ok: true, value: { ...view, blocks: view.blocks.map(withId) } };
}

function refused(error: string, messages: readonly string[]): Checked<never> {
  return { ok: false, error, messages };
}

function pointers({ issues }: z.ZodError, at: string): readonly string[] {
  return issues.map(({ message, path }) => `[ERROR] ${message} [json-pointer:${[at, ...path.map(String)].join("/")}]`);
}

let blocksNamed = 0;

/** Slack names every block that has no name. */
function withId(each: Block): Block {
  if (each.block_id !== undefined) return each;
  blocksNamed += 1;
  return { ...each, block_id: `b${blocksNamed}` };
}

function doubledIds(blocks: readonly Block[]): string | null {
  const ids = blocks.flatMap(({ block_id }) => (block_id === undefined ? [] : [block_id]));
  if (new Set(ids).size !== ids.length) return "[ERROR] block_id already exists [json-pointer:/blocks]";
  for (const each of blocks) {
    const actions = each.type === "actions" ? each.elements.flatMap(({ action_id }) => action_id ?? []) : [];
    if (new Set(actions).size !== actions.length)
      return "[ERROR] action_id already exists in this block [json-pointer:/blocks]";
  }
  return null;
}
