import type { Block, View } from "./blocks.ts";
import type { Stateful } from "./elements.ts";

type Json = Readonly<Record<string, unknown>>;

/** Something to fill in, as the person in front of a view sees it. */
export type Question = {
  readonly block: string;
  readonly action: string;
  readonly element: Stateful;
  /** What it is called by: the label of its block, or the text above it. */
  readonly labels: readonly string[];
  readonly required: boolean;
  /** Whether it is an input block: only beside these an error is shown. */
  readonly isInput: boolean;
};

/**
 * What a view asks, in the order it stands. A text stands above what follows it, as far as to the line below its pickers:
 * so people read it, and so what is written there is found by it.
 */
export function questionsOf({ blocks }: View): readonly Question[] {
  let above: string | null = null;
  return blocks.flatMap((block): readonly Question[] => {
    if (block.type === "section") above = block.text?.text ?? null;
    const questions = questionsIn(block, above);
    if (block.type === "input") above = null;
    return questions;
  });
}

function questionsIn(block: Block, above: string | null): readonly Question[] {
  const named = above === null ? [] : [above];
  const outside = (element: Stateful): Question => ({
    block: block.block_id ?? "",
    action: element.action_id ?? "",
    element,
    labels: named,
    required: false,
    isInput: false,
  });
  switch (block.type) {
    case "input": {
      const { label, optional = false, element } = block;
      const labels = [label.text, ...named];
      return [{ ...outside(element), labels, required: !optional, isInput: true }];
    }
    case "actions":
      return block.elements.flatMap((element) => (isStateful(element) ? [outside(element)] : []));
    case "section":
      return isStateful(block.accessory) ? [outside(block.accessory)] : [];
    default:
      return [];
  }
}

type Element =
  | Stateful
  | Extract<Block, { type: "actions" }>["elements"][number]
  | Extract<Block, { type: "section" }>["accessory"];

function isStateful(element: Element): element is Stateful {
  return element !== undefined && !["button", "overflow", "image"].includes(element.type);
}

export type ShownOption = { readonly text: { readonly text: string }; readonly value: string };

/** What a list offers; of one that is searched, what was found so far. */
export function optionsOf(element: Stateful, found: readonly ShownOption[]): readonly ShownOption[] {
  switch (element.type) {
    case "static_select":
    case "multi_static_select":
      return element.options ?? (element.option_groups ?? []).flatMap(({ options }) => options);
    case "radio_buttons":
    case "checkboxes":
      return element.options;
    case "external_select":
      return [...found, ...(element.initial_option === undefined ? [] : [element.initial_option])];
    case "multi_external_select":
      return [...found, ...(element.initial_options ?? [])];
    default:
      return [];
  }
}

/** What stands in it before anybody touches it; several options one a line. */
export function initialOf(element: Stateful): string {
  switch (element.type) {
    case "plain_text_input":
      return element.initial_value ?? "";
    case "datepicker":
      return element.initial_date ?? "";
    case "timepicker":
      return element.initial_time ?? "";
    case "checkboxes":
    case "multi_static_select":
    case "multi_external_select":
      return (element.initial_options ?? []).map(({ value }) => value).join("\n");
    default:
      return element.initial_option?.value ?? "";
  }
}

/** What Slack sends of it. @throws for what its client would not let anybody fill in */
export function stateOf({ element, labels }: Question, typed: string, found: readonly ShownOption[]): Json {
  const { type } = element;
  switch (type) {
    case "plain_text_input":
      if (typed.length > (element.max_length ?? Number.POSITIVE_INFINITY))
        throw new Error(`"${labels[0]}" takes ${element.max_length} characters at most.`);
      return { type, value: typed === "" ? null : typed };
    case "datepicker":
      return { type, selected_date: picked(typed, /^\d{4}-\d{2}-\d{2}$/, labels) };
    case "timepicker":
      return { type, selected_time: picked(typed, /^\d{2}:\d{2}$/, labels) };
    case "checkboxes":
    case "multi_static_select":
    case "multi_external_select":
      return { type, selected_options: chosen(typed.split("\n"), optionsOf(element, found), labels) };
    default:
      return { type, selected_option: chosen([typed], optionsOf(element, found), labels)[0] ?? null };
  }
}

function picked(typed: string, shape: RegExp, labels: readonly string[]): string | null {
  if (typed !== "" && !shape.test(typed)) throw new Error(`Nobody can pick "${typed}" for "${labels[0]}".`);
  return typed === "" ? null : typed;
}

function chosen(wanted: readonly string[], options: readonly ShownOption[], labels: readonly string[]) {
  return wanted
    .filter((each) => each !== "")
    .map((each) => {
      const option = optionCalled(options, each);
      if (option !== undefined) return option;
      const offered = options.map(({ text }) => text.text).join(" · ");
      throw new Error(`"${labels[0]}" offers ${offered}, not "${each}".`);
    });
}

export function optionCalled(options: readonly ShownOption[], name: string): ShownOption | undefined {
  return options.find(({ value, text }) => value === name || text.text === name);
}
