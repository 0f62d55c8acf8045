import { clocklessSteps } from "./checkClocks.ts";
import { fieldContradictions } from "./checkFields.ts";
import { textContradictions } from "./checkTexts.ts";
import type { Contradiction } from "./contradiction.ts";
import { SAYS } from "./kinds/kind.ts";
import { carriesOut, decides, kindOf, kindsUsing, reviews } from "./kinds/kinds.ts";
import { answersItself, type RequestType, type Step, stepsOf } from "./requestType.ts";

/** What the schema alone cannot see: names that lead nowhere, fields nobody uses, ends without a closing step. */
export function contradictionsIn(type: RequestType): readonly Contradiction[] {
  return [
    ...doubledIds(type),
    ...doubledInAlarm(type),
    ...fieldContradictions(type),
    ...lostSteps(type),
    ...lostWorks(type),
    ...lostTogether(type),
    ...ends(type),
    ...besides(type),
    ...idle(type),
    ...clocklessSteps(type),
    ...textContradictions(type),
  ];
}

function doubledIds(type: RequestType): readonly Contradiction[] {
  const doubled = <T extends { id: string }>(things: readonly T[]) =>
    things.filter((thing, i) => things.findIndex((other) => other.id === thing.id) < i);
  return [
    ...doubled(type.fields).map((field) => ({
      path: ["fields", type.fields.indexOf(field), "id"],
      what: `the field "${field.id}" stands here a second time`,
      todo: "give it an id of its own",
    })),
    ...doubled(stepsOf(type)).map((step) => ({
      path: stepPath(type, step.id, "id"),
      what: `the step "${step.id}" stands here a second time`,
      todo: "give it an id of its own",
    })),
  ];
}

function doubledInAlarm(type: RequestType): readonly Contradiction[] {
  const steps = type.alarm?.steps ?? [];
  const doubled = steps.filter(
    ({ id }, i) => stepsOf(type).some((step) => step.id === id) || steps.findIndex((step) => step.id === id) < i,
  );
  return doubled.map((step) => ({
    path: ["alarm", "steps", steps.indexOf(step), "id"],
    what: `the step "${step.id}" stands here a second time`,
    todo: "give it an id of its own",
  }));
}

/** A yes answers only what opens together with it, and never for who is not to be passed over. */
function lostSteps(type: RequestType): readonly Contradiction[] {
  const alarm = type.alarm?.steps ?? [];
  return [
    ...type.stages.flatMap(({ steps }) =>
      steps.flatMap((step) => lostSettled(step, steps, stepPath(type, step.id, "settles"))),
    ),
    ...alarm.flatMap((step, i) =>
      lostSettled(step, [...(type.stages[0]?.steps ?? []), ...alarm], ["alarm", "steps", i, "settles"]),
    ),
  ];
}

function lostSettled(step: Step, beside: readonly Step[], path: Contradiction["path"]): readonly Contradiction[] {
  return step.settles.flatMap((settled) => {
    const other = beside.find(({ id }) => id === settled && id !== step.id);
    if (other === undefined)
      return [
        {
          path,
          what: `"${settled}" is not another step of this stage`,
          todo: "name a step that opens together with this one",
        },
      ];
    return answersItself(other)
      ? [
          {
            path,
            what: `no yes of "${step.id}" answers for "${settled}", which ${other.veto ? "has a veto" : "is Safety's"}`,
            todo: "remove it from settles",
          },
        ]
      : [];
  });
}

/** Two people stay two where one of them has a veto, and in an emergency. */
function lostTogether(type: RequestType): readonly Contradiction[] {
  return type.stages.flatMap(({ steps }) =>
    steps.flatMap((step) =>
      step.together.flatMap((id) => {
        const at = (what: string, todo: string) => [{ path: stepPath(type, step.id, "together"), what, todo }];
        const other = steps.find((each) => each.id === id && each !== step && each.kind === step.kind);
        if (other === undefined)
          return at(`"${id}" is not another step of this stage and kind`, "name one that opens together with this one");
        return step.veto || other.veto || type.emergency
          ? at(
              `"${id}" and "${step.id}" are to be answered by two people`,
              "remove it: there is a veto, or an emergency",
            )
          : [];
      }),
    ),
  );
}

/** What a step looks at was carried out before it. */
function lostWorks(type: RequestType): readonly Contradiction[] {
  const all = stepsOf(type);
  return all.flatMap((step, index) =>
    step.looksAt
      .filter((id) => !all.slice(0, index).some((other) => other.id === id && carriesOut(other)))
      .map((id) => ({
        path: stepPath(type, step.id, "looksAt"),
        what: `"${id}" is not carried out before this step`,
        todo: "name a step of kind do that stands before it",
      })),
  );
}

