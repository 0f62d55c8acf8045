import { z } from "zod";
import { FieldKind } from "../../src/workflow/requestType.ts";
import { Now, Zone } from "../now.ts";

/** What a line may call an input, beside the kinds of fields. */
const OTHER_NAMES: ReadonlyMap<string, FieldKind | "limit"> = new Map<string, FieldKind | "limit">([
  ["source", "endpoint"],
  ["destination", "endpoint"],
  ["asset or name", "asset"],
  ["limit", "limit"],
  ["limits", "limit"],
]);

const Kind = z.string().transform((name, context) => {
  const kind = OTHER_NAMES.get(name) ?? FieldKind.safeParse(name).data;
  if (kind !== undefined) return kind;
  const names = [...FieldKind.options, ...OTHER_NAMES.keys()].join(", ");
  context.addIssue({ code: "custom", message: `“${name}” is none of ${names}` });
  return z.NEVER;
});

const Option = z.union([
  z.object({ value: z.string(), label: z.string() }),
  z.string().transform((label) => ({ value: label, label })),
]);

/**
 * One input of a form: what it showed, as a value or as it stood there, and what somebody made of it; null where they left
 * it. `now` and `timeZone` are as `tools/now.ts` has them.
 */
export const Line = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  kind: Kind,
  raw: z.string().nullable(),
  before: z
    .string()
    .nullish()
    .transform((before) => before ?? ""),
  language: z.enum(["en", "de", "es"]).nullish(),
  now: Now.nullish(),
  timeZone: Zone.nullish(),
  options: z.array(Option).default([]),
});
export type Line = z.infer<typeof Line>;

/** What the form makes of it: the value that is kept, what a card says of it, or what stands at the input. */
export type ReadLine = {
  readonly id: string | null;
  readonly ok: boolean;
  readonly value: string | null;
  readonly shown: string | null;
  readonly problem: string | null;
};
