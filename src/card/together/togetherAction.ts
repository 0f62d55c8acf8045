import { z } from "zod";
import { PlantCode } from "../../plant/ids.ts";

/**
 * Looks at equal approvals, or gives them. `group`: as of `alikeIn`. `shown`: in short, what was shown; null to look at them
 * first. What is different from it by then is shown anew, and nothing is approved.
 */
export type TogetherAction = { readonly plant: PlantCode; readonly group: string; readonly shown: string | null };

const Parts = z
  .tuple([z.literal("t1"), PlantCode, z.string().regex(/^[0-9a-f]{16}$/), z.string().regex(/^[\w-]{0,22}$/)])
  .transform(([, plant, group, shown]): TogetherAction => ({ plant, group, shown: shown === "" ? null : shown }));

/** The value such a button carries. */
export function encodeTogether({ plant, group, shown }: TogetherAction): string {
  return `t1|${plant}|${group}|${shown ?? ""}`;
}

/** Null for every other button. */
export function readTogether(value: string): TogetherAction | null {
  return Parts.safeParse(value.split("|")).data ?? null;
}
