import { z } from "zod";
import { OwnerRole } from "../plant/party.ts";
import { Duration } from "./duration.ts";

/** A request type's name in files, buttons and events, e.g. `open-port`. */
export const TypeId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, "a request type has small letters, digits and dashes, e.g. open-port")
  .brand<"TypeId">();
export type TypeId = z.infer<typeof TypeId>;

/** A step within its request, e.g. `security`. Unique in the request. */
export const StepId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "a step has small letters, digits and dashes, e.g. security")
  .brand<"StepId">();
export type StepId = z.infer<typeof StepId>;

/** A field within its request type, e.g. `destination`. */
export const FieldId = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/, "a field has letters and digits and begins with a small letter, e.g. destination")
  .brand<"FieldId">();
export type FieldId = z.infer<typeof FieldId>;

/** Who a step belongs to; the same roles as everywhere, and in words when somebody writes another one. */
const Owner = z.union(
  OwnerRole.options,
  `an owner is ${OwnerRole.options[0].options.join(", ")}, or a team of the plant such as team:it-servers`,
);

const line = z.string().trim().min(1).max(150);
const sentence = z.string().trim().min(1).max(600);

/** What a field holds, and so how it is asked for, checked and said. */
export const FieldKind = z.enum(["asset", "endpoint", "port", "instant", "choice", "text", "place"]);
export type FieldKind = z.infer<typeof FieldKind>;

/** A fact of a request. Who supplies it is who may be asked for it: `requester`, or the step that knows. */
export const Field = z
  .strictObject({
    id: FieldId,
    /** On cards: "Until". */
    label: line,
    /** What its supplier is asked: "Until when is it needed?" */
    ask: line,
    /** May be empty, also where a stored request is read back. */
    hint: z.string().trim().max(150).default(""),
    from: z.union(
      [z.literal("requester"), z.templateLiteral(["step:", z.string()])],
      "a field comes from requester, or from a step: step:security",
    ),
    kind: FieldKind,
    /** A required field blocks Send, or its step's Approve or Done; an optional one blocks nothing. */
    required: z.boolean().default(true),
    options: z.array(z.strictObject({ value: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), label: line })).default([]),
  })
  .readonly();
export type Field = z.infer<typeof Field>;

/** `approve` says yes or no, `do` carries it out, `confirm` says whether it works. */
export const StepKind = z.enum(["approve", "do", "confirm"]);
export type StepKind = z.infer<typeof StepKind>;

/** The two clocks of a step, in the owner's working time, or in plain time when `always`. */
export const StepClock = z
  .strictObject({
    /** How long it may lie untaken before the next in the chain is pinged. Without it nobody is chased. */
    take: Duration.nullable().default(null),
    /** How long from the ball's arrival to the answer. Without it nothing is ever overdue. */
    decide: Duration.nullable().default(null),
    /** Runs day and night, and rings whoever is next on duty or not. For a line that stands. */
    always: z.boolean().default(false),
    /** The waits before each further hop, when they are not all `take`. */
    ring: z.array(Duration).default([]),
  })
  .readonly();
export type StepClock = z.infer<typeof StepClock>;

export const Step = z
  .strictObject({
    id: StepId,
    kind: StepKind,
    owner: Owner,
    /** Said after the owner's name: "opens it". */
    does: line,
    clock: StepClock,
    /** Another clock, for requests sent with that value in that field: "while production stands". */
    sooner: z.strictObject({ field: FieldId, is: z.string(), clock: StepClock }).nullable().default(null),
    /**
     * The fields that say when it is carried out. The step holds until `from` and is due at `until`; in between its
     * owner is asked at any hour. Without a value in `from` it is carried out like any other step.
     */
    window: z
      .strictObject({ from: FieldId, until: FieldId.nullable().default(null) })
      .nullable()
      .default(null),
    /** No ruling by Ops goes around it. */
    veto: z.boolean().default(false),
    /** Looked at before doing it, by somebody on site; the card lists them. */
    checks: z.array(sentence).max(10).default([]),
    /** What has to be shown to call it done, e.g. "Rule or ticket number"; without it nothing is asked. */
    evidence: line.nullable().default(null),
    /** Steps of the same stage that this one answers too: "running again" ends the repair. */
    settles: z.array(StepId).default([]),
    buttons: z.strictObject({ take: line.optional(), yes: line.optional() }).default({}),
  })
  .readonly();
export type Step = z.infer<typeof Step>;

/** Steps that open together. `end`: it opens when the grant ends, to close what was opened. */
export const Stage = z
  .strictObject({
    opens: z.enum(["next", "end"]).default("next"),
    steps: z.array(Step).min(1).max(6),
  })
  .readonly();
export type Stage = z.infer<typeof Stage>;

/** What an approver must bear in mind, with where it is from. `when`: only if that field has that value. */
export const Consideration = z
  .strictObject({
    text: sentence,
    source: line.nullable().default(null),
    when: z.strictObject({ field: FieldId, is: z.string() }).nullable().default(null),
  })
  .readonly();
export type Consideration = z.infer<typeof Consideration>;

export const PHRASE_LANGUAGES = ["en", "de", "es"] as const;

/** One file of `workflows/`. */
export const RequestType = z
  .strictObject({
    type: TypeId,
    /** On buttons: "Open a port". */
    name: line,
    icon: z.string().min(1).max(8),
    /** What the request is called; `{destination}` is replaced by what that field says. */
    title: line,
    /** False: it is described but cannot be sent yet, and `inactiveBecause` says why. */
    active: z.boolean().default(true),
    inactiveBecause: line.nullable().default(null),
    fields: z.array(Field).min(1).max(30),
    /** The field that says whose it is. */
    asset: FieldId,
    /** The field with the instant at which what was granted ends; none for what has no end. */
    endsAt: FieldId.nullable().default(null),
    stages: z.array(Stage).min(1).max(10),
    /** What "Approve with limits" offers, beside an earlier end and a text of one's own. */
    limits: z.array(z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), label: line })).default([]),
    consider: z.array(Consideration).default([]),
    /** The draft's one button when nothing else is needed, e.g. "Call OT now". Asked again after a minute. */
    call: line.nullable().default(null),
    /** What people write when they want this; from these the reading of messages is trained. */
    phrases: z
      .strictObject({
        en: z.array(z.string()).default([]),
        de: z.array(z.string()).default([]),
        es: z.array(z.string()).default([]),
      })
      .default({ en: [], de: [], es: [] }),
  })
  .readonly();
export type RequestType = z.infer<typeof RequestType>;

/** The steps in the order they come. */
export function stepsOf({ stages }: Pick<RequestType, "stages">): readonly Step[] {
  return stages.flatMap((stage) => stage.steps);
}

/** The fields that one supplier is asked for. */
export function fieldsFrom({ fields }: Pick<RequestType, "fields">, from: "requester" | StepId): readonly Field[] {
  const supplier = from === "requester" ? "requester" : `step:${from}`;
  return fields.filter((field) => field.from === supplier);
}
