import type { z } from "zod";
import { PlantDraft } from "./file.ts";
import type { Path } from "./yamlFile.ts";

/** A mistake inside these costs one entry; elsewhere it costs the whole top-level key. */
const SECTIONS: readonly PropertyKey[] = ["people", "teams", "assets", "lines", "calendars", "shifts", "holidays"];

/** What is left of a plant file when everything with a mistake of its own is taken out, so the rest can be checked. */
export function soundPartOf(value: unknown, error: z.ZodError): PlantDraft {
  const faulty = error.issues.flatMap((issue): readonly Path[] =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => [...issue.path, key])
      : [issue.path.slice(0, SECTIONS.includes(issue.path[0] ?? "") ? 2 : 1)],
  );
  const draft = PlantDraft.safeParse(faulty.reduce(without, value));
  return draft.success ? draft.data : {};
}

/** The value without what stands at the path; untouched where nothing does. */
function without(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return value;
  if (Array.isArray(value)) return value.map((each, at) => (at === key ? without(each, rest) : each));
  if (!isBlock(value) || !Object.hasOwn(value, key)) return value;
  const { [key]: inner, ...others } = value;
  return rest.length === 0 ? others : { ...others, [key]: without(inner, rest) };
}

function isBlock(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === "object" && value !== null;
}
