import { type RequestType, stepsOf } from "./requestType.ts";

/** Something a request type says that cannot be, and the path in its file at which it says so. */
export type Contradiction = {
  readonly path: readonly (string | number)[];
  readonly what: string;
  readonly todo: string;
};

/** What the schema alone cannot see: names that lead nowhere, fields nobody uses, ends without a closing step. */
export function contradictionsIn(type: RequestType): readonly Contradiction[] {
  return [...doubledIds(type), ...lostFields(type), ...lostSteps(type), ...ends(type), ...clocks(type)];
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

function lostFields(type: RequestType): readonly Contradiction[] {
  const known = new Set<string>(type.fields.map(({ id }) => id));
  const steps = new Set<string>(stepsOf(type).map(({ id }) => `step:${id}`));
  const missing = (name: string, path: readonly (string | number)[]): readonly Contradiction[] =>
    known.has(name)
      ? []
      : [{ path, what: `there is no field "${name}"`, todo: `name one of: ${[...known].join(", ")}` }];
  return [
    ...missing(type.asset, ["asset"]),
    ...(type.endsAt === null ? [] : missing(type.endsAt, ["endsAt"])),
    ...[...type.title.matchAll(/\{([^}]*)\}/g)].flatMap(([, name = ""]) => missing(name, ["title"])),
    ...type.consider.flatMap(({ when }, i) =>
      when === null ? [] : missing(when.field, ["consider", i, "when", "field"]),
    ),
    ...type.fields.flatMap((field, i) =>
      field.from === "requester" || steps.has(field.from)
        ? []
        : [
            {
              path: ["fields", i, "from"],
              what: `no step is called "${field.from.slice(5)}"`,
              todo: "name a step of this file, or requester",
            },
          ],
    ),
    ...type.fields.flatMap((field, i) =>
      (field.kind === "choice") === field.options.length > 0
        ? []
        : [
            {
              path: ["fields", i],
              what: "options belong to a field of kind choice, and only there",
              todo: "add or remove the options",
            },
          ],
    ),
  ];
}

function lostSteps(type: RequestType): readonly Contradiction[] {
  return type.stages.flatMap((stage) =>
    stage.steps.flatMap((step) =>
      step.settles
        .filter((settled) => !stage.steps.some(({ id }) => id === settled && id !== step.id))
        .map((settled) => ({
          path: stepPath(type, step.id, "settles"),
          what: `"${settled}" is not another step of this stage`,
          todo: "name a step that opens together with this one",
        })),
    ),
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

function clocks(type: RequestType): readonly Contradiction[] {
  return stepsOf(type).flatMap((step) =>
    step.clock.ring.length > 0 && step.clock.take === null
      ? [{ path: stepPath(type, step.id, "clock"), what: "ring needs take", todo: "say how long the first wait is" }]
      : [],
  );
}

function stepPath(type: RequestType, id: string, ...rest: readonly string[]): readonly (string | number)[] {
  const stage = type.stages.findIndex(({ steps }) => steps.some((step) => step.id === id));
  const step = type.stages[stage]?.steps.findLastIndex((one) => one.id === id) ?? 0;
  return ["stages", stage, "steps", step, ...rest];
}
