import { z } from "zod";
import type { EpochMs } from "../clock.ts";
import { AdapterName } from "../plant/ids.ts";
import { StepId } from "../workflow/requestType.ts";

/**
 * Where something is said: a conversation of one platform, and the thread in it.
 * `conversation` is the platform's own id (a Slack channel or user id: a user id means the direct message with them).
 * `thread` is the id of the message that began the thread, or null for the conversation itself.
 */
export const Spot = z.object({ adapter: AdapterName, conversation: z.string().min(1), thread: z.string().nullable() });
export type Spot = z.infer<typeof Spot>;

/**
 * A place's name within its request: `requester`, `ops`, or its step and how often that step moved, `security-1`. Longer
 * than the longest step by whatever is put behind it, such as `-direct-again-12`.
 */
export const PlaceName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,98}$/)
  .brand<"PlaceName">();
export type PlaceName = z.infer<typeof PlaceName>;

/** Whom a place is for, and so which card is shown there. */
export const PlaceRole = z.discriminatedUnion("type", [
  z.object({ type: z.literal("requester") }),
  z.object({ type: z.literal("step"), step: StepId }),
  z.object({ type: z.literal("ops") }),
]);
export type PlaceRole = z.infer<typeof PlaceRole>;

/** One conversation in which a request is shown. A place that was left keeps one last card without buttons. */
export const Place = z.object({ name: PlaceName, spot: Spot, role: PlaceRole });
export type Place = z.infer<typeof Place> & {
  readonly openedAt: EpochMs;
  readonly left: boolean;
  /** Left because nobody can be reached there. */
  readonly lost: boolean;
};

export const REQUESTER_PLACE = PlaceName.parse("requester");
export const OPS_PLACE = PlaceName.parse("ops");
export const MANAGER_PLACE = PlaceName.parse("manager");

/** The direct message with one of the Ops leads, counted from 0, while the channel of Ops is closed to Referee. */
export function opsLeadPlace(lead: number): PlaceName {
  return PlaceName.parse(`ops-lead-${lead + 1}`);
}

/** Whether a place is where Ops decide, rather than where the plant manager is told. */
export function isForOps({ name, role }: Pick<Place, "name" | "role">): boolean {
  return role.type === "ops" && name !== MANAGER_PLACE;
}
