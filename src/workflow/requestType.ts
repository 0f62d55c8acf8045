import { z } from "zod";
import { OwnerRole } from "../plant/party.ts";
import { perObject } from "../recent.ts";
import { LANGUAGES } from "../words/reader.ts";
import { Duration } from "./duration.ts";
import { FieldMeaning } from "./fieldMeaning.ts";

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

/** A name that only files and events use: letters, digits and dashes. */
const Slug = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, "write small letters, digits and dashes, e.g. read-only");

const line = z.string().trim().min(1).max(150);
const sentence = z.string().trim().min(1).max(600);

/** What a field holds, and so how it is asked for, checked and said. */
export const FieldKind = z.enum(["asset", "endpoint", "port", "instant", "choice", "text", "place"]);
export type FieldKind = z.infer<typeof FieldKind>;

/** A fact of a request. Who supplies it is who may be asked for it: `requester`, or the step that knows. */
export const Field = z
  .strictObject({
    id: FieldId,
    label: line.describe("What it is called on cards: Until"),
    ask: line.describe("What its supplier is asked: Until when is it needed?"),
    // May be empty, because a stored request is read back by this schema too.
    hint: z.string().trim().max(150).default("").describe("Shown below the question, e.g. an example"),
    from: z
      .union(
        [z.literal("requester"), z.templateLiteral(["step:", z.string()])],
        "a field comes from requester, or from a step: step:security",
      )
      .describe("Who is asked for it: requester, or the step that knows it. What people write by themselves is kept."),
    kind: FieldKind.describe("What it holds, and so how it is asked for and checked"),
    means: FieldMeaning.optional().describe(
      "What of a message it is filled with, and where a card shows it. Left out: what its id says, such as until or why.",
    ),
    required: z.boolean().default(true).describe("Whether it blocks Send, or its step's Approve or Done"),
    options: z
      .array(z.strictObject({ value: Slug, label: line }))
      .default([])
      .describe("The answers of a field of kind choice"),
  })
  .readonly();
export type Field = z.infer<typeof Field>;

/**
 * `approve` says yes or no, `do` carries it out, `confirm` says whether it works, `review` looks afterwards at what was done
 * without having been asked: see `kinds/` for what each means.
 */
export const StepKind = z.enum(["approve", "do", "confirm", "review"]);
export type StepKind = z.infer<typeof StepKind>;

/** The two clocks of a step, in the owner's working time, or in plain time when `always`. */
export const StepClock = z
  .strictObject({
    take: Duration.nullable()
      .default(null)
      .describe(
        "How long nobody may have it before the next in the chain is asked. Left out: nobody is chased, so decide says when Ops hear.",
      ),
    decide: Duration.nullable()
      .default(null)
      .describe(
        "How long from its arrival to the answer. Left out: 8 h beside take, or else never, so progress or an end says when others hear.",
      ),
    always: z
      .boolean()
      .default(false)
      .describe("Runs day and night and rings whoever is next, on duty or not; Ops and the plant manager at the end"),
    again: Duration.nullable()
      .default(null)
      .describe("How long after the last of the chain was asked all of them are asked anew. Left out: never."),
    progress: Duration.nullable()
      .default(null)
      .describe("How often whoever has it is asked how it goes, and Ops hear of it. Left out: never."),
    ring: z.array(Duration).default([]).describe("The waits before each hop, when they are not all as long as take"),
  })
  .readonly();
export type StepClock = z.infer<typeof StepClock>;

