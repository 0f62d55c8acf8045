import { z } from "zod";
import { EpochMs } from "../clock.ts";
import { AccountId, AssetId, PersonId, PlantCode, TeamId } from "./ids.ts";
import { PlantSource } from "./source.ts";

/** Who caused a plant event: a person, an account nobody has linked yet, or Referee itself (`referee:clock`). */
export const PlantActor = z.union([PersonId, AccountId, z.templateLiteral(["referee:", z.string().regex(/^[a-z]+$/)])]);
export type PlantActor = z.infer<typeof PlantActor>;

const said = { by: PlantActor, at: EpochMs };
const period = { from: EpochMs, to: EpochMs };

/** Somebody will be away. A newer absence replaces earlier ones of the same person that it overlaps. */
export const AbsenceSet = z.object({ type: z.literal("AbsenceSet"), person: PersonId, ...period, ...said }).readonly();
export type AbsenceSet = z.infer<typeof AbsenceSet>;

/** Somebody is back before their absence ends. Absences that begin later stay. */
export const AbsenceEnded = z.object({ type: z.literal("AbsenceEnded"), person: PersonId, ...said }).readonly();
export type AbsenceEnded = z.infer<typeof AbsenceEnded>;

/** Somebody is on call for a team instead of its rota. */
export const OverrideSet = z
  .object({ type: z.literal("OverrideSet"), team: TeamId, person: PersonId, ...period, ...said })
  .readonly();
export type OverrideSet = z.infer<typeof OverrideSet>;

/** An account turned out to be this person's, by `referee:directory` or by their own word from another account. */
export const AccountLinked = z
  .object({ type: z.literal("AccountLinked"), person: PersonId, account: AccountId, ...said })
  .readonly();
export type AccountLinked = z.infer<typeof AccountLinked>;

/** Ops ruled whose an asset is. */
export const OwnerRuled = z
  .object({ type: z.literal("OwnerRuled"), asset: AssetId, team: TeamId, reason: z.string().min(1), ...said })
  .readonly();
export type OwnerRuled = z.infer<typeof OwnerRuled>;

/** Somebody whom the plant file names no longer, and the team they were at home in: cards go on calling them by name. */
const Left = z.object({ person: PersonId, name: z.string(), team: TeamId.nullable() }).readonly();

/**
 * A plant file came into force; `version` is that of the file, `source` its texts, from which every process makes the same
 * plant. Null in what was published before texts were kept. `left`: who is in it no longer.
 */
export const PlantPublished = z
  .object({
    type: z.literal("PlantPublished"),
    plant: PlantCode,
    version: z.string(),
    source: PlantSource.nullable().default(null),
    left: z.array(Left).readonly().default([]),
    ...said,
  })
  .readonly();
export type PlantPublished = z.infer<typeof PlantPublished>;

/** The digest for one day and time fell due. `forDay` is the plant's date, e.g. `2026-11-24`. */
export const DigestDue = z
  .object({ type: z.literal("DigestDue"), plant: PlantCode, forDay: z.iso.date(), at: EpochMs })
  .readonly();
export type DigestDue = z.infer<typeof DigestDue>;

/** What happens to a plant between two versions of its file. Kept in a chained stream of its own. */
export const PlantEvent = z.discriminatedUnion("type", [
  PlantPublished,
  AbsenceSet,
  AbsenceEnded,
  OverrideSet,
  AccountLinked,
  OwnerRuled,
  DigestDue,
]);
export type PlantEvent = z.infer<typeof PlantEvent>;
