/** What Referee can open by itself when asked. */
export const WORKFLOW_LABELS = [
  "open-port",
  "remote-access",
  "cloud-connect",
  "firmware-update",
  "restart",
  "network-change",
  "account-access",
  "new-device",
  "software-install",
  "line-down",
] as const;

/** What Referee answers itself. */
export const QUESTION_LABELS = ["who-owns", "what-happened", "status"] as const;

/** Everything a message can be read as; `none` when nothing is asked for. */
export const LABELS = [...WORKFLOW_LABELS, ...QUESTION_LABELS, "none"] as const;

export type WorkflowLabel = (typeof WORKFLOW_LABELS)[number];
export type QuestionLabel = (typeof QUESTION_LABELS)[number];
export type Label = (typeof LABELS)[number];
/** A reading that asks for something. */
export type Asked = WorkflowLabel | QuestionLabel;

const WORKFLOWS: ReadonlySet<string> = new Set(WORKFLOW_LABELS);

export function isWorkflow(label: Label): label is WorkflowLabel {
  return WORKFLOWS.has(label);
}

/** The label of a request type's id; null for a type that messages are not read as, such as one of the plant's own. */
export function labelOf(type: string): WorkflowLabel | null {
  return WORKFLOW_LABELS.find((label) => label === type) ?? null;
}

/** The question a reading's id stands for; null for a type. */
export function questionLabelOf(id: string): QuestionLabel | null {
  return QUESTION_LABELS.find((label) => label === id) ?? null;
}
