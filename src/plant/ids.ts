import { z } from "zod";
import { PLATFORM_NAMES } from "../platforms.ts";

const SLUG = /^[a-z0-9][a-z0-9-]{0,39}$/;
const slug = z.string().regex(SLUG, "an id has small letters, digits and dashes, 40 at most, e.g. ot-controls");

/** A person of the plant, as the plant file calls them, e.g. `otto`. */
export const PersonId = slug.brand<"PersonId">();
export type PersonId = z.infer<typeof PersonId>;

/** A team of the plant, e.g. `ot-controls`. */
export const TeamId = slug.brand<"TeamId">();
export type TeamId = z.infer<typeof TeamId>;

/** A machine, program or network part that somebody owns, e.g. `plc-12`. */
export const AssetId = slug.brand<"AssetId">();
export type AssetId = z.infer<typeof AssetId>;

/** A production line, e.g. `line-3`. */
export const LineId = slug.brand<"LineId">();
export type LineId = z.infer<typeof LineId>;

/** A working calendar that teams share, e.g. `office`. */
export const CalendarId = slug.brand<"CalendarId">();
export type CalendarId = z.infer<typeof CalendarId>;

/** A shift of the plant, e.g. `night`. */
export const ShiftId = slug.brand<"ShiftId">();
export type ShiftId = z.infer<typeof ShiftId>;

/** The plant's short code: the first half of every request key, `HAM` in `HAM-142`. */
export const PlantCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{1,5}$/, "a plant code has 2 to 6 capital letters or digits and begins with a letter, e.g. HAM")
  .brand<"PlantCode">();
export type PlantCode = z.infer<typeof PlantCode>;

/** A chat platform a person or a team can be reached on. */
export const AdapterName = z.enum(PLATFORM_NAMES);
export type AdapterName = z.infer<typeof AdapterName>;

/** One person's account on one platform, `<adapter>:<user id there>`, e.g. `slack:U024BE7LH`. */
export const AccountId = z
  .string()
  .regex(
    new RegExp(`^(${PLATFORM_NAMES.join("|")}):\\S{1,200}$`),
    "an account is platform:user id, e.g. slack:U024BE7LH, teams:… or web:otto",
  )
  .brand<"AccountId">();
export type AccountId = z.infer<typeof AccountId>;

/** The platform an account belongs to. */
export function adapterOf(account: AccountId): AdapterName {
  return AdapterName.parse(account.slice(0, account.indexOf(":")));
}
