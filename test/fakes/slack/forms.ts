import type { Block } from "./blocks.ts";
import type { SentValues } from "./payloads.ts";
import { pushView, readView, replaceView, stackOf } from "./viewMethods.ts";
import type { OpenView, User, Workspace } from "./workspace.ts";

/** A form as the person in front of it sees it. */
export type ShownForm = {
  readonly title: string;
  readonly text: string;
  readonly inputs: readonly {
    readonly id: string;
    readonly label: string;
    readonly value: string;
    readonly options: readonly string[];
    readonly error: string | null;
  }[];
};

export function topView(workspace: Workspace, user: User): OpenView {
  const opened = stackOf(workspace, user.id).at(-1);
  if (opened === undefined) throw new Error(`${user.name} has no form open.`);
  return opened;
}

type Input = Extract<Block, { type: "input" }>;

function inputsOf({ view }: OpenView): readonly Input[] {
  return view.blocks.flatMap((block) => (block.type === "input" ? [block] : []));
}

export function showForm(opened: OpenView): ShownForm {
  const { view, errors } = opened;
  const inputs = inputsOf(opened).map((input) => ({
    id: input.block_id ?? "",
    label: input.label.text,
    value: initialOf(input),
    options: optionsOf(input).map((option) => option.text.text),
    error: errors[input.block_id ?? ""] ?? null,
  }));
  const text = view.blocks.flatMap((block) =>
    block.type === "section" && block.text !== undefined ? [block.text.text] : [],
  );
  return { title: view.type === "modal" ? view.title.text : "", text: text.join("\n"), inputs };
}

function optionsOf({ element }: Input) {
  if (element.type === "plain_text_input") return [];
  if (element.type === "static_select" && element.option_groups !== undefined)
    return element.option_groups.flatMap(({ options }) => options);
  return element.options ?? [];
}

function initialOf({ element }: Input): string {
  return element.type === "plain_text_input" ? (element.initial_value ?? "") : (element.initial_option?.value ?? "");
}

export function stateOf(opened: OpenView, values: Readonly<Record<string, string>>, user: User): SentValues {
  const inputs = inputsOf(opened);
  for (const name of Object.keys(values)) {
    if (inputs.some((input) => input.block_id === name || input.label.text === name)) continue;
    throw new Error(
      `${user.name} sees no question "${name}", but: ${inputs.map(({ label }) => label.text).join(" · ")}`,
    );
  }
  return Object.fromEntries(
    inputs.map((input) => {
      const typed = values[input.block_id ?? ""] ?? values[input.label.text] ?? initialOf(input);
      if (typed === "" && input.optional !== true)
        throw new Error(`Slack itself asks ${user.name} to fill in "${input.label.text}".`);
      return [input.block_id ?? "", { [input.element.action_id ?? ""]: answerOf(input, typed) }];
    }),
  );
}

function answerOf(input: Input, typed: string): Readonly<Record<string, unknown>> {
  const { element } = input;
  if (element.type === "plain_text_input") {
    if (typed.length > (element.max_length ?? Number.POSITIVE_INFINITY))
      throw new Error(`"${input.label.text}" takes ${element.max_length} characters at most.`);
    return { type: element.type, value: typed === "" ? null : typed };
  }
  const options = optionsOf(input);
  const chosen = options.find((option) => option.value === typed || option.text.text === typed) ?? null;
  if (chosen === null && typed !== "")
    throw new Error(
      `"${input.label.text}" offers ${options.map(({ text }) => text.text).join(" · ")}, not "${typed}".`,
    );
  return { type: element.type, selected_option: chosen };
}

export function afterSubmit(workspace: Workspace, opened: OpenView, body: unknown): void {
  const answer = Object(body);
  const stack = stackOf(workspace, opened.user);
  switch (answer.response_action) {
    case "errors":
      opened.errors = Object(answer.errors);
      break;
    case "update":
      replaceView(workspace, opened, readView(answer.view));
      break;
    case "push":
      pushView(workspace, opened.user, readView(answer.view));
      break;
    case "clear":
      stack.length = 0;
      break;
    default:
      stack.splice(stack.indexOf(opened), 1);
  }
  workspace.changed();
}
