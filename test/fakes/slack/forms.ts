import type { SentValues } from "./payloads.ts";
import { initialOf, optionCalled, optionsOf, type Question, questionsOf, stateOf } from "./questions.ts";
import { readMessage } from "./shown.ts";
import { pushView, readView, replaceView, stackOf } from "./viewMethods.ts";
import type { OpenView, User, Workspace } from "./workspace.ts";

/** A form as the person in front of it sees it. */
export type ShownForm = {
  readonly title: string;
  readonly text: string;
  /** Everything on it that is not asked. */
  readonly shown: string;
  readonly inputs: readonly {
    /** Of its block, or of the element itself outside of input blocks. */
    readonly id: string;
    readonly label: string;
    readonly type: string;
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

export function showForm({ view, errors, found }: OpenView): ShownForm {
  const inputs = questionsOf(view).map(({ block, action, element, labels, isInput }) => ({
    id: isInput ? block : action,
    label: labels[0] ?? "",
    type: element.type,
    value: initialOf(element),
    options: optionsOf(element, found.get(action) ?? []).map(({ text }) => text.text),
    error: isInput ? (errors[block] ?? null) : null,
  }));
  const text = view.blocks.flatMap((block) =>
    block.type === "section" && block.text !== undefined && block.accessory === undefined ? [block.text.text] : [],
  );
  return {
    title: view.type === "modal" ? view.title.text : "",
    text: text.join("\n"),
    shown: readMessage("", view.blocks).shown,
    inputs,
  };
}

/** What a person filled in: the whole state of the view, and the pickers they touched, of each of which Slack tells. */
export type FilledIn = { readonly state: SentValues; readonly touched: readonly Question[] };

/**
 * @param values by the id of a block or of an element, or by what is asked. What is asked above a list is looked for in it,
 *   and else written into the line below.
 */
export function fillIn(opened: OpenView, values: Readonly<Record<string, string>>, user: User): FilledIn {
  const questions = questionsOf(opened.view);
  const typed = new Map<Question, string>();
  for (const [name, value] of Object.entries(values)) typed.set(meant(opened, questions, name, value, user), value);
  const state: Record<string, Record<string, Readonly<Record<string, unknown>>>> = {};
  for (const question of questions) {
    const value = typed.get(question) ?? initialOf(question.element);
    if (value === "" && question.required)
      throw new Error(`Slack itself asks ${user.name} to fill in "${question.labels[0]}".`);
    const { block, action } = question;
    state[block] = { ...state[block], [action]: stateOf(question, value, opened.found.get(action) ?? []) };
  }
  return { state, touched: [...typed.keys()].filter(({ isInput }) => !isInput) };
}

function meant({ found }: OpenView, questions: readonly Question[], name: string, value: string, user: User): Question {
  const named = questions.filter(({ block, action, isInput }) => (isInput ? block : action) === name);
  const labelled = questions.filter(({ labels }) => labels.includes(name));
  const lines = value.split("\n");
  const listed = labelled.filter(({ element, action }) =>
    lines.every((line) => optionCalled(optionsOf(element, found.get(action) ?? []), line) !== undefined),
  );
  const [question] = [...named, ...listed, ...labelled.filter(({ isInput }) => isInput)];
  if (question !== undefined) return question;
  const asked = new Set(questions.flatMap(({ labels }) => labels));
  throw new Error(`${user.name} sees no question "${name}", but: ${[...asked].join(" · ")}`);
}

export function afterSubmit(workspace: Workspace, opened: OpenView, body: unknown): void {
  const answer = Object(body);
  const stack = stackOf(workspace, opened.user);
  switch (answer.response_action) {
    case "errors":
      opened.errors = shownErrors(opened, Object(answer.errors));
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

/** @source https://github.com/slackapi/bolt-js/issues/1267, read 2026-11-29: nothing is shown beside another block */
function shownErrors({ view }: OpenView, errors: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const beside = new Set(questionsOf(view).flatMap(({ block, isInput }) => (isInput ? [block] : [])));
  const lost = Object.keys(errors).filter((block) => !beside.has(block));
  if (lost.length > 0) throw new Error(`Slack shows no error beside ${lost.join(", ")}: no input block is called so.`);
  return errors;
}
