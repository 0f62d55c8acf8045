import { z } from "zod";
import { EpochMs } from "../clock.ts";
import { PlantSource } from "./source.ts";
import {
  StoredAccountId,
  StoredAssetId,
  StoredLineId,
  StoredPersonId,
  StoredPlantCode,
  StoredTeamId,
} from "./storedIds.ts";

// The schemas are those of the record, and so they are loose: see `plant/stored.ts` before changing one.

/** Who caused a plant event: a person, an account nobody has linked yet, or Referee itself (`referee:clock`). */
export const PlantActor = z.union([z.templateLiteral(["referee:", z.string()]), StoredPersonId, StoredAccountId]);
export type PlantActor = z.infer<typeof PlantActor>;

const said = { by: PlantActor, at: EpochMs };
const period = { from: EpochMs, to: EpochMs };

const Uncovered = z.object({ team: StoredTeamId, ...period }).readonly();

/**
 * Somebody will be away. A newer absence replaces earlier ones of the same person that it overlaps. `uncovered`: hours in
 * which nobody is on call because of it, as far as was known when it was said.
 */
export const AbsenceSet = z
  .object({
    type: z.literal("AbsenceSet"),
    person: StoredPersonId,
    ...period,
    uncovered: z.array(Uncovered).readonly().default([]),
    ...said,
  })
  .readonly();
export type AbsenceSet = z.infer<typeof AbsenceSet>;

/** Somebody is back before their absence ends. Absences that begin later stay. */
export const AbsenceEnded = z.object({ type: z.literal("AbsenceEnded"), person: StoredPersonId, ...said }).readonly();
export type AbsenceEnded = z.infer<typeof AbsenceEnded>;

/** Somebody is on call for a team instead of its rota. */
export const OverrideSet = z
  .object({ type: z.literal("OverrideSet"), team: StoredTeamId, person: StoredPersonId, ...period, ...said })
  .readonly();
export type OverrideSet = z.infer<typeof OverrideSet>;

/**
 * Somebody is asked for everything another would be asked for: on call, as backup, as lead. Where two overlap the newer one
 * counts; those of an absence end with it.
 */
export const StandInSet = z
  .object({ type: z.literal("StandInSet"), person: StoredPersonId, standIn: StoredPersonId, ...period, ...said })
  .readonly();
export type StandInSet = z.infer<typeof StandInSet>;

/**
 * A stand-in was taken back: that of just this stretch, and where it has begun, from now on. Who was released is told by it;
 * an absence that ends is told beside the stand-ins that belonged to it.
 */
export const StandInEnded = z
  .object({ type: z.literal("StandInEnded"), person: StoredPersonId, standIn: StoredPersonId, ...period, ...said })
  .readonly();
export type StandInEnded = z.infer<typeof StandInEnded>;

const frozen = { assets: z.array(StoredAssetId).readonly(), lines: z.array(StoredLineId).readonly() };

/** People froze assets and lines; the whole plant when both are empty. */
export const FreezeSet = z.object({ type: z.literal("FreezeSet"), ...frozen, ...period, ...said }).readonly();
export type FreezeSet = z.infer<typeof FreezeSet>;

/** What people froze may be touched again: every freeze of theirs over one of these, all of them when both are empty. */
export const FreezeLifted = z.object({ type: z.literal("FreezeLifted"), ...frozen, ...said }).readonly();
export type FreezeLifted = z.infer<typeof FreezeLifted>;

/** An absence, a stand-in, an override or a freeze that people had told of began or ended. */
export const DutyChanged = z.object({ type: z.literal("DutyChanged"), at: EpochMs }).readonly();
export type DutyChanged = z.infer<typeof DutyChanged>;

/**
 * An account turned out to be this person's, by `referee:directory` or by their own word from another account. `address`: by
 * which the directory knew it then, where it vouched for one.
 */
export const AccountLinked = z
  .object({
    type: z.literal("AccountLinked"),
    person: StoredPersonId,
    account: StoredAccountId,
    address: z.string().optional(),
    ...said,
  })
  .readonly();
export type AccountLinked = z.infer<typeof AccountLinked>;

/**
 * An account is no longer this person's: they said so, an Ops lead did, the directory vouches for somebody else by now, or a
 * plant file came into force that no longer has them or that gives them another account (`referee:files`). But for the
 * last, only a code links it again.
 */
export const AccountUnlinked = z
  .object({ type: z.literal("AccountUnlinked"), person: StoredPersonId, account: StoredAccountId, ...said })
  .readonly();
export type AccountUnlinked = z.infer<typeof AccountUnlinked>;

/**
 * The directory knows an account by this person's address, and it could not become theirs: they have another one there, two
 * people share the address, or the link was ended. Whose it is nobody knows, so it may be theirs.
 */
export const AddressShared = z
  .object({ type: z.literal("AddressShared"), person: StoredPersonId, account: StoredAccountId, ...said })
  .readonly();
