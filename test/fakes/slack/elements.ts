import { z } from "zod";
import { SLACK_LIMITS as MAX } from "../../../adapters/slack/limits.ts";
import { isTimeZone } from "../../../src/plant/time/localTime.ts";

// The elements of Block Kit as Slack checks them: an unknown key, type or length is refused.
// Shapes and limits: the declarations of `@slack/types` 3.2.0 (block-kit/block-elements.d.ts), read 2026-11-29.

export const plain = (max: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: z.string().min(1).max(max), emoji: z.boolean().optional() });
const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal("mrkdwn"), text: z.string().min(1).max(max), verbatim: z.boolean().optional() });
export const text = (max: number) => z.discriminatedUnion("type", [plain(max), mrkdwn(max)]);

const actionId = z.string().min(1).max(MAX.actionId).optional();
export const blockId = z.string().min(1).max(MAX.blockId).optional();

const confirm = z.strictObject({
  title: plain(MAX.confirmTitle),
  text: text(MAX.confirmText),
  confirm: plain(MAX.confirmButton),
  deny: plain(MAX.confirmButton),
  style: z.enum(["primary", "danger"]).optional(),
});

export const option = z.strictObject({
  text: plain(MAX.optionText),
  value: z.string().min(1).max(MAX.optionValue),
  description: plain(MAX.optionText).optional(),
  url: z.url().max(MAX.buttonUrl).optional(),
});

const button = z.strictObject({
  type: z.literal("button"),
  action_id: actionId,
  text: plain(MAX.buttonText),
  value: z.string().max(MAX.buttonValue).optional(),
  url: z.url().max(MAX.buttonUrl).optional(),
  style: z.enum(["primary", "danger"]).optional(),
  confirm: confirm.optional(),
  accessibility_label: z.string().max(MAX.buttonText).optional(),
});

const overflow = z.strictObject({
  type: z.literal("overflow"),
  action_id: actionId,
  options: z.array(option).min(MAX.overflowOptionsFewest).max(MAX.overflowOptions),
  confirm: confirm.optional(),
});

const chosenAmongOptions = (element: { initial_option?: unknown; options?: readonly unknown[] | undefined }) =>
  element.initial_option === undefined ||
  element.options === undefined ||
  element.options.some((each) => JSON.stringify(each) === JSON.stringify(element.initial_option));
const allAmongOptions = ({
  initial_options = [],
  options,
}: {
  initial_options?: readonly unknown[] | undefined;
  options?: readonly unknown[] | undefined;
}) => initial_options.every((each) => chosenAmongOptions({ initial_option: each, options }));
const NONE_OF_THEM = { error: "initial_options must be some of the options", path: ["initial_options"] };
const NOT_AMONG = { error: "initial_option must be one of the options", path: ["initial_option"] };

const common = { action_id: actionId, confirm: confirm.optional(), focus_on_load: z.boolean().optional() };
const menu = { ...common, placeholder: plain(MAX.placeholderText).optional() };
const listed = {
  options: z.array(option).min(1).max(MAX.selectOptions).optional(),
  option_groups: z
    .array(z.strictObject({ label: plain(MAX.optionText), options: z.array(option).min(1).max(MAX.selectOptions) }))
    .min(1)
    .max(MAX.optionGroups)
    .optional(),
};
const eitherOr = (select: { options?: unknown; option_groups?: unknown }) =>
  (select.options === undefined) !== (select.option_groups === undefined);
const severalChosen = z.array(option).min(1).optional();
const mostSelected = z.int().min(1).optional();

const staticSelect = z
  .strictObject({ type: z.literal("static_select"), ...menu, ...listed, initial_option: option.optional() })
  .refine(eitherOr, "options or option_groups")
  .refine(chosenAmongOptions, NOT_AMONG);

const multiStaticSelect = z
  .strictObject({
    type: z.literal("multi_static_select"),
    ...menu,
    ...listed,
    initial_options: severalChosen,
    max_selected_items: mostSelected,
  })
  .refine(eitherOr, "options or option_groups")
  .refine(allAmongOptions, NONE_OF_THEM);

/** Its options are asked for at the app, from so many letters on; three when nothing is said. */
const searched = { ...menu, min_query_length: z.int().min(0).optional() };
const externalSelect = z.strictObject({
  type: z.literal("external_select"),
  ...searched,
  initial_option: option.optional(),
});
const multiExternalSelect = z.strictObject({
  type: z.literal("multi_external_select"),
  ...searched,
  initial_options: severalChosen,
  max_selected_items: mostSelected,
});

const checkboxes = z
  .strictObject({
    type: z.literal("checkboxes"),
    ...common,
    options: z.array(option).min(1).max(MAX.checkboxes),
    initial_options: severalChosen,
  })
  .refine(allAmongOptions, NONE_OF_THEM);

const datepicker = z.strictObject({ type: z.literal("datepicker"), ...menu, initial_date: z.iso.date().optional() });

const timepicker = z.strictObject({
  type: z.literal("timepicker"),
  ...menu,
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  timezone: z.string().refine(isTimeZone, "no time zone of the IANA database").optional(),
});

const radioButtons = z
  .strictObject({
    type: z.literal("radio_buttons"),
    action_id: actionId,
    options: z.array(option).min(1).max(MAX.radioOptions),
    initial_option: option.optional(),
    confirm: confirm.optional(),
    focus_on_load: z.boolean().optional(),
  })
  .refine(chosenAmongOptions, NOT_AMONG);

const textInput = z.strictObject({
  type: z.literal("plain_text_input"),
  action_id: actionId,
  placeholder: plain(MAX.placeholderText).optional(),
  initial_value: z.string().max(MAX.inputMaxLength).optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(MAX.inputMaxLength).optional(),
  max_length: z.int().min(1).max(MAX.inputMaxLength).optional(),
  focus_on_load: z.boolean().optional(),
});

/** What may stand in a row of actions: every menu but those of several choices, which Slack refuses there. */
export const rowElement = z.union([
  button,
  overflow,
  staticSelect,
  externalSelect,
  radioButtons,
  checkboxes,
  datepicker,
  timepicker,
]);

/** What may stand beside the text of a section. */
export const accessory = z.union([rowElement, multiStaticSelect, multiExternalSelect]);

/** What may be asked in an input block. */
export const inputElement = z.union([
  textInput,
  staticSelect,
  externalSelect,
  multiStaticSelect,
  multiExternalSelect,
  radioButtons,
  checkboxes,
  datepicker,
  timepicker,
]);

/** What a person can fill in: its state comes back when the view is sent off. */
export type Stateful = z.infer<typeof inputElement>;
