import { z } from "zod";
import { EpochMs } from "../../clock.ts";
import { AdapterName } from "../../plant/ids.ts";
import {
  StoredAccountId,
  StoredAssetId,
  StoredLineId,
  StoredPersonId,
  StoredShiftId,
  StoredTeamId,
} from "../../plant/storedIds.ts";
import type { Told } from "../../plant/told/told.ts";
import { Actor } from "../actor.ts";
import { StoredFieldId, StoredStepId, StoredTypeId } from "./rules.ts";

// What the facts of stored events consist of.

export const StoredPlaceName = z.string().min(1).brand<"PlaceName">();
export const StoredRequestKey = z.string().min(1).brand<"RequestKey">();

/** The fields that have a value, each as its kind writes it. */
export const Values = z.record(StoredFieldId, z.string()).readonly();

/**
 * How a message was read: the type if it is clear, some readings if not, and the words that said so. A question among the
 * readings stands by its label ("who-owns").
 */
export const Reading = z.object({
  type: StoredTypeId.nullable(),
  candidates: z.array(StoredTypeId),
  because: z.array(z.string()),
});

export const Party = z.discriminatedUnion("type", [
  z.object({ type: z.literal("team"), team: StoredTeamId }).readonly(),
  z.object({ type: z.literal("person"), person: StoredPersonId }).readonly(),
  z.object({ type: z.literal("account"), account: StoredAccountId }).readonly(),
  z.object({ type: z.literal("shiftLead"), line: StoredLineId }).readonly(),
  z.object({ type: z.literal("ops") }).readonly(),
  z.object({ type: z.literal("manager") }).readonly(),
]);

const ToldTree: z.ZodType<Told> = z.lazy(() =>
  z.union([
    z.string(),
    z.object({ says: z.string(), with: z.record(z.string(), ToldTree).exactOptional() }),
    z.object({ at: EpochMs, seen: EpochMs }),
    z.object({ from: EpochMs, to: EpochMs, seen: EpochMs }),
    z.object({ party: Party }),
    z.object({ asset: StoredAssetId }),
    z.object({ line: StoredLineId }),
    z.object({ shift: StoredShiftId }),
    z.object({ freeze: z.string() }),
    z.object({ field: z.string(), value: z.string(), seen: EpochMs }),
    z.object({ field: z.string() }),
    z.object({ all: z.array(ToldTree), by: z.enum(["; ", ", ", "and"]) }),
  ]),
);

/**
 * What Referee said there, to be said again in its reader's language; the words beside it are in the plant's. Absent where they are
 * somebody's own, in events older than this, and where this release cannot read it.
 */
export const StoredTold = ToldTree.optional().catch(undefined);

/** Who was pinged, at which hop of the chain, and why them. */
export const Ping = z.object({
  rank: z.enum(["onCall", "backup", "lead", "fallback", "ops", "manager", "named", "requester"]),
  people: z.array(StoredPersonId),
  because: z.string(),
  told: StoredTold,
  at: EpochMs,
});

/** The instants that matter while a ball lies: when the next is pinged, when its holder is reminded, when it is due. */
export const Clocks = z.object({
  hopAt: EpochMs.nullable(),
  remindAt: EpochMs.nullable(),
  dueAt: EpochMs.nullable(),
});

/**
 * The clocks of a step that the end before would have cut, now that it ends later. `leftMs`: what is left to decide once the
 * question is answered that keeps it; absent where none does.
 */
export const LaterClocks = Clocks.pick({ remindAt: true, dueAt: true }).extend({
  step: StoredStepId,
  leftMs: z.int().nonnegative().exactOptional(),
});

/** "Yes, but": binds every later step and the grant. `until` ends the grant earlier. */
export const Limit = z.object({ text: z.string(), until: EpochMs.nullable() });

/**
 * The newest request before it that asked for the same: what came of it by then, when it was asked for or denied, and what
 * was told of it, but for what people say in words of their own. No decision comes of it.
 */
export const Same = z.object({
  key: StoredRequestKey,
  was: z.enum(["allowed", "denied", "open"]),
  at: EpochMs,
  values: Values,
});

/**
 * What was agreed on beforehand, until when, and by which request: the steps that are not asked for it, with who said yes in
 * whose name, what they said of it, and under which limits.
 */
export const Agreed = z.object({
  key: StoredRequestKey,
  until: EpochMs,
  steps: z.array(z.object({ step: StoredStepId, party: Party, by: Actor })),
  values: Values,
  limits: z.array(Limit),
});

/** A conversation of a platform that this release has, and the thread in it. */
export const StoredSpot = z.object({
  adapter: AdapterName,
  conversation: z.string().min(1),
  thread: z.string().nullable(),
});

/** A conversation that begins to show the request, and for whom. */
export const NewPlace = z.object({
  name: StoredPlaceName,
  spot: StoredSpot,
  role: z.discriminatedUnion("type", [
    z.object({ type: z.literal("requester") }),
    z.object({ type: z.literal("step"), step: StoredStepId }),
    z.object({ type: z.literal("ops") }),
  ]),
  // It stands on the card of that place, whose people are the same; where it is absent, it has a card of its own.
  onCardOf: StoredPlaceName.exactOptional(),
});

/** Files that came with a message. Absent for one without any, and in events older than files. */
export const SentFiles = z
  .array(z.object({ name: z.string(), link: z.url({ protocol: /^https$/ }).nullable() }).readonly())
  .readonly()
  .optional();
