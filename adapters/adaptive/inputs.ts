import {
  assertNever,
  type ComboboxKind,
  type DateTimeKind,
  type FormInput,
  joinChosen,
  type Option,
  pickedId,
  say,
  splitChosen,
  type Tongue,
} from "../../src/index.ts";
import type { ChoiceInput, Element, TextInput } from "./elements.ts";
import { ADAPTIVE_LIMITS } from "./limits.ts";
import { plain, run } from "./text.ts";

/** What stands between several chosen values. @source schema 1.5.0, `Input.ChoiceSet.value`, read 2026-11-29 */
export const SEPARATOR = ",";

export type DrawOptions = {
  readonly answers: Readonly<Record<string, string>>;
  /** Under which name the client asks for the choices of a long list, or null when all of them have to be in the card. */
  readonly dataset: string | null;
  /** In which the client's own words beside it are. */
  readonly tongue: Tongue;
};

/**
 * A question as elements of a card, without its hint. Of pickers and the line beside them none is required by itself:
 * either will do.
 */
export function drawInput(asked: FormInput, { answers, dataset, tongue }: DrawOptions): readonly Element[] {
  const { id, kind } = asked;
  const input = { ...asked, tongue };
  const text = answers[id] ?? input.initial;
  switch (kind.type) {
    case "line":
      return [line(input, kind.maxLength, text, false)];
    case "text":
      return [line(input, kind.maxLength, text, true)];
    case "choice":
      return [choice(input, kind.options, text)];
    case "dateTime":
      return [...pickers(input, kind, answers), beside(input, kind, text)];
    case "combobox": {
      const all = choicesOf(kind.options, kind.several);
      if (all.length === 0) return [line(input, kind.maxLength, text, false)];
      const chosen = splitChosen(answers[pickedId(id, "chosen")] ?? joinChosen(kind.chosen));
      return [list(input, kind.several, all, chosen, dataset), beside(input, kind, text)];
    }
    case "checkboxes":
      return boxes(input, kind.options, splitChosen(answers[pickedId(id, "chosen")]));
    default:
      return assertNever(kind, "form input");
  }
}

function named({ id, label, required, tongue }: Named) {
  return {
    id: inputName(id),
    label: oneLine(label),
    isRequired: required,
    ...(required && { errorMessage: say(tongue, "platform.needed") }),
  };
}

function oneLine(label: string): string {
  return plain(label, 200).replaceAll("\n", " ");
}

type Spoken = { readonly tongue: Tongue };
type Asked = FormInput & Spoken;
type Named = Pick<FormInput, "id" | "label" | "required"> & Spoken;

function line(input: Named, maxLength: number, value: string, isMultiline: boolean): TextInput {
  const filled = value === "" ? {} : { value: value.slice(0, maxLength) };
  return { type: "Input.Text", ...named(input), ...filled, isMultiline, maxLength };
}

function beside({ id, tongue }: Asked, kind: DateTimeKind | ComboboxKind, value: string): TextInput {
  return line({ id, label: kind.beside, required: false, tongue }, kind.maxLength, value, value.includes("\n"));
}

function choice(input: Named, options: readonly Option[], value: string): ChoiceInput {
  const choices = choicesOf(options, false).slice(0, ADAPTIVE_LIMITS.choices);
  // A value that is not among the choices would be sent back unseen.
  const known = choices.some((one) => one.value === value);
  return { type: "Input.ChoiceSet", ...named(input), ...(known && { value }), style: "compact", choices };
}

/** The question stands above, since it is asked by two inputs; side by side they fit a phone. */
function pickers(
  { id, label, tongue }: Asked,
  { date, time }: DateTimeKind,
  answers: DrawOptions["answers"],
): readonly Element[] {
  const common = (picker: "date" | "time", name: string, shown: string) => {
    const value = answers[pickedId(id, picker)] ?? shown;
    return {
      ...named({ id: pickedId(id, picker), label: name, required: false, tongue }),
      ...(value !== "" && { value }),
    };
  };
  return [
    { type: "RichTextBlock", inlines: [run(label, 200, { weight: "bolder" })] },
    {
      type: "ColumnSet",
      spacing: "small",
      columns: [
        {
          type: "Column",
          width: "stretch",
          items: [{ type: "Input.Date", ...common("date", say(tongue, "platform.day"), date) }],
        },
        {
          type: "Column",
          width: "stretch",
          items: [{ type: "Input.Time", ...common("time", say(tongue, "platform.time"), time) }],
        },
      ],
    },
  ];
}

function boxes(input: Asked, options: readonly Option[], ticked: readonly string[]): readonly ChoiceInput[] {
  const choices = choicesOf(options, true).slice(0, ADAPTIVE_LIMITS.choices);
  if (choices.length === 0) return [];
  const known = ofThese(ticked, choices);
  return [
    {
      type: "Input.ChoiceSet",
      ...named({ ...input, id: pickedId(input.id, "chosen") }),
      ...(known.length > 0 && { value: known.join(SEPARATOR) }),
      style: "expanded",
      isMultiSelect: true,
      wrap: true,
      choices,
    },
  ];
}

function list(
  { id, label, tongue }: Asked,
  several: boolean,
  all: readonly Choice[],
  chosen: readonly string[],
  dataset: string | null,
): ChoiceInput {
  const isSearched = dataset !== null && all.length > ADAPTIVE_LIMITS.listedChoices;
  const known = (isSearched ? chosen : ofThese(chosen, all)).slice(0, several ? undefined : 1);
  return {
    type: "Input.ChoiceSet",
    ...named({ id: pickedId(id, "chosen"), label, required: false, tongue }),
    ...(known.length > 0 && { value: known.join(SEPARATOR) }),
    style: "filtered",
    ...(several && { isMultiSelect: true as const }),
    wrap: true,
    placeholder: say(tongue, "platform.searchList"),
    choices: isSearched ? shortlist(all, known) : all,
    ...(isSearched && { "choices.data": { type: "Data.Query" as const, dataset } }),
  };
}

/** The first of a long list, and what is chosen: of that a client shows nothing unless it is among the choices. */
function shortlist(all: readonly Choice[], chosen: readonly string[]): readonly Choice[] {
  const first = all.filter(({ value }, at) => at < ADAPTIVE_LIMITS.searchedChoices || chosen.includes(value));
  const found = chosen.filter((value) => !first.some((choice) => choice.value === value));
  return [...first, ...found.map((value) => ({ title: value.replace(/^[a-z]+:/, ""), value }))];
}

type Choice = ChoiceInput["choices"][number];

function choicesOf(options: readonly Option[], several: boolean): readonly Choice[] {
  return options
    .filter(({ value }) => value !== "" && !(several && value.includes(SEPARATOR)))
    .map(({ label, value }) => ({ title: oneLine(label), value }));
}

function ofThese(chosen: readonly string[], choices: readonly Choice[]): readonly string[] {
  return chosen.filter((each) => choices.some(({ value }) => value === each));
}

// What Referee and Teams keep for themselves in the data that comes back. A field's id has no underscore, so the longer
// name cannot be taken.
const RESERVED: ReadonlySet<string> = new Set(["action", "form", "msteams"]);

function inputName(id: string): string {
  return RESERVED.has(id) ? `${id}_` : id;
}

/** Undoes `inputName`; null for a name that is none of an input's. */
export function inputId(name: string): string | null {
  if (RESERVED.has(name)) return null;
  const shorter = name.slice(0, -1);
  return name.endsWith("_") && RESERVED.has(shorter) ? shorter : name;
}
