import { z } from "zod";
import type { EpochMs } from "../clock.ts";
import { AdapterName } from "../plant/ids.ts";
import type { Actor } from "./actor.ts";
import type { EventOf } from "./events.ts";

/**
 * Where something is said: a conversation of one platform, and the thread in it.
 * `conversation` is the platform's own id (a Slack channel or user id: a user id means the direct message with them).
 * `thread` is the id of the message that began the thread, or null for the conversation itself.
 */
export const Spot = z.object({ adapter: AdapterName, conversation: z.string().min(1), thread: z.string().nullable() });
export type Spot = z.infer<typeof Spot>;

/** Whether two spots are in one conversation, in whichever thread of it. */
export function isSameConversation(one: Conversation, other: Conversation): boolean {
  return one.adapter === other.adapter && one.conversation === other.conversation;
}

type Conversation = Pick<Spot, "adapter" | "conversation">;

/**
 * How what people type beside a card reaches Referee. `threads`: a reply under a message is told from what begins something
 * new. `mention`: only with Referee's name in it. `next`: what somebody types below everything may be for what waits for them
 * there, since there are no threads or they are alone with Referee.
 */
export type Hearing = { readonly threads: boolean; readonly mention: boolean; readonly next: boolean };

/** Replies in threads, whatever they say: as on most platforms. */
export const HEARS_THREADS: Hearing = { threads: true, mention: false, next: false };

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
export type PlaceRole = NewPlace["role"] | Joined;

/**
 * Somebody who wanted the same, and hears here how it ends. `name`: what their platform showed for them. `asSponsor`: they
 * look after a visitor, and hear when it begins and ends.
 */
type Joined = { readonly type: "joined"; readonly by: Actor; readonly name: string; readonly asSponsor: boolean };

/** One conversation in which a request begins to be shown. */
export type NewPlace = EventOf<"PlaceOpened">["place"];

/** A place as it is now. One that was left keeps one last card without buttons. */
export type Place = Omit<NewPlace, "role"> & {
  readonly role: PlaceRole;
  readonly openedAt: EpochMs;
  readonly left: boolean;
  /** Left because nobody can be reached there. */
  readonly lost: boolean;
};

export const REQUESTER_PLACE = PlaceName.parse("requester");
export const OPS_PLACE = PlaceName.parse("ops");
export const MANAGER_PLACE = PlaceName.parse("manager");

/** The direct message with whoever may take the risk of what was denied. */
export const RISK_PLACE = PlaceName.parse("risk-owner");

/** Whether somebody is shown there, in person, that the risk of what was denied is theirs to take. */
export function isForRisk({ name, role }: Pick<Place, "name" | "role">): boolean {
  return role.type === "ops" && (name === RISK_PLACE || name.startsWith(`${RISK_PLACE}-again-`));
}

/** The direct message with one of the Ops leads, counted from 0, while the channel of Ops is closed to Referee. */
export function opsLeadPlace(lead: number): PlaceName {
  return PlaceName.parse(`ops-lead-${lead + 1}`);
}

/** Where Safety read of what stands open on a machine that protects people, of which they were not asked. */
export const SAFETY_PLACE = PlaceName.parse("safety-told");

/** Whether Safety are told there what they were not asked of, and may have closed. */
export function isForSafety({ name, role }: Pick<Place, "name" | "role">): boolean {
  return role.type === "ops" && (name === SAFETY_PLACE || name.startsWith(`${SAFETY_PLACE}-again-`));
}

/** Whether a place is where Ops decide, rather than where the plant manager, the risk owner or Safety are told. */
export function isForOps({ name, role }: Pick<Place, "name" | "role">): boolean {
  return role.type === "ops" && name !== MANAGER_PLACE && !isForRisk({ name, role }) && !isForSafety({ name, role });
}
