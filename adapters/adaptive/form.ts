import { assertNever, type Form, type FormInput } from "../../src/index.ts";
import { buttonData } from "./button.ts";
import { type AdaptiveCard, adaptiveCard, type Element, type RichTextBlock } from "./elements.ts";
import { ADAPTIVE_LIMITS } from "./limits.ts";
import { paragraphs, plain, run } from "./text.ts";

export type FormOptions = {
  /** A text beside each input that needs another look, by input id. */
  readonly errors?: Readonly<Record<string, string>>;
  /** What the person wrote before, by input id; without it the form's own initial values. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Whether the title stands above the questions: not in a dialog, whose frame says it. Default: true. */
  readonly titled?: boolean;
  /** Further data that comes back with the answers, beside what the form means. */
  readonly carry?: Readonly<Record<string, unknown>>;
};

/**
 * A form as Adaptive Card 1.5: questions with labels, hints beneath, one button. Its answers are read by `readAnswers`. They
 * travel by Action.Submit wherever the form stands: an Action.Execute with inputs is reported to fail on iOS and Android.
 * @source https://github.com/microsoft/AdaptiveCards/issues/9315 and https://github.com/MicrosoftDocs/msteams-docs/issues/13924,
 *   read 2026-11-29 in stored copies
 */
export function renderForm(form: Form, options: FormOptions = {}): AdaptiveCard {
  const { errors = {}, answers = {}, titled = true, carry = {} } = options;
  const looks = { title: plain(form.submit, ADAPTIVE_LIMITS.buttonTitle), style: "positive" } as const;
  const data = { ...carry, ...buttonData(form.value) };
  const title: RichTextBlock = {
    type: "RichTextBlock",
    inlines: [run(form.title, 250, { size: "medium", weight: "bolder" })],
  };
  const body = [
    ...(titled ? [title] : []),
    ...paragraphs(form.intro, ADAPTIVE_LIMITS.inputText),
    ...form.inputs.flatMap((input) => question(input, answers[input.id] ?? input.initial, errors[input.id] ?? "")),
  ];
  return { ...adaptiveCard(body), actions: [{ type: "Action.Submit", ...looks, data }] };
}

function question(input: FormInput, value: string, error: string): readonly Element[] {
  return [
    renderInput(input, value),
    ...paragraphs(input.hint, 500, { isSubtle: true, size: "small" }),
    // A card cannot show an input as wrong by itself, only refuse to send it: so the text stands beneath as well.
    ...paragraphs(error, 500, { color: "attention" }),
  ];
}

function renderInput(input: FormInput, value: string): Element {
  const common = {
    id: inputName(input.id),
    label: plain(input.label, 200).replaceAll("\n", " "),
    isRequired: input.required,
    ...(input.required && { errorMessage: "This is needed." }),
  };
  switch (input.kind.type) {
    case "line":
    case "text": {
      const { maxLength } = input.kind;
      const filled = value === "" ? {} : { value: value.slice(0, maxLength) };
      return { type: "Input.Text", ...common, ...filled, isMultiline: input.kind.type === "text", maxLength };
    }
    case "choice": {
      const choices = input.kind.options.slice(0, ADAPTIVE_LIMITS.choices).map((option) => ({
        title: plain(option.label, 200).replaceAll("\n", " "),
        value: option.value,
      }));
      // A value that is not among the choices would be sent back unseen.
      const known = choices.some((choice) => choice.value === value);
      return { type: "Input.ChoiceSet", ...common, ...(known && { value }), style: "compact", choices };
    }
    default:
      return assertNever(input.kind, "form input");
  }
}

// What Referee and Teams keep for themselves in the data that comes back. A field's id has no underscore, so the longer
// name cannot be taken.
const RESERVED: ReadonlySet<string> = new Set(["action", "form", "msteams"]);

function inputName(id: string): string {
  return RESERVED.has(id) ? `${id}_` : id;
}

function inputId(name: string): string {
  const shorter = name.slice(0, -1);
  return name.endsWith("_") && RESERVED.has(shorter) ? shorter : name;
}

/**
 * The answers in what came back from a form, by input id. Inputs left empty are absent; anything that is not text is
 * passed over.
 */
export function readAnswers(rest: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) =>
      typeof value === "string" && value.trim() !== "" && !RESERVED.has(name)
        ? [[inputId(name), value.slice(0, ADAPTIVE_LIMITS.inputText)]]
        : [],
    ),
  );
}
