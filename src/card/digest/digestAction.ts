import { z } from "zod";
import { EpochMs } from "../../clock.ts";
import { PlantCode, TeamId } from "../../plant/ids.ts";
import { SectionName } from "./digestSections.ts";

/**
 * Asks for the rest of a section of a plant's digest, as it is now or was in one that was said, of some teams or of all, or of
 * what ended undecided since an instant.
 * `from`: how many were shown before.
 */
export type DigestAction = {
  readonly plant: PlantCode;
  readonly teams: readonly TeamId[];
  readonly from: number;
} & (
  | { readonly type: "section"; readonly section: SectionName }
  | { readonly type: "ended"; readonly since: EpochMs }
  /** Of a digest that was said: what its section held then. `day`: the plant's date, e.g. `2026-12-01`. */
  | { readonly type: "kept"; readonly day: string; readonly section: SectionName }
);

const Teams = z
  .string()
  .transform((text) => (text === "" ? [] : text.split(",")))
  .pipe(z.array(TeamId));

const From = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);
const Since = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .pipe(EpochMs);

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const Parts = z.union([
  z
    .tuple([z.literal("k1"), PlantCode, Teams, Day, SectionName, From])
    .transform(([, plant, teams, day, section, from]): DigestAction => {
      return { type: "kept", plant, teams, day, section, from };
    }),
  z
    .tuple([z.literal("d1"), PlantCode, Teams, SectionName, From])
    .transform(([, plant, teams, section, from]): DigestAction => ({ type: "section", plant, teams, section, from })),
  z
    .tuple([z.literal("e1"), PlantCode, Teams, Since, From])
    .transform(([, plant, teams, since, from]): DigestAction => ({ type: "ended", plant, teams, since, from })),
]);

/** The value such a button carries. */
export function encodeDigestAction(action: DigestAction): string {
  const { plant, teams, from } = action;
  switch (action.type) {
    case "section":
      return `d1|${plant}|${teams.join(",")}|${action.section}|${from}`;
    case "kept":
      return `k1|${plant}|${teams.join(",")}|${action.day}|${action.section}|${from}`;
    default:
      return `e1|${plant}|${teams.join(",")}|${action.since}|${from}`;
  }
}

/** Null for every other button. */
export function readDigestAction(value: string): DigestAction | null {
  return Parts.safeParse(value.split("|")).data ?? null;
}
