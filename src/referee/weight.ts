import { personIn } from "../request/actor.ts";
import type { World } from "../request/commands.ts";
import type { EventType, RequestEvent } from "../request/events.ts";
import type { Open, RequestState } from "../request/state.ts";
import type { Weight } from "../store/types.ts";

/** Of a request that cannot wait: what calls somebody, or takes the call to the next. */
const CALLS: ReadonlySet<EventType> = new Set<EventType>([
  "RequestSent",
  "PlaceOpened",
  "PlaceUnreachable",
  "StepOpened",
  "StepPinged",
  "StepReminded",
  "StepOverdue",
  "StepNudged",
  "StepHandedOver",
  "StepMoved",
  "StepDisputed",
  "StepReopened",
  "ProgressAsked",
  "GrantEnded",
]);

/** Makes the draft of a call, or changes it into one. */
const DRAFTS: ReadonlySet<EventType> = new Set<EventType>([
  "DraftStarted",
  "DraftRead",
  "DraftRevised",
  "DraftReminded",
]);

/**
 * Which goes first of what is to be said. A line that stands and what is to be cut off now have the right of way, at every
 * hop. Notes wait a little, so that they are said together; not those of the plant's own people while a line stands.
 */
export function weightOf(
  state: RequestState,
  events: readonly RequestEvent[],
  { types }: Pick<World, "types">,
): Weight {
  const has = (some: ReadonlySet<EventType>) => events.some(({ type }) => some.has(type));
  if (state.status === "draft") {
    const type = state.reading.type === null ? undefined : types.get(state.reading.type);
    return type !== undefined && type.call !== null && has(DRAFTS) ? "callDraft" : "usual";
  }
  const urgent = state.status === "open" && cannotWait(state);
  if (urgent && has(CALLS)) return "call";
  const isTalk = events.every((event) => event.type === "NoteAdded" && !(urgent && personIn(event.by) !== null));
  return isTalk ? "chatter" : "usual";
}

/** A line stands, or something is to be cut off now. */
function cannotWait({ rules, grant }: Open): boolean {
  return rules.call !== null || (grant.status === "ended" && grant.now);
}
