import { assertNever } from "../errors.ts";
import type { Plant } from "../plant/plant.ts";
import type { EventOf } from "../request/events.ts";
import type { Closed, Open, RequestState } from "../request/state.ts";
import { sayList } from "../words/sayList.ts";
import { requesterCan } from "./buttons/buttons.ts";
import { labelOf } from "./verbs/verbs.ts";

/** What became of a message on its platform. */
export type Change = "edited" | "deleted";

/** To whoever asked, alone: what they sent stays sent, and how to change it or take it back. */
export function saySent(state: Open | Closed, change: Change, plant: Plant): string {
  if (state.status === "closed")
    return `${state.key} is over, and its record keeps the words you sent. For anything else, ask in a new message.`;
  const what =
    change === "edited"
      ? `${state.key} goes on as you sent it: that you edited your message changes nothing in it.`
      : `${state.key} goes on as you sent it: that you deleted your message does not withdraw it.`;
  return `${what} On its card, ${sayList(waysOn(state), plant)}.`;
}

function waysOn(state: Open): readonly string[] {
  const can = requesterCan(state);
  return [
    ...(can.change ? [`“${labelOf("change")}” changes it`] : []),
    ...(can.withdraw ? [`“${labelOf("withdraw")}” takes it back`] : []),
    ...(state.grant.status === "running" ? ["“Cut off now…” has it closed again"] : []),
    "“Add a note…” tells everybody involved more",
  ];
}

/** What somebody's reply in a request's thread was recorded as. */
export type Recorded = EventOf<"NoteAdded" | "QuestionAnswered" | "DraftFilled" | "DraftRead">;

/** To whoever replied, alone: what was recorded stays as it was first written. */
export function sayRecorded(recorded: Recorded, state: RequestState, change: Change): string {
  if (state.status === "unstarted" || state.status === "draft")
    return `The draft keeps what you first wrote here. Press “Change…” on it, or reply once more.`;
  const what = `Your ${nameOf(recorded)} on ${state.key}`;
  if (change === "deleted") return `${what} stays in its record, also without the message.`;
  return `${what} stays in its record as you first wrote it. To put it right, reply once more in the thread, naming me.`;
}

function nameOf({ type }: Recorded): string {
  switch (type) {
    case "QuestionAnswered":
      return "answer";
    case "NoteAdded":
      return "note";
    case "DraftFilled":
    case "DraftRead":
      return "reply";
    default:
      return assertNever(type, "recorded reply");
  }
}

/** To the author of a draft: what the changed message says otherwise than they filled in themselves. */
export function sayKept(labels: readonly string[], plant: Plant): string | null {
  if (labels.length === 0) return null;
  return `The draft keeps what you filled in yourself: ${sayList(labels, plant)}. Press “Change…” on it to change that.`;
}
