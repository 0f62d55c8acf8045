import type { Actor } from "../request/actor.ts";
import type { RequestState } from "../request/state.ts";
import type { RequestType, TypeId } from "../workflow/requestType.ts";
import type { MessageReading } from "./reading.ts";

type Types = ReadonlyMap<TypeId, RequestType>;

/** What words addressed to Referee in a request's thread are: a wish of their own, perhaps one, or words about the request. */
export type OwnWish = "yes" | "perhaps" | "no";

/**
 * Whether somebody who names Referee in the thread of a request or draft asks for something else: another kind of thing, or
 * the same for another machine. Beside a draft that was put away, or that is somebody else's, everything is.
 */
export function isOwnWish(reading: MessageReading, state: RequestState, by: Actor, types: Types): OwnWish {
  if (state.status === "unstarted") return "no";
  if (state.status === "draft") return besideDraft(reading, state, by, types);
  const asked = wishIn(reading, types);
  if (asked === null) return "no";
  const { type, about } = asked;
  const isOther = about !== undefined && about !== state.values[state.rules.asset];
  // A line that stands needs help at once, whatever else is asked for it.
  if (type.call !== null) return about === undefined ? "perhaps" : "yes";
  if (!reading.opens) return "perhaps";
  return type.type !== state.rules.type || isOther ? "yes" : "perhaps";
}

function besideDraft(
  reading: MessageReading,
  draft: Extract<RequestState, { status: "draft" }>,
  by: Actor,
  types: Types,
): OwnWish {
  if (draft.discarded !== null || draft.asked.requester !== by) return "yes";
  const asked = wishIn(reading, types);
  if (asked === null || draft.reading.type === null || asked.type.type === draft.reading.type) return "no";
  if (asked.type.call !== null && asked.about !== undefined) return "yes";
  return reading.opens ? "perhaps" : "no";
}

/** The request that the words ask for, where there is no doubt of its type. */
function wishIn({ drafts }: MessageReading, types: Types) {
  for (const { reading, values } of drafts) {
    const type = reading.type === null ? undefined : types.get(reading.type);
    if (type !== undefined) return { type, about: values[type.asset] };
  }
  return null;
}
