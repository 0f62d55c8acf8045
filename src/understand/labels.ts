/** What the words of a request say beside what they ask for; what reads them asks for this, never for a type by its name. */
type Traits = {
  /** It leads from somewhere to somewhere. */
  readonly connects?: true;
  /** Its ports are asked for, and are to reach something. */
  readonly opensPorts?: true;
  /** Its ports may also be asked for to be closed. */
  readonly closesPorts?: true;
  /** Somebody comes to do something. */
  readonly visits?: true;
  /** A machine is to be set going again, and why is told as a fault. */
  readonly restarts?: true;
  /** It calls for help: something stands. */
  readonly calls?: true;
};

/** The request types that messages are read as. */
const WORKFLOWS = {
  "open-port": { connects: true, opensPorts: true },
  "remote-access": { connects: true, visits: true },
  "cloud-connect": { connects: true },
  "firmware-update": {},
  restart: { restarts: true },
  "network-change": { connects: true, closesPorts: true },
  "account-access": {},
  "new-device": {},
  "software-install": {},
  "line-down": { calls: true },
} as const satisfies Readonly<Record<string, Traits>>;

export type WorkflowLabel = keyof typeof WORKFLOWS;

/** What Referee can open by itself when asked, in the order of the table. */
export const WORKFLOW_LABELS = namesOf(WORKFLOWS);

function namesOf<K extends string>(table: Readonly<Record<K, Traits>>): readonly K[] {
  return Object.keys(table).filter((name): name is K => name in table);
}

/** What Referee answers itself. */
export const QUESTION_LABELS = ["who-owns", "what-happened", "status"] as const;

/** Everything a message can be read as; `none` when nothing is asked for. */
export const LABELS = [...WORKFLOW_LABELS, ...QUESTION_LABELS, "none"] as const;

export type QuestionLabel = (typeof QUESTION_LABELS)[number];
export type Label = (typeof LABELS)[number];
/** A reading that asks for something. */
export type Asked = WorkflowLabel | QuestionLabel;

export function isWorkflow(label: Label): label is WorkflowLabel {
  return Object.hasOwn(WORKFLOWS, label);
}

/** Whether a reading is of a request with that trait. */
export function has(label: Label, trait: keyof Traits): boolean {
  const traits: Traits = isWorkflow(label) ? WORKFLOWS[label] : {};
  return traits[trait] === true;
}

/** The readings of requests with a trait. */
export function labelsWith(trait: keyof Traits): readonly WorkflowLabel[] {
  return WORKFLOW_LABELS.filter((label) => has(label, trait));
}

/** The label of a request type's id; null for a type that messages are not read as, such as one of the plant's own. */
export function labelOf(type: string): WorkflowLabel | null {
  return WORKFLOW_LABELS.find((label) => label === type) ?? null;
}

/** The question a reading's id stands for; null for a type. */
export function questionLabelOf(id: string): QuestionLabel | null {
  return QUESTION_LABELS.find((label) => label === id) ?? null;
}