export const Step = z
  .strictObject({
    id: StepId,
    kind: StepKind,
    owner: Owner.describe("Whose step it is: a role, or a team of the plant (team:it-servers)"),
    does: line.describe("Said after the owner's name: opens it"),
    clock: StepClock,
    sooner: z
      .strictObject({ field: FieldId, is: z.string(), clock: StepClock })
      .nullable()
      .default(null)
      .describe("Another clock, while the request has that value in that field, e.g. while production stands"),
    cutOff: StepClock.nullable()
      .default(null)
      .describe(
        "The clock of a closing step when what was granted is cut off now; left out: rings at any hour, with minutes",
      ),
    window: z
      .strictObject({ from: FieldId, until: FieldId.nullable().default(null) })
      .nullable()
      .default(null)
      .describe(
        "The fields that say when it is carried out: it holds until from, is due at until, and its owner is asked at " +
          "any hour in between. While the field from is empty, it is a step like any other.",
      ),
    stays: z
      .boolean()
      .default(false)
      .describe("Whether it stays with whoever took it when their shift ends; else the next shift takes it up"),
    changes: z
      .boolean()
      .default(true)
      .describe("false: it only looks or talks, changes nothing, and so waits for no freeze"),
    veto: z.boolean().default(false).describe("No ruling by Ops goes around it"),
    checks: z.array(sentence).max(10).default([]).describe("Looked at before it is done"),
    checkedAt: z
      .enum(["site", "desk"])
      .default("site")
      .describe(
        "site: whoever looked at the checks on site is named. desk: whoever does it looks at them, where they work.",
      ),
    evidence: line.nullable().default(null).describe("What is asked for when it is done: Rule or ticket number"),
    agreed: TypeId.nullable()
      .default(null)
      .describe(
        "The type of request by which it is answered beforehand: while one of it stands open, for the same vendor and " +
          "machines and no shorter, its step of the same id has said yes. Left out: it is asked each time.",
      ),
    looksAt: z
      .array(StepId)
      .max(6)
      .default([])
      .describe(
        "The do steps before it that it looks at: what does not work is done again by them. Left out: those of the last stage " +
          "that has any. Of several, whoever says that it does not work chooses one.",
      ),
    together: z
      .array(StepId)
      .max(6)
      .default([])
      .describe(
        "Steps of the same stage and kind that one person may answer too: whoever has both gets one card and answers both with " +
          "one press, as two decisions. Left out: approvals that open together are given by different people.",
      ),
    settles: z
      .array(StepId)
      .default([])
      .describe("Steps of the same stage that a yes here answers too; none with a veto, nor Safety's"),
    buttons: z
      .strictObject({ take: line.optional(), yes: line.optional() })
      .default({})
      .describe("Other words for Take it, and for Done or It works"),
  })
  .readonly();
export type Step = z.infer<typeof Step>;

/** Steps that open together. `end`: it opens when the grant ends, to close what was opened. */
export const Stage = z
  .strictObject({
    opens: z
      .enum(["next", "end", "granted"])
      .default("next")
      .describe(
        "end: when what was granted ends, to close it again. granted: as soon as it is open, beside everything else",
      ),
    steps: z.array(Step).min(1).max(6).describe("They open together"),
  })
  .readonly();
export type Stage = z.infer<typeof Stage>;

/** What an approver must bear in mind, with where it is from. `when`: only if that field has that value. */
export const Consideration = z
  .strictObject({
    text: sentence,
    source: line.nullable().default(null).describe("Where it is from, looked up; none for good practice"),
    when: z
      .strictObject({ field: FieldId, is: z.string() })
      .nullable()
      .default(null)
      .describe("Only if that field has that value"),
  })
  .readonly();
export type Consideration = z.infer<typeof Consideration>;

/** What is called for as well while a field has one of these values. */
export const Alarm = z
  .strictObject({
    when: z
      .strictObject({ field: FieldId, is: z.array(z.string()).min(1) })
      .describe("With which values of which field"),
    title: line.describe("What such a request is called; {place} stands for what that field says"),
    steps: z.array(Step).min(1).max(3).describe("They open together with the first stage"),
  })
  .readonly();
export type Alarm = z.infer<typeof Alarm>;

/** What a type says in another language. What is left out is read in the type's own. */
export const TypeTexts = z
  .strictObject({
    name: line.exactOptional(),
    title: line.exactOptional(),
    alarm: line.exactOptional().describe("The title under alarm"),
    brief: z.array(line).exactOptional().describe("Part by part, as many as there are"),
    call: line.exactOptional(),
    inactiveBecause: line.exactOptional(),
    fields: z
      .record(
        FieldId,
        z.strictObject({
          label: line.exactOptional(),
          ask: line.exactOptional(),
          hint: line.exactOptional(),
          options: z.record(Slug, line).exactOptional().describe("By their values"),
        }),
      )
      .exactOptional()
      .describe("By their ids"),
    steps: z
      .record(
        StepId,
        z.strictObject({
          does: line.exactOptional(),
          evidence: line.exactOptional(),
          take: line.exactOptional(),
          yes: line.exactOptional(),
          checks: z.array(sentence).exactOptional().describe("One by one, as many as there are"),
        }),
      )
      .exactOptional()
      .describe("By their ids, those of the alarm too"),
    limits: z.record(Slug, line).exactOptional().describe("By their ids"),
    consider: z.array(sentence).exactOptional().describe("One by one, as many as there are"),
  })
  .readonly();
export type TypeTexts = z.infer<typeof TypeTexts>;

