import { closestTo } from "../problem.ts";
import { say, valueAt } from "./schemaFindings.ts";
import type { Finding, Path } from "./yamlFile.ts";

/** Where the file names what it describes elsewhere: `*` is every entry, a last `^` every key. */
const REFERENCES = [
  {
    kind: "person",
    section: "people",
    at: [
      "teams.*.members.*",
      "teams.*.backup",
      "teams.*.lead",
      "teams.*.sponsor",
      ...rota("turns.*.person", "crews.*.people.*", "people.*", "people.*.*", "names.*"),
      "ops.leads.*",
      "ops.manager",
      "riskOwner",
      "riskOwnerStandIn",
    ],
  },
  {
    kind: "team",
    section: "teams",
    at: ["teams.*.fallback", "lines.*.team", "lines.*.owner", "assets.*.owner", "assets.*.parts.*", "roles.*"],
  },
  { kind: "asset", section: "assets", at: ["freezes.*.assets.*"] },
  { kind: "line", section: "lines", at: ["assets.*.line", "freezes.*.lines.*"] },
  { kind: "calendar", section: "calendars", at: ["teams.*.calendar", "ops.calendar"] },
  { kind: "shift", section: "shifts", at: rota("pattern.*", "people.^") },
] as const;

function rota(...inner: readonly string[]): readonly string[] {
  return ["teams.*.onCall", "lines.*.shiftLeads"].flatMap((at) => inner.map((rest) => `${at}.${rest}`));
}

/**
 * Names in a plant file that lead nowhere. Looks at the file as it was written, so that a mistake elsewhere in the same
 * entry does not hide them; whatever stands where a name should and is none is the schema's business.
 */
export function unknownReferences(written: unknown): readonly Finding[] {
  return REFERENCES.flatMap(({ kind, section, at }) => {
    const known = new Set(Object.keys(valueAt(written, [section]) ?? {}));
    const isKnown = (id: string) => known.has(id) || (kind === "shift" && id === "off");
    return at
      .flatMap((pattern) => unknownAt(written, pattern.split("."), isKnown))
      .map((name) => leadsNowhere({ ...name, path: name.path.toReversed() }, kind, section, [...known]));
  });
}

type Name = { readonly id: string; readonly path: Path };

/** Paths from the inside out: of a plant's thousands of names only those that lead nowhere are ever spelt. */
function unknownAt(
  value: unknown,
  [step, ...rest]: readonly string[],
  isKnown: (id: string) => boolean,
): readonly Name[] {
  if (step === undefined) return typeof value === "string" && !isKnown(value) ? [{ id: value, path: [] }] : [];
  if (typeof value !== "object" || value === null) return [];
  if (step === "^")
    return Array.isArray(value)
      ? []
      : Object.keys(value)
          .filter((id) => !isKnown(id))
          .map((id) => ({ id, path: [id] }));
  return entriesAt(value, step).flatMap(([key, inner]) => {
    const found = unknownAt(inner, rest, isKnown);
    return found.length === 0 ? found : found.map(({ id, path }) => ({ id, path: [...path, key] }));
  });
}

function entriesAt(value: object, step: string): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return step === "*" ? [...value.entries()] : [];
  if (step === "*") return Object.entries(value);
  const inner: unknown = Object.getOwnPropertyDescriptor(value, step)?.value;
  return inner === undefined ? [] : [[step, inner]];
}

function leadsNowhere({ id, path }: Name, kind: string, section: string, known: readonly string[]): Finding {
  const meant = closestTo(id, known);
  const add = `add ${id} under ${section}`;
  const todo = meant === null ? add : `did you mean "${meant}"? Else ${add}`;
  return { path, what: `${say(path)}: no ${kind} is called "${id}"`, todo };
}
