import { z } from "zod";

/**
 * What the JSON schema of Adaptive Cards 1.5.0 allows, for the parts Referee speaks: each type's properties, which of
 * them it must have, and nothing else, as `additionalProperties` is false throughout.
 *
 * Compared type by type with schemas/1.5.0/adaptive-card.json of github.com/microsoft/AdaptiveCards (MIT) at commit
 * 0353e1bd503ae180c814f4ff27f7d5b2134e0e21 on 2026-11-22; no package ships that file. What passes here passes there.
 *
 * Left out, and so refused: the types Referee does not speak (FactSet, Input.Toggle and a TextBlock of anything but
 * mentions, because their texts are Markdown; Image, ImageSet, Media, Table, Action.ShowCard, Action.ToggleVisibility and
 * the input for numbers for want of use), and the properties that lead elsewhere: `selectAction`, `inlineAction`, `backgroundImage`,
 * `iconUrl`, `authentication`. A card that needs one of them brings it here first.
 *
 * Stricter than the schema, each for a reason:
 * - `type` everywhere, and `version` 1.5: the schema forgives their absence, clients do not.
 * - Words such as "positive" in lower case only. The schema allows any case, by patterns so loose that they also allow
 *   whatever begins so.
 * - No null for a property that is not there, no bare string for a TextRun: one way to say a thing.
 * - Web addresses are absolute, and `data` is an object: an address within nothing leads nowhere, and a client cannot add
 *   inputs to a text.
 * - A date is a date, a time of day one with two digits each: clients show nothing of others. Their bounds are not used.
 * - An input has a label: without one nobody knows what is asked.
 * - No more buttons in sight than Teams draws, and no more people in `refresh` than it refreshes for; both below.
 */