/** One file of `workflows/`. */
export const RequestType = z
  .strictObject({
    type: TypeId.describe("Its id, and the name of its file without .yaml"),
    name: line.describe("What it is called on buttons: Open a port"),
    icon: z.string().min(1).max(8).describe("One emoji"),
    title: line.describe("What a request is called; {destination} stands for what that field says"),
    words: z
      .array(line)
      .max(200)
      .default([])
      .describe("What people call it, and how they ask for it, beside its name: swap the battery of forklift 4"),
    brief: z
      .array(line)
      .max(8)
      .default([])
      .describe("What a card says below its title, part by part; a part goes without while a field in it is empty"),
    active: z.boolean().default(true).describe("false: it is described but cannot be sent yet"),
    inactiveBecause: line.nullable().default(null).describe("What whoever tries to send it reads"),
    fields: z.array(Field).min(1).max(30).describe("What is asked, in the order of the questions"),
    asset: FieldId.describe("The field that says whose it is"),
    endsAt: FieldId.nullable()
      .default(null)
      .describe("The field with the instant at which what was granted ends; none for what has no end"),
    longest: Duration.nullable()
      .default(null)
      .describe("How long it may be open in all, however often a later end is asked for: 30 d. Left out: any time."),
    emergency: z
      .boolean()
      .default(false)
      .describe(
        "true: it goes around who is asked else. Never for what protects people; only people of the plant send it, and it " +
          "leads the digest until it was reviewed",
      ),
    stages: z.array(Stage).min(1).max(10).describe("They open one after the other"),
    limits: z
      .array(
        z.strictObject({
          id: Slug,
          label: line,
          words: z.array(line).default([]).describe("What people write for it in their own words: nur lesen"),
        }),
      )
      .default([])
      .describe("What Approve with limits offers, beside an earlier end and a text of one's own"),
    consider: z.array(Consideration).default([]).describe("What an approver must bear in mind; a card shows four"),
    alarm: Alarm.nullable()
      .default(null)
      .describe(
        "What is otherwise when it looks like an attack: who is asked beside the others; Ops hear of it at once",
      ),
    call: line
      .nullable()
      .default(null)
      .describe("The one button of a draft that cannot wait: Call OT now. Unsent, it is asked about after a minute."),
    language: z.enum(LANGUAGES).exactOptional().describe("What this file is written in; left out: en"),
    texts: z
      .partialRecord(z.enum(LANGUAGES), TypeTexts)
      .exactOptional()
      .describe("The same for readers of other languages: de, es, en"),
  })
  .readonly();
export type RequestType = z.infer<typeof RequestType>;

/** Whether what is told of a request is what its type keeps an alarm for. */
export function isAlarm({ alarm }: Pick<RequestType, "alarm">, values: Readonly<Record<string, string>>): boolean {
  const value = alarm === null ? undefined : values[alarm.when.field];
  return value !== undefined && (alarm?.when.is.includes(value) ?? false);
}

/** Whether whoever looked at the checks of a step on site is to be named when it is done. */
export function isCheckedOnSite({ checks, checkedAt }: Pick<Step, "checks" | "checkedAt">): boolean {
  return checks.length > 0 && checkedAt === "site";
}

/** The steps in the order they come. */
export function stepsOf({ stages }: Pick<RequestType, "stages">): readonly Step[] {
  return stepsIn(stages);
}

/** Asked for at every step of every card, of rules that never change. */
const stepsIn = perObject((stages: RequestType["stages"]): readonly Step[] => stages.flatMap((stage) => stage.steps));

/** The steps of what happens once a grant has ended: what was open is closed again. */
export function closingSteps({ stages }: Pick<RequestType, "stages">): readonly Step[] {
  return stages.filter(({ opens }) => opens === "end").flatMap(({ steps }) => steps);
}

/** Whether a step closes again what was open. */
export function isClosing(rules: Pick<RequestType, "stages">, step: StepId): boolean {
  return closingSteps(rules).some(({ id }) => id === step);
}

/** Whether nobody else's yes answers a step: one with a veto, or Safety's. */
export function answersItself({ veto, owner }: Pick<Step, "veto" | "owner">): boolean {
  return veto || owner === "safety";
}

/** The fields that one supplier is asked for. */
export function fieldsFrom({ fields }: Pick<RequestType, "fields">, from: "requester" | StepId): readonly Field[] {
  const supplier = from === "requester" ? "requester" : `step:${from}`;
  return fields.filter((field) => field.from === supplier);
}

/** How fast a closing step is to be taken and done once it was said to be cut off now, where its type does not say so. */
const CUT_OFF: StepClock = StepClock.parse({
  ...{ take: "5 min", decide: "15 min", always: true },
  ...{ again: "10 min", progress: "15 min" },
});

/** The clock of a closing step from when on it is cut off now: minutes, at any hour. */
export function cutOffClock({ cutOff }: Pick<Step, "cutOff">): StepClock {
  return cutOff ?? CUT_OFF;
}

/** The JSON Schema of request types, for editors. */
export function requestTypeJsonSchema(): z.core.JSONSchema.BaseSchema {
  // `readonly` is a promise of our types; in JSON Schema it would tell the editor's user not to write there.
  return z.toJSONSchema(RequestType, { io: "input", override: ({ jsonSchema }) => delete jsonSchema.readOnly });
}
