import { z } from "zod";

const list = z.array(z.string()).nullish();
const named = { name: z.string().optional() };

/** As much of a plant file as rows are matched with; the rest is `readPlant`'s affair, once the change is made. */
export const PlantNow = z.looseObject({
  people: z.record(z.string(), z.looseObject({ ...named, email: z.string().optional(), accounts: list })).nullish(),
  teams: z.record(z.string(), z.looseObject(named)).nullish(),
  lines: z.record(z.string(), z.looseObject(named)).nullish(),
  assets: z.record(z.string(), z.looseObject({ ...named, aliases: list })).nullish(),
});
export type PlantNow = z.infer<typeof PlantNow>;

/** The id of what a text means; null for none, and for several. */
export type Find = (text: string) => string | null;

/** Finds an entry by its id, else by its name however that is written. */
export function finderOf(
  entries: Readonly<Record<string, { readonly name?: string | undefined }>> | null | undefined,
): Find {
  const all = Object.entries(entries ?? {});
  const ids = new Set(all.map(([id]) => id));
  const byName = new Map<string, readonly string[]>();
  for (const [id, { name = "" }] of all) byName.set(foldName(name), [...(byName.get(foldName(name)) ?? []), id]);
  return (text) => {
    if (ids.has(text)) return text;
    const [first, ...others] = byName.get(foldName(text)) ?? [];
    return first === undefined || others.length > 0 ? null : first;
  };
}

/** A name however people write it: case, spaces and dashes do not matter, `plc12` is `PLC-12`; digits are what they are. */
export function foldName(name: string): string {
  const apart = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu, " ");
  return apart.replace(/[\s_-]+/gu, " ").trim();
}
