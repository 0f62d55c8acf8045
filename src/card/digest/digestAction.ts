import { z } from "zod";
import { PlantCode, TeamId } from "../../plant/ids.ts";
import { SectionName } from "./digestSections.ts";

/** Asks for the rest of a section of a plant's digest, of some teams or of all. `from`: how many were shown before. */
export type DigestAction = {
  readonly plant: PlantCode;
  readonly teams: readonly TeamId[];
  readonly section: SectionName;
  readonly from: number;
};

const Teams = z
  .string()
  .transform((text) => (text === "" ? [] : text.split(",")))
  .pipe(z.array(TeamId));

const Parts = z
  .tuple([z.literal("d1"), PlantCode, Teams, SectionName, z.string().regex(/^\d{1,6}$/)])
  .transform(([, plant, teams, section, from]): DigestAction => ({ plant, teams, section, from: Number(from) }));

/** The value such a button carries. */
export function encodeDigestAction({ plant, teams, section, from }: DigestAction): string {
  return `d1|${plant}|${teams.join(",")}|${section}|${from}`;
}

/** Null for every other button. */
export function readDigestAction(value: string): DigestAction | null {
  return Parts.safeParse(value.split("|")).data ?? null;
}