export type AddressShared = z.infer<typeof AddressShared>;

/**
 * A calendar was read from its address. `calendar`: the id of the address. `text`: what it says of who is on call; null
 * where that is what it said before. `etag`, `lastModified`: by what its server knows it.
 */
export const CalendarRead = z
  .object({
    type: z.literal("CalendarRead"),
    calendar: z.string(),
    text: z.string().nullable(),
    etag: z.string().nullable(),
    lastModified: z.string().nullable(),
    ...said,
  })
  .readonly();
export type CalendarRead = z.infer<typeof CalendarRead>;

/** Ops ruled whose an asset is. */
export const OwnerRuled = z
  .object({ type: z.literal("OwnerRuled"), asset: StoredAssetId, team: StoredTeamId, reason: z.string(), ...said })
  .readonly();
export type OwnerRuled = z.infer<typeof OwnerRuled>;

/** Ops took back what they ruled on an asset at `ruledAt`: whose it is goes by the plant file again. */
export const RulingLifted = z
  .object({ type: z.literal("RulingLifted"), asset: StoredAssetId, ruledAt: EpochMs, reason: z.string(), ...said })
  .readonly();
export type RulingLifted = z.infer<typeof RulingLifted>;

/** Somebody whom the plant file names no longer, and the team they were at home in: cards go on calling them by name. */
const Left = z.object({ person: StoredPersonId, name: z.string(), team: StoredTeamId.nullable() }).readonly();

/**
 * A plant file came into force; `version` is that of the file, `source` its texts, from which every process makes the same
 * plant. Null in what was published before texts were kept. `left`: who is in it no longer.
 */
export const PlantPublished = z
  .object({
    type: z.literal("PlantPublished"),
    plant: StoredPlantCode,
    version: z.string(),
    source: PlantSource.nullable().default(null),
    left: z.array(Left).readonly().default([]),
    ...said,
  })
  .readonly();
export type PlantPublished = z.infer<typeof PlantPublished>;

/** The digest for one day and time fell due. `forDay` is the plant's date, e.g. `2026-11-24`. */
export const DigestDue = z
  .object({ type: z.literal("DigestDue"), plant: StoredPlantCode, forDay: z.string(), at: EpochMs })
  .readonly();
export type DigestDue = z.infer<typeof DigestDue>;

/** What somebody may send too much of. */
export const HeldKind = z.enum(["draft", "call", "note", "question", "code"]);
export type HeldKind = z.infer<typeof HeldKind>;

/** Somebody sent more than Referee takes within a short time; `name` is what their platform shows for them. */
export const HeldBack = z.object({ type: z.literal("HeldBack"), kind: HeldKind, name: z.string(), ...said }).readonly();
export type HeldBack = z.infer<typeof HeldBack>;

/**
 * The directory says that somebody has left: they have no say from now on, and what they had goes on. `user`: who they are
 * there. Name and team are kept, since cards go on calling them by name.
 */
export const PersonLeft = z
  .object({
    type: z.literal("PersonLeft"),
    person: StoredPersonId,
    name: z.string(),
    team: StoredTeamId.nullable(),
    user: z.string(),
    ...said,
  })
  .readonly();
export type PersonLeft = z.infer<typeof PersonLeft>;

/** The directory says that somebody who had left, or was about to, is there. */
export const PersonReturned = z
  .object({ type: z.literal("PersonReturned"), person: StoredPersonId, user: z.string(), ...said })
  .readonly();
export type PersonReturned = z.infer<typeof PersonReturned>;

/**
 * The directory says that more people have left at once than do: until an administrator says yes they keep their say.
 * `waiting`: how many wait by now.
 */
export const LeavingHeld = z
  .object({
    type: z.literal("LeavingHeld"),
    person: StoredPersonId,
    user: z.string(),
    waiting: z.int().default(1),
    /** They are the last who leads Ops; absent: there are unusually many who leave. */
    lastOfOps: z.boolean().optional(),
    ...said,
  })
  .readonly();
export type LeavingHeld = z.infer<typeof LeavingHeld>;

/** An administrator says that those who were held have left indeed. `name`: who says so, in their own words. */
export const LeavingAccepted = z
  .object({ type: z.literal("LeavingAccepted"), name: z.string(), because: z.string(), ...said })
  .readonly();
export type LeavingAccepted = z.infer<typeof LeavingAccepted>;

/** What happens to a plant between two versions of its file. Kept in a chained stream of its own. */
export type PlantEvent =
  | PlantPublished
  | AbsenceSet
  | AbsenceEnded
  | OverrideSet
  | StandInSet
  | StandInEnded
  | FreezeSet
  | FreezeLifted
  | DutyChanged
  | AccountLinked
  | AccountUnlinked
  | AddressShared
  | CalendarRead
  | OwnerRuled
  | RulingLifted
  | PersonLeft
  | PersonReturned
  | LeavingHeld
  | LeavingAccepted
  | DigestDue
  | HeldBack;
