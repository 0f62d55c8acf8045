import { z } from "zod";
import type { Field, FieldKind } from "./requestType.ts";

/**
 * What a field is to Referee beyond its kind: what of a message it is filled with, and where a card shows it. A type says
 * it of its fields; no rule and no card knows a field by its name.
 */
export const FieldMeaning = z.enum([
  // What it is wanted for, quoted on the card: read from the message, the whole message, or never read from it.
  "purpose",
  "words",
  "wish",
  // Instants: when it begins and ends, and when production stops without it.
  "begin",
  "end",
  "stops",
  // Where a connection comes from.
  "source",
  // Texts: what is seen of a fault, who visits, and who looks after them.
  "symptom",
  "visitor",
  "sponsor",
  // Choices, by the values of their options: read and write; standing, stops and can-wait; now and agreed.
  "access",
  "impact",
  "moment",
]);
export type FieldMeaning = z.infer<typeof FieldMeaning>;

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
