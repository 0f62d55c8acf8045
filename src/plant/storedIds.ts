import { z } from "zod";

// Ids as the record has them. The files may grow stricter about what an id looks like; what was written stays readable.

/** Only accounts and Referee itself have a colon. */
const name = z.string().regex(/^[^:]+$/);

export const StoredPersonId = name.brand<"PersonId">();
export const StoredTeamId = name.brand<"TeamId">();
export const StoredAssetId = name.brand<"AssetId">();
export const StoredLineId = name.brand<"LineId">();
export const StoredShiftId = name.brand<"ShiftId">();
export const StoredPlantCode = name.brand<"PlantCode">();
/** `<platform>:<user id there>`. */
export const StoredAccountId = z
  .string()
  .regex(/^[^:]+:.+$/s)
  .brand<"AccountId">();
