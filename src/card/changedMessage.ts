import { assertNever } from "../errors.ts";
import type { Plant } from "../plant/plant.ts";
import type { EventOf } from "../request/events.ts";
import type { Closed, Open, RequestState } from "../request/state.ts";
import { say } from "../words/say.ts";
import { sayList } from "../words/sayList.ts";
import type { Verb } from "./action.ts";
import { requesterCan } from "./buttons/buttons.ts";
import { labelOf } from "./verbs/verbs.ts";

/** What became of a message on its platform. */
export type Change = "edited" | "deleted";

/** To whoever asked, alone: what they sent stays sent, and how to change it or take it back. */
export function saySent(state: Open | Closed, change: Change, plant: Plant): string {
  const { key } = state;
  if (state.status === "closed") return say(plant, "thread.changedOver", { key });
  const what = say(plant, change === "edited" ? "thread.changedEdited" : "thread.changedDeleted", { key });
  return `${what} ${say(plant, "thread.onItsCard", { ways: sayList(waysOn(state, plant), plant) })}`;
}

function waysOn(state: Open, plant: Plant): readonly string[] {
  const can = requesterCan(state);
  const named = (verb: Verb) => ({ button: labelOf(verb, plant) });
  return [
    ...(can.change ? [say(plant, "thread.wayChange", named("change"))] : []),
    ...(can.withdraw ? [say(plant, "thread.wayWithdraw", named("withdraw"))] : []),
    ...(state.grant.status === "running" ? [say(plant, "thread.wayCutOff", named("cutOff"))] : []),
    say(plant, "thread.wayNote", named("note")),
  ];
}

/** What somebody's reply in a request's thread was recorded as. */
export type Recorded = EventOf<"NoteAdded" | "QuestionAnswered" | "DraftFilled" | "DraftRead">;

/** To whoever replied, alone: what was recorded stays as it was first written. */
export function sayRecorded(recorded: Recorded, state: RequestState, change: Change, plant: Plant): string {
  if (state.status === "unstarted" || state.status === "draft")
    return say(plant, "thread.draftKeeps", { button: labelOf("fill", plant) });
  const said = { what: nameOf(recorded), key: state.key };
  return say(plant, change === "deleted" ? "thread.recordedDeleted" : "thread.recordedEdited", said);
}

function nameOf({ type }: Recorded): "answer" | "note" | "other" {
  switch (type) {
    case "QuestionAnswered":
      return "answer";
    case "NoteAdded":
      return "note";
    case "DraftFilled":
    case "DraftRead":
      return "other";
    default:
      return assertNever(type, "recorded reply");
  }
}

/** To the author of a draft: what the changed message says otherwise than they filled in themselves. */
export function sayKept(labels: readonly string[], plant: Plant): string | null {
  if (labels.length === 0) return null;
  return say(plant, "thread.kept", { labels: sayList(labels, plant), button: labelOf("fill", plant) });
}
