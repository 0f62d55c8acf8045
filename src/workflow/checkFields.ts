import { blanksIn } from "./blanks.ts";
import type { Contradiction } from "./contradiction.ts";
import { kindOf } from "./kinds/kinds.ts";
import { kindMeant } from "./meaning.ts";
import { type Field, type RequestType, stepsOf } from "./requestType.ts";

type Where = Contradiction["path"];
/** A place in the file that names a field, perhaps with a value it may have. */
type Mention = { readonly path: Where; readonly name: string; readonly is?: string; readonly kind?: Field["kind"] };

/** Fields that are named and do not exist, cannot be what they are named for, or can never be told. */
export function fieldContradictions(type: RequestType): readonly Contradiction[] {
  return [
    ...mentionsIn(type).flatMap((mention) => misfit(type, mention)),
    ...type.fields.flatMap((field, i) => [
      ...lostSupplier(type, field, i),
      ...misplacedOptions(field, i),
      ...unfitMeaning(field, i),
    ]),
  ];
}

function mentionsIn(type: RequestType): readonly Mention[] {
  const titled = blanksIn(type.title).map((name) => ({ path: ["title"], name }));
  const parts = type.brief.flatMap((part, i) => blanksIn(part).map((name) => ({ path: ["brief", i], name })));
  const ends = type.endsAt === null ? [] : [{ path: ["endsAt"], name: type.endsAt, kind: "instant" as const }];
  const considered = type.consider.flatMap(({ when }, i) =>
    when === null ? [] : [{ path: ["consider", i, "when"], name: when.field, is: when.is }],
  );
  const { when, title } = type.alarm ?? { when: null, title: "" };
  const alarm = [
    ...(when?.is ?? []).map((is) => ({ path: ["alarm", "when"], name: when?.field ?? "", is })),
    ...blanksIn(title).map((name) => ({ path: ["alarm", "title"], name })),
  ];
  return [
    { path: ["asset"], name: type.asset },
    ...alarm,
    ...titled,
    ...parts,
    ...ends,
    ...considered,
    ...mentionsInSteps(type),
  ];
}

function mentionsInSteps({ stages }: RequestType): readonly Mention[] {
  return stages.flatMap(({ steps }, stage) =>
    steps.flatMap(({ sooner, window }, step): readonly Mention[] => {
      const path = ["stages", stage, "steps", step];
      const { from, until } = window ?? { from: null, until: null };
      return [
        ...(sooner === null ? [] : [{ path: [...path, "sooner"], name: sooner.field, is: sooner.is }]),
        ...(from === null ? [] : [{ path: [...path, "window", "from"], name: from, kind: "instant" as const }]),
        ...(until === null ? [] : [{ path: [...path, "window", "until"], name: until, kind: "instant" as const }]),
      ];
    }),
  );
}

function misfit({ fields }: RequestType, { path, name, is, kind }: Mention): readonly Contradiction[] {
  const field = fields.find(({ id }) => id === name);
  if (field === undefined) {
    const todo = `name one of: ${fields.map(({ id }) => id).join(", ")}`;
    return [{ path: is === undefined ? path : [...path, "field"], what: `there is no field "${name}"`, todo }];
  }
  if (kind !== undefined && field.kind !== kind)
    return [{ path, what: `the field "${name}" holds no ${kind}`, todo: `name a field of kind ${kind}` }];
  if (is === undefined || field.kind !== "choice" || field.options.some(({ value }) => value === is)) return [];
  const todo = `write one of: ${field.options.map(({ value }) => value).join(", ")}`;
  return [{ path: [...path, "is"], what: `"${is}" is none of the options of "${name}"`, todo }];
}

function lostSupplier(type: RequestType, { from, required }: Field, i: number): readonly Contradiction[] {
  if (from === "requester") return [];
  const name = from.slice("step:".length);
  const step = stepsOf(type).find(({ id }) => id === name);
  if (step === undefined) {
    const todo = "name a step of this file, or requester";
    return [{ path: ["fields", i, "from"], what: `no step is called "${name}"`, todo }];
  }
  if (!required || kindOf(step).canOweFacts) return [];
  const what = `"${name}" only confirms, so it cannot be made to tell this`;
  return [{ path: ["fields", i, "from"], what, todo: "let a step that approves or does supply it" }];
}

function unfitMeaning(field: Field, i: number): readonly Contradiction[] {
  const kind = kindMeant(field);
  if (kind === null) return [];
  const what = `a field of kind ${field.kind} cannot mean "${field.means}"`;
  return [{ path: ["fields", i, "means"], what, todo: `remove it, or write kind: ${kind}` }];
}

function misplacedOptions({ kind, options }: Field, i: number): readonly Contradiction[] {
  if ((kind === "choice") === options.length > 0) return [];
  const what = "options belong to a field of kind choice, and only there";
  return [{ path: ["fields", i], what, todo: "add or remove the options" }];
}
