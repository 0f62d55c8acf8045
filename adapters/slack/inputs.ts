import type { KnownBlock, PlainTextOption } from "@slack/web-api";
import {
  assertNever,
  type ComboboxKind,
  type DateTimeKind,
  type FormInput,
  type Option,
  pickedId,
  say,
  type Tongue,
} from "../../src/index.ts";
import { chunks } from "./buttons.ts";
import { SLACK_LIMITS } from "./limits.ts";
import { cut, plain } from "./text.ts";

/** The action id inside an input block; what is asked is known by its block id. Pickers have action ids of their own. */
export const INPUT_ID = "answer";

/** With so few choices all are shown at once: one tap instead of two, with gloves on. */
const SHOWN_AT_ONCE = 6;

type InputBlock = Extract<KnownBlock, { type: "input" }>;
type InputElement = InputBlock["element"];
type Section = Extract<KnownBlock, { type: "section" }>;

/**
 * A question as blocks. Pickers stand outside of input blocks, which would have to say of each part that it is optional;
 * their state comes back all the same, and errors stand beside the line below them.
 * @source https://api.slack.com/changelog/2020-09-full-state-on-view-submisson-and-block-actions, read 2026-11-29: the
 *   state of a view holds all stateful elements, not those of input blocks only
 * @source https://github.com/slackapi/bolt-js/issues/1267, read 2026-11-29: errors are shown beside input blocks only
 */
export function inputBlocks(input: FormInput, tongue: Tongue = {}): readonly KnownBlock[] {
  const { id, kind, initial, required } = input;
  switch (kind.type) {
    case "line":
      return [inputBlock(input, typed(false, kind.maxLength, initial))];
    case "text":
      return [inputBlock(input, typed(true, kind.maxLength, initial))];
    case "choice":
      return [
        inputBlock(
          input,
          kind.options.length === 0
            ? typed(false, SLACK_LIMITS.inputMaxLength, initial)
            : choice(kind.options, initial, required),
        ),
      ];
    case "dateTime":
      return [asked(input, "asked"), pickers(id, kind, tongue), beside(input, kind)];
    case "combobox":
      return usable(kind.options).length === 0
        ? [inputBlock(input, typed(false, kind.maxLength, initial))]
        : [{ ...asked(input, "list"), accessory: list(id, kind, tongue) }, beside(input, kind)];
    case "checkboxes":
      return checkboxes(id, kind.options).map((element) => inputBlock(input, element));
    default:
      return assertNever(kind, "input kind");
  }
}

function inputBlock(input: Pick<FormInput, "id" | "label" | "hint" | "required">, element: InputElement): InputBlock {
  const block: InputBlock = {
    type: "input",
    block_id: input.id,
    optional: !input.required,
    label: plain(input.label, SLACK_LIMITS.inputLabel),
    element,
  };
  return input.hint === "" ? block : { ...block, hint: plain(input.hint, SLACK_LIMITS.inputHint) };
}

/** What a question asks, above its pickers. */
function asked({ id, label }: FormInput, part: string): Section {
  return { type: "section", block_id: `${id}.${part}`, text: plain(label, SLACK_LIMITS.sectionText) };
}

/** The line below the pickers: either will do, so neither is required. */
function beside(input: FormInput, kind: DateTimeKind | ComboboxKind): InputBlock {
  const line = typed(input.initial.includes("\n"), kind.maxLength, input.initial);
  return inputBlock({ ...input, label: kind.beside, required: false }, line);
}

function pickers(id: string, { date, time, timeZone }: DateTimeKind, tongue: Tongue): KnownBlock {
  return {
    type: "actions",
    block_id: `${id}.pickers`,
    elements: [
      {
        type: "datepicker",
        action_id: pickedId(id, "date"),
        placeholder: plain(say(tongue, "platform.day"), SLACK_LIMITS.placeholderText),
        ...(date !== "" && { initial_date: date }),
      },
      {
        type: "timepicker",
        action_id: pickedId(id, "time"),
        placeholder: plain(say(tongue, "platform.time"), SLACK_LIMITS.placeholderText),
        timezone: timeZone,
        ...(time !== "" && { initial_time: time }),
      },
    ],
  };
}

/** A longer list than Slack takes along is asked for at every letter. */
function list(
  id: string,
  { options, chosen, several }: ComboboxKind,
  tongue: Tongue,
): NonNullable<Section["accessory"]> {
  const shown = usable(options);
  const start = chosen.flatMap((value) => shown.find((option) => option.value === value) ?? []);
  const common = {
    action_id: pickedId(id, "chosen"),
    placeholder: plain(say(tongue, "platform.searchList"), SLACK_LIMITS.placeholderText),
  };
  const begun = several
    ? { ...(start.length > 0 && { initial_options: start }) }
    : { ...(start[0] !== undefined && { initial_option: start[0] }) };
  if (shown.length > SLACK_LIMITS.selectOptions) {
    const asks = { ...common, ...begun, min_query_length: 0 };
    return several ? { type: "multi_external_select", ...asks } : { type: "external_select", ...asks };
  }
  const whole = { ...common, ...begun, options: shown };
  return several ? { type: "multi_static_select", ...whole } : { type: "static_select", ...whole };
}

function checkboxes(id: string, options: readonly Option[]): readonly InputElement[] {
  const shown = usable(options).slice(0, SLACK_LIMITS.selectOptions);
  const action_id = pickedId(id, "chosen");
  if (shown.length === 0) return [];
  return shown.length <= SLACK_LIMITS.checkboxes
    ? [{ type: "checkboxes", action_id, options: shown }]
    : [{ type: "multi_static_select", action_id, options: shown }];
}

function typed(multiline: boolean, maxLength: number, initial: string): InputElement {
  const max_length = Math.max(1, Math.min(maxLength, SLACK_LIMITS.inputMaxLength));
  const element = { type: "plain_text_input" as const, action_id: INPUT_ID, multiline, max_length };
  return initial === "" ? element : { ...element, initial_value: cut(initial, max_length) };
}

function choice(options: readonly Option[], initial: string, required: boolean): InputElement {
  const shown = usable(options);
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

/** The options that Slack can carry. */
export function usable(options: readonly Option[]): PlainTextOption[] {
  return options
    .filter(({ value }) => value !== "" && value.length <= SLACK_LIMITS.optionValue)
    .map(({ value, label }) => ({ text: plain(label, SLACK_LIMITS.optionText), value }));
}
