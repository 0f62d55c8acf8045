import { z } from "zod";
import { OwnerRole } from "../../plant/party.ts";
import { COUNTED } from "../../workflow/duration.ts";
import { FieldMeaning } from "../../workflow/fieldMeaning.ts";
import { FieldKind, type RequestType, StepKind } from "../../workflow/requestType.ts";

// The rules of a request as they were copied when it was sent. The files of `workflows/` may grow stricter and have more
// keys: none of that touches what was sent before. Keys that are not known are kept, so that they are still there when
// the rules are written once more. What decides who may do what has to be known: another kind of step or owner is refused.

export const StoredTypeId = z.string().min(1).brand<"TypeId">();
export const StoredStepId = z.string().min(1).brand<"StepId">();
export const StoredFieldId = z.string().min(1).brand<"FieldId">();

const Duration = z.string().regex(COUNTED).brand<"Duration">();

const text = z.string();
const orNull = <S extends z.ZodType>(schema: S) => schema.nullable().default(null);
const is = z.looseObject({ field: StoredFieldId, is: text });

const Field = z
  .looseObject({
    id: StoredFieldId,
    label: text,
    ask: text,
    hint: text.default(""),
    from: z.union([z.literal("requester"), z.templateLiteral(["step:", z.string()])]),
    kind: FieldKind,
    // One that this release does not know only fills and shows less.
    means: FieldMeaning.optional().catch(undefined),
    required: z.boolean().default(true),
    options: z.array(z.looseObject({ value: text, label: text })).default([]),
  })
  .readonly();

const Clock = z
  .looseObject({
    take: orNull(Duration),
    decide: orNull(Duration),
    always: z.boolean().default(false),
    again: orNull(Duration),
    progress: orNull(Duration),
    ring: z.array(Duration).default([]),
  })
  .readonly();

const Step = z
  .looseObject({
    id: StoredStepId,
    kind: StepKind,
    owner: z.union([OwnerRole.options[0], z.templateLiteral(["team:", z.string()])]),
    does: text,
    clock: Clock,
    sooner: orNull(is.extend({ clock: Clock })),
    cutOff: orNull(Clock),
    window: orNull(z.looseObject({ from: StoredFieldId, until: orNull(StoredFieldId) })),
    stays: z.boolean().default(false),
    /** Absent of what was sent before a step could say so: it changes something. */
    changes: z.boolean().default(true),
    veto: z.boolean().default(false),
    checks: z.array(text).default([]),
    /** Absent of what was sent before a step could say so: somebody was on site. One that is not known asks for a name, too. */
    checkedAt: z.enum(["site", "desk"]).default("site").catch("site"),
    evidence: orNull(text),
    /** Absent of what was sent before a step could say so: two approvals are two people's. */
    together: z.array(StoredStepId).default([]),
    /** Absent of what was sent before a step could be agreed on beforehand. What was is no step of a request any more. */
    agreed: orNull(StoredTypeId),
    looksAt: z.array(StoredStepId).default([]),
    settles: z.array(StoredStepId).default([]),
    buttons: z.looseObject({ take: text.exactOptional(), yes: text.exactOptional() }).default({}),
  })
  .readonly();

const Stage = z
  .looseObject({ opens: z.enum(["next", "end", "granted"]).default("next"), steps: z.array(Step) })
  .readonly();

export const FrozenType: z.ZodType<RequestType> = z
  .looseObject({
    type: StoredTypeId,
    name: text,
    icon: text,
    title: text,
    words: z.array(text).default([]),
    brief: z.array(text).default([]),
    active: z.boolean().default(true),
    inactiveBecause: orNull(text),
    fields: z.array(Field),
    asset: StoredFieldId,
    endsAt: orNull(StoredFieldId),
    longest: orNull(Duration),
    /** Absent of what was sent before a type could say so: it is none. */
    emergency: z.boolean().default(false),
    stages: z.array(Stage),
    limits: z.array(z.looseObject({ id: text, label: text, words: z.array(text).default([]) })).default([]),
    consider: z.array(z.looseObject({ text, source: orNull(text), when: orNull(is) }).readonly()).default([]),
    alarm: orNull(
      z
        .looseObject({
          when: z.looseObject({ field: StoredFieldId, is: z.array(text) }),
          title: text,
          steps: z.array(Step),
        })
        .readonly(),
    ),
    call: orNull(text),
  })
  .readonly();
