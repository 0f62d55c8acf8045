import type { FieldMeaning } from "./fieldMeaning.ts";
import type { Field, FieldKind } from "./requestType.ts";

/** What a field of each meaning holds. */
const HOLDS: Readonly<Record<FieldMeaning, FieldKind>> = {
  purpose: "text",
  words: "text",
  wish: "text",
  begin: "instant",
  end: "instant",
  stops: "instant",
  source: "endpoint",
  symptom: "text",
  visitor: "text",
  vendor: "text",
  sponsor: "text",
  access: "choice",
  impact: "choice",
  moment: "choice",
};

/** The kind a field has to be of for what its file says it means; null where it is, or says nothing. */
export function kindMeant({ kind, means }: Pick<Field, "kind" | "means">): FieldKind | null {
  return means === undefined || HOLDS[means] === kind ? null : HOLDS[means];
}

/** The ids that say what a field means by themselves, in files and records that do not: those of releases up to 0.1. */
const BY_ID: ReadonlyMap<string, FieldMeaning> = new Map<string, FieldMeaning>([
  ["why", "purpose"],
  ["from", "begin"],
  ["at", "begin"],
  ["date", "begin"],
  ["until", "end"],
  ["stopsAt", "stops"],
  ["source", "source"],
  ["symptom", "symptom"],
  ["visitor", "visitor"],
  ["sponsor", "sponsor"],
  ["access", "access"],
  ["impact", "impact"],
  ["moment", "moment"],
]);

/** What a field means; null for one that is only what its kind says. */
export function meaningOf({ id, means }: Pick<Field, "id" | "means">): FieldMeaning | null {
  return means ?? BY_ID.get(id) ?? null;
}

/** Whether it says who comes from outside: somebody of a company, or the company alone. */
export function isOfVendor(field: Pick<Field, "id" | "means">): boolean {
  const meaning = meaningOf(field);
  return meaning === "visitor" || meaning === "vendor";
}

/** Whether it says what is wanted, in the requester's own words: quoted on a card, and so not among its facts. */
export function isQuoted(field: Pick<Field, "id" | "means">): boolean {
  const meaning = meaningOf(field);
  return meaning === "purpose" || meaning === "words" || meaning === "wish";
}

/** Whether production stands, as far as a request says. */
export function isStanding(fields: readonly Field[], values: Readonly<Record<string, string>>): boolean {
  const impact = fields.find((field) => meaningOf(field) === "impact");
  return impact !== undefined && values[impact.id] === "standing";
}
