import { AdaptiveCard, HostConfig, SerializationContext, Version } from "adaptivecards";
import { z } from "zod";

/**
 * What is wrong with a card, asked twice: by Microsoft's own parser, told to accept version 1.5 and nothing newer, and by
 * the rules of the 1.5.0 JSON schema for the elements Referee uses (the parser passes over unknown properties, the schema
 * refuses them). Empty when all is well.
 */
export function problemsOf(card: unknown): readonly string[] {
  return [...parserProblems(card), ...schemaProblems(card)];
}

function parserProblems(card: unknown): readonly string[] {
  const context = new SerializationContext(new Version(1, 5));
  const parsed = new AdaptiveCard();
  // It counts the buttons of the menu as well, which Teams does not; those in sight are counted below.
  parsed.hostConfig = new HostConfig({ actions: { maxActions: 100 } });
  parsed.parse(card, context);
  const heard = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const found = parsed.validateProperties().validationEvents.map((event) => event.message);
  return [...heard, ...found];
}

function schemaProblems(card: unknown): readonly string[] {
  const checked = Schema15.safeParse(card);
  return checked.success ? [] : checked.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

// Retold from schemas/1.5.0/adaptive-card.json of github.com/microsoft/AdaptiveCards (MIT), read 2026-11-22: for each type
// the properties it allows and which of them it must have; `additionalProperties` is false throughout.
const spacing = z.enum(["default", "none", "small", "medium", "large", "extraLarge", "padding"]);
const element = {
  id: z.string().optional(),
  spacing: spacing.optional(),
  separator: z.boolean().optional(),
  height: z.enum(["auto", "stretch"]).optional(),
  isVisible: z.boolean().optional(),
};
const action = {
  title: z.string().optional(),
  id: z.string().optional(),
  style: z.enum(["default", "positive", "destructive"]).optional(),
  tooltip: z.string().optional(),
  isEnabled: z.boolean().optional(),
  mode: z.enum(["primary", "secondary"]).optional(),
};
const data = z.union([z.string(), z.record(z.string(), z.unknown())]).optional();
const Submit = z.strictObject({ type: z.literal("Action.Submit"), data, ...action });
const Execute = z.strictObject({
  type: z.literal("Action.Execute"),
  verb: z.string().optional(),
  data,
  ...action,
  fallback: z.union([Submit, z.literal("drop")]).optional(),
});
const OpenUrl = z.strictObject({ type: z.literal("Action.OpenUrl"), url: z.url(), ...action });
const Action = z.discriminatedUnion("type", [Submit, Execute, OpenUrl]);
const TextRun = z.strictObject({
  type: z.literal("TextRun"),
  text: z.string(),
  size: z.enum(["default", "small", "medium", "large", "extraLarge"]).optional(),
  weight: z.enum(["default", "lighter", "bolder"]).optional(),
  color: z.enum(["default", "dark", "light", "accent", "good", "warning", "attention"]).optional(),
  isSubtle: z.boolean().optional(),
});
const RichTextBlock = z.strictObject({ type: z.literal("RichTextBlock"), inlines: z.array(TextRun), ...element });
const input = {
  ...element,
  id: z.string().min(1),
  label: z.string().optional(),
  isRequired: z.boolean().optional(),
  errorMessage: z.string().optional(),
  value: z.string().optional(),
};
const TextInput = z.strictObject({
  type: z.literal("Input.Text"),
  isMultiline: z.boolean().optional(),
  maxLength: z.number().optional(),
  placeholder: z.string().optional(),
  ...input,
});
const ChoiceSet = z.strictObject({
  type: z.literal("Input.ChoiceSet"),
  choices: z.array(z.strictObject({ title: z.string(), value: z.string() })).optional(),
  style: z.enum(["compact", "expanded", "filtered"]).optional(),
  ...input,
});
// Not in the schema: Teams shows six.
const inSight = (actions: readonly z.infer<typeof Action>[]) =>
  actions.filter(({ mode }) => mode !== "secondary").length;
const Actions = z.array(Action).refine((actions) => inSight(actions) <= 6, "more than six buttons in sight");
const ActionSet = z.strictObject({ type: z.literal("ActionSet"), actions: Actions, ...element });
const Column = z.strictObject({
  type: z.literal("Column"),
  width: z.union([z.string(), z.number()]).optional(),
  get items() {
    return z.array(Element).optional();
  },
});
const ColumnSet = z.strictObject({ type: z.literal("ColumnSet"), columns: z.array(Column).optional(), ...element });
const Container = z.strictObject({
  type: z.literal("Container"),
  get items() {
    return z.array(Element);
  },
  style: z.enum(["default", "emphasis", "good", "attention", "warning", "accent"]).optional(),
  ...element,
});
const Element: z.ZodType = z.lazy(() =>
  z.discriminatedUnion("type", [RichTextBlock, TextInput, ChoiceSet, ActionSet, ColumnSet, Container]),
);
const Schema15 = z.strictObject({
  type: z.literal("AdaptiveCard"),
  version: z.literal("1.5"),
  $schema: z.url().optional(),
  fallbackText: z.string().optional(),
  body: z.array(Element).optional(),
  actions: Actions.optional(),
});
