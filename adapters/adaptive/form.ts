import { z } from "zod";
import { type Form, type FormInput, isChosenId, joinChosen } from "../../src/index.ts";
import { buttonData } from "./buttonData.ts";
import { type AdaptiveCard, adaptiveCard, type Element, type RichTextBlock } from "./elements.ts";
import { drawInput, inputId, SEPARATOR } from "./inputs.ts";
import { ADAPTIVE_LIMITS } from "./limits.ts";
import { paragraphs, plain, run } from "./text.ts";

export type FormOptions = {
  /** A text beside each input that needs another look, by input id. */
  readonly errors?: Readonly<Record<string, string>>;
  /** What the person wrote or picked before, as it came back; without it the form's own initial values. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Whether the title stands above the questions: not in a dialog, whose frame says it. Default: true. */
  readonly titled?: boolean;
  /** Further data that comes back with the answers, beside what the form means. */
  readonly carry?: Readonly<Record<string, unknown>>;
  /** Whether the client asks for the choices of a long list while somebody types. Default: all of them are in the card. */
  readonly searches?: boolean;
};

/**
 * A form as Adaptive Card 1.5: questions with labels, hints beneath, one button. Its answers are read by `readAnswers`. They
 * travel by Action.Submit wherever the form stands: an Action.Execute with inputs is reported to fail on iOS and Android.
 * @source https://github.com/microsoft/AdaptiveCards/issues/9315 and https://github.com/MicrosoftDocs/msteams-docs/issues/13924,
 *   read 2026-11-29 in stored copies
 */
export function renderForm(form: Form, options: FormOptions = {}): AdaptiveCard {
  const { errors = {}, answers = {}, titled = true, carry = {}, searches = false } = options;
  const { tongue = {} } = form;
  const looks = { title: plain(form.submit, ADAPTIVE_LIMITS.buttonTitle), style: "positive" } as const;
  const data = { ...carry, ...buttonData(form.value) };
  const title: RichTextBlock = {
    type: "RichTextBlock",
    inlines: [run(form.title, 250, { size: "medium", weight: "bolder" })],
  };
  const questions = form.inputs.flatMap((input): readonly Element[] => {
    const dataset = searches ? datasetOf(form, input) : null;
    return [...drawInput(input, { answers, dataset, tongue }), ...remarks(input.hint, errors[input.id] ?? "")];
  });
  const body = [...(titled ? [title] : []), ...paragraphs(form.intro, ADAPTIVE_LIMITS.inputText), ...questions];
  return { ...adaptiveCard(body, tongue), actions: [{ type: "Action.Submit", ...looks, data }] };
}

function remarks(hint: string, error: string): readonly Element[] {
  return [
    ...paragraphs(hint, 500, { isSubtle: true, size: "small" }),
    // A card cannot show an input as wrong by itself, only refuse to send it: so the text stands beneath as well.
    ...paragraphs(error, 500, { color: "attention" }),
  ];
}

/** Names the list of an input, for whoever is asked for its choices. */
function datasetOf({ value }: Form, { id }: FormInput): string {
  return `${id} ${value}`;
}

const Dataset = z
  .string()
  .max(4_000)
  .transform((dataset) => dataset.split(" "))
  .pipe(z.tuple([z.string().min(1), z.string().min(1)]));

/** Undoes `datasetOf`; null for a list of somebody else's. A claim, for the core to judge. */
export function readDataset(dataset: unknown): { readonly input: string; readonly value: string } | null {
  const parsed = Dataset.safeParse(dataset);
  return parsed.success ? { input: parsed.data[0], value: parsed.data[1] } : null;
}

/**
 * The answers in what came back from a form, by input id or `pickedId`. What was left empty is absent; anything that is
 * not text is passed over.
 */
export function readAnswers(rest: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => {
      const id = inputId(name);
      return id === null || typeof value !== "string" || value.trim() === ""
        ? []
        : [[id, readAnswer(id, value).slice(0, ADAPTIVE_LIMITS.inputText)]];
    }),
  );
}

function readAnswer(id: string, value: string): string {
  if (isChosenId(id)) return joinChosen(value.split(SEPARATOR));
  return id.endsWith(".time") ? onTheClock(value) : value;
}

/**
 * A time of day as `18:00`, which is what clients should send; some send what their phone shows.
 * @source https://github.com/microsoft/AdaptiveCards/issues/4892 and /8076, read 2026-11-29
 */
function onTheClock(value: string): string {
  const [, hours = "", minutes = "", half] =
    /^\s*(\d{1,2}):(\d{2})(?::\d{2})?\s*(?:([ap])\.?\s?m\.?)?\s*$/i.exec(value) ?? [];
  if (hours === "") return value;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return `${String(hour).padStart(2, "0")}:${minutes}`;
}
