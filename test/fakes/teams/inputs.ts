import { z } from "zod";
import { parts } from "./cards.ts";

export type Choice = { readonly title: string; readonly value: string };

/** An input as a client finds it in a card. */
export type FoundInput = {
  readonly type: "Input.Text" | "Input.ChoiceSet" | "Input.Date" | "Input.Time";
  readonly id: string;
  readonly label: string;
  /** What stands above it, where it is one of several that ask the same. */
  readonly above: string | null;
  readonly required: boolean;
  readonly value: string;
  readonly several: boolean;
  readonly choices: readonly Choice[];
  /** Under which name its choices are asked for while somebody types; null when all of them stand in the card. */
  readonly dataset: string | null;
};

const Input = z.object({
  type: z.enum(["Input.Text", "Input.ChoiceSet", "Input.Date", "Input.Time"]),
  id: z.string(),
  label: z.string(),
  isRequired: z.boolean().default(false),
  value: z.string().default(""),
  isMultiSelect: z.boolean().default(false),
  style: z.string().optional(),
  choices: z.array(z.object({ title: z.string(), value: z.string() })).default([]),
  "choices.data": z.object({ type: z.literal("Data.Query"), dataset: z.string() }).optional(),
});

const Heading = z.object({
  type: z.literal("RichTextBlock"),
  inlines: z.tuple([z.object({ text: z.string(), weight: z.literal("bolder") })]),
});

/**
 * The inputs of a card, in reading order. A text in bold stands above what follows it, as does the label of a list to
 * search in, as far as to the line below: so people read it, and so what is written there is found by it.
 */
export function inputsIn(card: unknown): readonly FoundInput[] {
  let above: string | null = null;
  return [...parts(card)].flatMap((part) => {
    const heading = Heading.safeParse(part);
    if (heading.success) above = heading.data.inlines[0].text;
    const input = Input.safeParse(part);
    if (!input.success) return [];
    const found = foundInput(input.data, above);
    if (input.data.style === "filtered") above = input.data.label;
    else if (input.data.type === "Input.Text") above = null;
    return [found];
  });
}

function foundInput(input: z.infer<typeof Input>, above: string | null): FoundInput {
  const { type, id, label, isRequired, value, choices, isMultiSelect } = input;
  const dataset = input["choices.data"]?.dataset ?? null;
  return { type, id, label, above, required: isRequired, value, several: isMultiSelect, choices, dataset };
}

type Filled = Readonly<Record<string, string>>;

/** What was found in lists that are searched at the bot, by input id. */
export type FoundChoices = ReadonlyMap<string, readonly Choice[]>;

/**
 * Inputs as the client sends them: what was filled in by id or by what is asked, else what stood there. A choice goes by
 * its value or by what it says, several one a line; what is asked above a list is looked for in it, and else written into
 * the line below. @throws on a missing one, and for what no client lets anybody fill in
 */
export function filled(card: unknown, values: Filled, found: FoundChoices = new Map()): Filled {
  const inputs = inputsIn(card).map((input) => ({
    ...input,
    choices: [...input.choices, ...(found.get(input.id) ?? [])],
  }));
  const said = new Map(Object.entries(values).map(([name, value]) => [meant(inputs, name, value), value]));
  const missing = inputs.find((one) => one.required && (said.get(one) ?? one.value) === "");
  if (missing !== undefined) throw new Error(`The client does not send the form: "${missing.label}" is needed.`);
  return Object.fromEntries(
    inputs.map((one) => {
      const value = said.get(one);
      return [one.id, value === undefined ? one.value : sent(one, value)];
    }),
  );
}

function meant(inputs: readonly FoundInput[], name: string, value: string): FoundInput {
  const called = inputs.filter(({ label, above }) => label === name || above === name);
  const listed = called.filter(({ choices }) =>
    value.split("\n").every((line) => choiceCalled(choices, line) !== undefined),
  );
  const [input] = [
    ...inputs.filter(({ id }) => id === name),
    ...listed,
    ...called.filter(({ type }) => type === "Input.Text"),
    ...called,
  ];
  if (input !== undefined) return input;
  throw new Error(`No input "${name}" in: ${inputs.map(({ id }) => id).join(", ")}.`);
}

const SHAPES = { "Input.Date": /^\d{4}-\d{2}-\d{2}$/, "Input.Time": /^\d{2}:\d{2}$/, "Input.Text": /^/ } as const;

function sent({ type, label, choices, several }: FoundInput, value: string): string {
  if (value === "") return "";
  if (type === "Input.ChoiceSet") {
    const lines = several ? value.split("\n") : [value];
    return lines.map((line) => choiceOf(choices, line, label).value).join(",");
  }
  if (!SHAPES[type].test(value)) throw new Error(`Nobody can pick "${value}" for "${label}".`);
  return value;
}

function choiceOf(choices: readonly Choice[], name: string, label: string): Choice {
  const choice = choiceCalled(choices, name);
  if (choice !== undefined) return choice;
  throw new Error(`"${label}" offers ${choices.map(({ title }) => title).join(" · ")}, not "${name}".`);
}

function choiceCalled(choices: readonly Choice[], name: string): Choice | undefined {
  return choices.find(({ title, value }) => title === name || value === name);
}
