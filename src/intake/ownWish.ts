import type { Actor } from "../request/actor.ts";
import type { Draft, RequestState } from "../request/state.ts";
import { fold } from "../understand/text/fold.ts";
import { beginsWithPurpose } from "../understand/things/purpose.ts";
import type { RequestType, TypeId } from "../workflow/requestType.ts";
import { takesBack } from "./correction.ts";
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

function besideDraft(reading: MessageReading, draft: Draft, by: Actor, types: Types): OwnWish {
  if (draft.discarded !== null || draft.asked.requester !== by) return "yes";
  const asked = wishIn(reading, types);
  if (draft.reading.type === null || saysWhatFor(reading)) return "no";
  if (asked === null) return couldStandAlone(reading, types) ? "perhaps" : "no";
  if (asked.type.type === draft.reading.type) return besideSame(reading, asked, draft, types);
  if (asked.type.call !== null && asked.about !== undefined) return "yes";
  return couldStandAlone(reading, types) ? "perhaps" : "no";
}

/** The same for another machine is a wish, unless it takes back which machine is meant. */
function besideSame(reading: MessageReading, { type, about }: Wish, { values }: Draft, types: Types): OwnWish {
  const meant = values[type.asset];
  const isOther = about !== undefined && meant !== undefined && about !== meant;
  return couldStandAlone(reading, types) && isOther && !takesBack(fold(reading.text)) ? "perhaps" : "no";
}

/**
 * Whether words that something waits for could as well be a request of their own. What asks so plainly that it would be
 * offered unasked could, and so could everything that was read as one kind of request, unless it says what for: "to find
 * out why the palletizer stops". A call for help is never taken for a reason because its kind is in doubt; a fault that names
 * nothing is mostly what can be seen, or how production stands.
 */
export function couldStandAlone(reading: MessageReading, types: Types): boolean {
  const asked = wishIn(reading, types);
  if (asked === null) return reading.opens && mayCall(reading, types);
  if (reading.opens) return true;
  if (saysWhatFor(reading)) return false;
  return asked.type.call === null || asked.about !== undefined;
}

function saysWhatFor({ opens, text }: MessageReading): boolean {
  return !opens && beginsWithPurpose(fold(text));
}

/** Whether it is first of all a call for help, though other readings are shown beside it. */
function mayCall({ drafts }: MessageReading, types: Types): boolean {
  return drafts.some(({ reading: { candidates } }) => {
    const [first] = candidates;
    return first !== undefined && (types.get(first)?.call ?? null) !== null;
  });
}

type Wish = { readonly type: RequestType; readonly about: string | undefined };

/** The request that the words ask for, where there is no doubt of its type. */
function wishIn({ drafts }: MessageReading, types: Types): Wish | null {
  for (const { reading, values } of drafts) {
    const type = reading.type === null ? undefined : types.get(reading.type);
    if (type !== undefined) return { type, about: values[type.asset] };
  }
  return null;
}
