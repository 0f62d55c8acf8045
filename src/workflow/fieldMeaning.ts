import { z } from "zod";

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
  // Texts: what is seen of a fault, who visits, of which company, and who looks after them.
  "symptom",
  "visitor",
  "vendor",
  "sponsor",
  // Choices, by the values of their options: read and write; standing, stops and can-wait; now and agreed.
  "access",
  "impact",
  "moment",
]);
export type FieldMeaning = z.infer<typeof FieldMeaning>;
