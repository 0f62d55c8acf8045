import type { KnownBlock, ModalView, PlainTextOption } from "@slack/web-api";
import { z } from "zod";
import { assertNever, type Form, type FormInput, type Option } from "../../src/index.ts";
import { chunks } from "./buttons.ts";
import { SLACK_LIMITS } from "./limits.ts";
import { cut } from "./text.ts";

/** Marks the views Referee opened. */
export const FORM_ID = "referee.form";

/** The action id inside every input; the input itself is known by its block id. */
export const INPUT_ID = "answer";

/** With so few choices all are shown at once: one tap instead of two, with gloves on. */
const SHOWN_AT_ONCE = 6;

/** What a form carries with it, so that what is said after it goes where it was opened. */
const FormContext = z.object({ value: z.string(), channel: z.string().nullable(), thread: z.string().nullable() });
export type FormContext = z.infer<typeof FormContext>;

/** Undoes what `renderForm` put into the view; null for a view of somebody else's making. */
export function readFormContext(metadata: string): FormContext | null {
  try {
    return FormContext.safeParse(JSON.parse(metadata)).data ?? null;
  } catch (caught) {
    if (caught instanceof SyntaxError) return null;
    throw caught;
  }
}

/** A form as a Slack view. Text past Slack's limits is cut with an ellipsis, never refused. */
export function renderForm(form: Form, at: Omit<FormContext, "value">): ModalView {
  const context: FormContext = { value: form.value, channel: at.channel, thread: at.thread };
  const intro: KnownBlock[] =
    form.intro === "" ? [] : [{ type: "section", text: plain(form.intro, SLACK_LIMITS.sectionText) }];
  return {
    type: "modal",
    callback_id: FORM_ID,
    private_metadata: JSON.stringify(context),
    title: plain(form.title, SLACK_LIMITS.viewTitle),
    submit: plain(form.submit, SLACK_LIMITS.viewButton),
    close: plain("Cancel", SLACK_LIMITS.viewButton),
    blocks: [...intro, ...form.inputs.map(inputBlock)].slice(0, SLACK_LIMITS.viewBlocks),
  };
}

type InputBlock = Extract<KnownBlock, { type: "input" }>;
type InputElement = InputBlock["element"];

function inputBlock(input: FormInput): InputBlock {
  const block: InputBlock = {
    type: "input",
    block_id: input.id,
    optional: !input.required,
    label: plain(input.label, SLACK_LIMITS.inputLabel),
    element: elementOf(input),
  };
  return input.hint === "" ? block : { ...block, hint: plain(input.hint, SLACK_LIMITS.inputHint) };
}

function elementOf({ kind, initial, required }: FormInput): InputElement {
  switch (kind.type) {
    case "line":
      return typed(false, kind.maxLength, initial);
    case "text":
      return typed(true, kind.maxLength, initial);
    case "choice":
      return kind.options.length === 0
        ? typed(false, SLACK_LIMITS.inputMaxLength, initial)
        : choice(kind.options, initial, required);
    default:
      return assertNever(kind, "input kind");
  }
}

function typed(multiline: boolean, maxLength: number, initial: string): InputElement {
  const max_length = Math.max(1, Math.min(maxLength, SLACK_LIMITS.inputMaxLength));
  const element = { type: "plain_text_input" as const, action_id: INPUT_ID, multiline, max_length };
  return initial === "" ? element : { ...element, initial_value: cut(initial, max_length) };
}

function choice(options: readonly Option[], initial: string, required: boolean): InputElement {
  const shown = options
    .filter((option) => option.value !== "" && option.value.length <= SLACK_LIMITS.optionValue)
    .map(toSlack);
  const chosen = shown.find((option) => option.value === initial);
  const start = chosen === undefined ? {} : { initial_option: chosen };
  // A radio button cannot be taken back, so a question that may be left open gets a menu.
  if (required && shown.length <= SHOWN_AT_ONCE) {
    return { type: "radio_buttons", action_id: INPUT_ID, options: shown, ...start };
  }
  if (shown.length <= SLACK_LIMITS.selectOptions) {
    return { type: "static_select", action_id: INPUT_ID, options: shown, ...start };
  }
  return { type: "static_select", action_id: INPUT_ID, option_groups: grouped(shown), ...start };
}

function grouped(options: readonly PlainTextOption[]) {
  return chunks(options, SLACK_LIMITS.selectOptions)
    .slice(0, SLACK_LIMITS.optionGroups)
    .map((group) => ({
      label: plain(`${textOf(group.at(0))} to ${textOf(group.at(-1))}`, SLACK_LIMITS.optionText),
      options: group,
    }));
}

const textOf = (option: PlainTextOption | undefined): string => cut(option?.text.text ?? "", 30);

function toSlack({ value, label }: Option): PlainTextOption {
  return { text: plain(label, SLACK_LIMITS.optionText), value };
}

function plain(text: string, max: number) {
  return { type: "plain_text" as const, text: cut(text, max), emoji: false };
}