export function schemaProblems(card: unknown): readonly string[] {
  const checked = Card.safeParse(card);
  return checked.success ? [] : checked.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

/** @source `maxActions` in microsoft-teams-light.json of the npm package adaptivecards-designer 2.4.4, read 2026-11-22 */
const BUTTONS_IN_SIGHT = 6;
/**
 * @source https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views,
 *   read 2026-11-22 in a stored copy
 */
const PEOPLE_REFRESHED = 60;

const spacing = z.enum(["default", "none", "small", "medium", "large", "extraLarge", "padding"]);
const containerStyle = z.enum(["default", "emphasis", "good", "attention", "warning", "accent"]);
const vertical = z.enum(["top", "center", "bottom"]);
const horizontal = z.enum(["left", "center", "right"]);
const pixels = z.string().regex(/^\d+px$/);
const drop = z.literal("drop");

const item = { requires: z.record(z.string(), z.string()).optional() };
const toggleable = { ...item, id: z.string().min(1).optional(), isVisible: z.boolean().optional() };
/** What every element may have. */
const element = {
  ...toggleable,
  height: z.enum(["auto", "stretch"]).optional(),
  separator: z.boolean().optional(),
  spacing: spacing.optional(),
  fallback: z.lazy((): z.ZodType => z.union([Element, drop])).optional(),
};

const action = {
  ...item,
  title: z.string().optional(),
  id: z.string().optional(),
  style: z.enum(["default", "positive", "destructive"]).optional(),
  tooltip: z.string().optional(),
  isEnabled: z.boolean().optional(),
  mode: z.enum(["primary", "secondary"]).optional(),
  fallback: z.lazy((): z.ZodType => z.union([Action, drop])).optional(),
};
const sending = {
  data: z.record(z.string(), z.unknown()).optional(),
  associatedInputs: z.enum(["Auto", "None"]).optional(),
};
const Submit = z.strictObject({ type: z.literal("Action.Submit"), ...action, ...sending });
const Execute = z.strictObject({
  type: z.literal("Action.Execute"),
  ...action,
  ...sending,
  verb: z.string().optional(),
});
const OpenUrl = z.strictObject({ type: z.literal("Action.OpenUrl"), ...action, url: z.url({ protocol: /^https?$/ }) });
const Toggle = z.strictObject({
  type: z.literal("Action.ToggleVisibility"),
  ...action,
  targetElements: z.array(z.string().min(1)).min(1),
});
const Action = z.discriminatedUnion("type", [Submit, Execute, OpenUrl, Toggle]);
const Actions = z
  .array(Action)
  .refine(
    (actions) => actions.filter(({ mode }) => mode !== "secondary").length <= BUTTONS_IN_SIGHT,
    `more than ${BUTTONS_IN_SIGHT} buttons in sight`,
  );

const TextRun = z.strictObject({
  type: z.literal("TextRun"),
  text: z.string(),
  size: z.enum(["default", "small", "medium", "large", "extraLarge"]).optional(),
  weight: z.enum(["default", "lighter", "bolder"]).optional(),
  color: z.enum(["default", "dark", "light", "accent", "good", "warning", "attention"]).optional(),
  fontType: z.enum(["default", "monospace"]).optional(),
  isSubtle: z.boolean().optional(),
  italic: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  underline: z.boolean().optional(),
  highlight: z.boolean().optional(),
  // Only opening an address: any other action would be a button that looks like words.
  selectAction: OpenUrl.optional(),
});
const RichTextBlock = z.strictObject({
  type: z.literal("RichTextBlock"),
  ...element,
  inlines: z.array(TextRun),
  horizontalAlignment: horizontal.optional(),
});

/** A picture that comes with the card: Referee has no address from which one could be fetched. */
const Image = z.strictObject({
  type: z.literal("Image"),
  ...element,
  url: z.string().regex(/^data:image\/png;base64,[A-Za-z0-9+/]+=*$/),
  altText: z.string().min(1),
  size: z.enum(["auto", "stretch", "small", "medium", "large"]).optional(),
});

/** Tags that mention, with nothing in the names that Markdown or XML would read. `msteams` is Teams' own, in no schema. */
const MentionBlock = z.strictObject({
  type: z.literal("TextBlock"),
  ...element,
  text: z.string().regex(/^<at>[^<>&"*_~`[\]{}\\|]+<\/at>( <at>[^<>&"*_~`[\]{}\\|]+<\/at>)*$/),
  wrap: z.boolean().optional(),
});
const Mention = z.strictObject({
  type: z.literal("mention"),
  text: z.string().regex(/^<at>.+<\/at>$/),
  mentioned: z.strictObject({ id: z.string().min(1), name: z.string().min(1) }),
});

const input = {
  ...element,
  id: z.string().min(1),
  label: z.string().min(1),
  isRequired: z.boolean().optional(),
  errorMessage: z.string().optional(),
  value: z.string().optional(),
  placeholder: z.string().optional(),
};
const TextInput = z.strictObject({
  type: z.literal("Input.Text"),
  ...input,
  isMultiline: z.boolean().optional(),
  maxLength: z.int().positive().optional(),
  regex: z.string().optional(),
  style: z.enum(["text", "tel", "url", "email", "password"]).optional(),
});
const Choice = z.strictObject({ type: z.literal("Input.Choice").optional(), title: z.string(), value: z.string() });
/**
 * Of a later schema; Teams takes it in a card of any version: the example of the page has version 1.2.
 * @source https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search, read 2026-11-29
 *   in a stored copy
 */
const Query = z.strictObject({ type: z.literal("Data.Query"), dataset: z.string().min(1) });
const ChoiceSet = z.strictObject({
  type: z.literal("Input.ChoiceSet"),
  ...input,
  choices: z.array(Choice).optional(),
  isMultiSelect: z.boolean().optional(),
  style: z.enum(["compact", "expanded", "filtered"]).optional(),
  wrap: z.boolean().optional(),
  "choices.data": Query.optional(),
});
const DateInput = z.strictObject({ type: z.literal("Input.Date"), ...input, value: z.iso.date().optional() });
const TimeInput = z.strictObject({
  type: z.literal("Input.Time"),
  ...input,
  value: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
});

const ActionSet = z.strictObject({ type: z.literal("ActionSet"), ...element, actions: Actions });
const box = { style: containerStyle.optional(), bleed: z.boolean().optional(), minHeight: pixels.optional() };
const Column = z.strictObject({
  type: z.literal("Column"),
  ...toggleable,
  ...box,
  // A column has a spacing and a separator as elements have, but no height of its own.
  separator: z.boolean().optional(),
  spacing: spacing.optional(),
  rtl: z.boolean().optional(),
  verticalContentAlignment: vertical.optional(),
  width: z.union([z.enum(["auto", "stretch"]), pixels, z.number()]).optional(),
  fallback: z.lazy((): z.ZodType => z.union([Column, drop])).optional(),
  get items() {
    return z.array(Element).optional();
  },
});
const ColumnSet = z.strictObject({
  type: z.literal("ColumnSet"),
  ...element,
  ...box,
  columns: z.array(Column).optional(),
  horizontalAlignment: horizontal.optional(),
});
const Container = z.strictObject({
  type: z.literal("Container"),
  ...element,
  ...box,
  verticalContentAlignment: vertical.optional(),
  get items() {
    return z.array(Element);
  },
});
const Element: z.ZodType = z.lazy(() =>
  z.discriminatedUnion("type", [
    RichTextBlock,
    Image,
    MentionBlock,
    TextInput,
    ChoiceSet,
    DateInput,
    TimeInput,
    ActionSet,
    ColumnSet,
    Container,
  ]),
);

const Refresh = z.strictObject({
  type: z.literal("Refresh").optional(),
  action: Execute,
  userIds: z.array(z.string().min(1)).max(PEOPLE_REFRESHED).optional(),
});
const Card = z.strictObject({
  type: z.literal("AdaptiveCard"),
  version: z.literal("1.5"),
  $schema: z.url().optional(),
  body: z.array(Element).optional(),
  actions: Actions.optional(),
  refresh: Refresh.optional(),
  msteams: z.strictObject({ entities: z.array(Mention) }).optional(),
  fallbackText: z.string().optional(),
  minHeight: pixels.optional(),
  rtl: z.boolean().optional(),
  speak: z.string().optional(),
  lang: z.string().length(2).optional(),
  verticalContentAlignment: vertical.optional(),
});