function ends(type: RequestType): readonly Contradiction[] {
  const closing = type.stages.findIndex(({ opens }) => opens === "end");
  if (closing === 0) {
    return [
      { path: ["stages", 0, "opens"], what: "the first stage cannot wait for the end", todo: "let it open next" },
    ];
  }
  if ((closing === -1) === (type.endsAt === null)) return [];
  return type.endsAt === null
    ? [
        {
          path: ["stages", closing, "opens"],
          what: "a stage waits for an end that no field gives",
          todo: "name the field in endsAt",
        },
      ]
    : [{ path: ["endsAt"], what: "nothing closes what was opened at its end", todo: "add a stage that opens: end" }];
}

/** What opens beside everything else is looked at afterwards, and stands behind what it looks at. */
function besides(type: RequestType): readonly Contradiction[] {
  const at = (stage: number, key: string, what: string, todo: string) => ({ path: ["stages", stage, key], what, todo });
  const last = type.stages.length - 1;
  return type.stages.flatMap(({ opens, steps }, index) => {
    if (opens !== "granted")
      return steps.some(reviews)
        ? [at(index, "opens", "a review opens beside everything else", "write opens: granted")]
        : [];
    return [
      ...(type.endsAt === null ? [at(index, "opens", "nothing is granted here", "name the end in endsAt")] : []),
      ...(index === last ? [] : [at(index, "opens", "it opens beside what comes after it", "make it the last stage")]),
      ...(steps.every(reviews) ? [] : [at(index, "steps", "only reviews open beside the rest", "write kind: review")]),
    ];
  });
}

/** What a step says that its kind, or the rest of it, never uses. */
function idle(type: RequestType): readonly Contradiction[] {
  const closing = new Set(type.stages.filter(({ opens }) => opens === "end").flatMap(({ steps }) => steps));
  return stepsOf(type).flatMap((step) => {
    const at = (key: string, what: string, todo: string) => ({ path: stepPath(type, step.id, key), what, todo });
    return [
      ...clockRemarks(step).map(({ what, todo }) => at("clock", what, todo)),
      ...(step.cutOff === null ? [] : clockRemarks({ ...step, clock: step.cutOff })).map(({ what, todo }) =>
        at("cutOff", what, todo),
      ),
      ...(step.cutOff !== null && !closing.has(step)
        ? [at("cutOff", "only what closes again can be cut off", "remove it, or move it to the stage that opens: end")]
        : []),
      ...(closing.has(step) && !carriesOut(step)
        ? [at("kind", "what was opened is closed by doing it", "write kind: do")]
        : []),
      ...(SAYS.checkedAt(step) && !SAYS.checks(step)
        ? [at("checkedAt", "there is nothing to look at", "remove it, or write the checks")]
        : []),
      ...OWN_KEYS.flatMap(([key, isSaid]) =>
        isSaid(step) && !kindOf(step).uses.includes(key)
          ? [
              at(
                key,
                `${key} means nothing to a step of kind ${step.kind}`,
                `remove it, or write kind: ${kindsUsing(key).join(" or ")}`,
              ),
            ]
          : [],
      ),
    ];
  });
}

type Remark = Pick<Contradiction, "what" | "todo">;

function clockRemarks(step: Step): readonly Remark[] {
  const { clock } = step;
  const remarks: readonly (Remark & { readonly is: boolean })[] = [
    {
      is: clock.ring.length > 0 && clock.take === null,
      what: "ring needs take",
      todo: "say how long the first wait is",
    },
    {
      is: (clock.again ?? clock.progress) !== null && !clock.always,
      what: "again and progress need always: they are for what cannot wait",
      todo: "remove them, or add always",
    },
    {
      is: clock.always && decides(step),
      what: "an approval is never rung on to Ops: they have no vote in it",
      todo: "remove always",
    },
  ];
  return remarks.filter(({ is }) => is);
}

const OWN_KEYS = [
  ["checks", SAYS.checks],
  ["checkedAt", SAYS.checkedAt],
  ["evidence", SAYS.evidence],
  ["window", SAYS.window],
  ["looksAt", SAYS.looksAt],
  ["together", SAYS.together],
  ["settles", SAYS.settles],
] as const;

function stepPath(type: RequestType, id: string, ...rest: readonly string[]): readonly (string | number)[] {
  const stage = type.stages.findIndex(({ steps }) => steps.some((step) => step.id === id));
  const step = type.stages[stage]?.steps.findLastIndex((one) => one.id === id) ?? 0;
  return ["stages", stage, "steps", step, ...rest];
}
