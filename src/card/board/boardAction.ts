import { z } from "zod";
import { PlantCode } from "../../plant/ids.ts";

/** Asks for what a plant's board could not hold. `from`: how many were shown before. */
export type BoardAction = { readonly plant: PlantCode; readonly from: number };

const Parts = z
  .tuple([z.literal("o1"), PlantCode, z.string().regex(/^\d{1,6}$/)])
  .transform(([, plant, from]): BoardAction => ({ plant, from: Number(from) }));

/** The value such a button carries. */
export function encodeBoardAction({ plant, from }: BoardAction): string {
  return `o1|${plant}|${from}`;
}

/** Null for every other button. */
export function readBoardAction(value: string): BoardAction | null {
  return Parts.safeParse(value.split("|")).data ?? null;
}
