import { withValues } from "../../workflow/value.ts";
import type { CommandOf, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import { carrying, sameFiles } from "../files.ts";
import type { Draft, RequestState } from "../state.ts";
import { brief, keepKnown, remindDraftAt } from "./draft.ts";
import { kept } from "./guards.ts";

/**
 * Its author changed the message: the draft is read anew. What they have told or chosen since stays. Nothing happens when
 * somebody else changed it, to what was sent, to what its author put away, and by an older change that comes late.
 */
export function revise(
  state: RequestState,
  command: CommandOf<"revise">,
  { plant, types }: World,
): readonly RequestEvent[] {
  const { by, at, edition, files } = command;
  const draft = openTo(state, command);
  if (draft === null) return [];
  const reading = draft.chosen ? draft.reading : brief(command.reading);
  const type = reading.type === null ? undefined : types.get(reading.type);
  const values = keepKnown(withValues(command.values, draft.filled), type, plant);
  const text = kept(command.text);
  const remindAt = reading.type === draft.reading.type ? draft.remindAt : remindDraftAt(type, at);
  // A later version that says the same is recorded all the same: an older one may still come.
  if (edition === draft.asked.edition && text === draft.asked.text && sameFiles(files, draft.asked.files)) return [];
  return [{ type: "DraftRevised", text, reading, values, remindAt, ...carrying(files), edition, by, at }];
}

/** The message was deleted, or asks for this no longer. When it comes back, so does the draft. */
export function putAway(state: RequestState, command: CommandOf<"putAway">): readonly RequestEvent[] {
  const { because, edition, by, at } = command;
  if (state.status === "unstarted")
    return because === "deleted" && edition > state.edition ? [{ type: "MessageDeleted", edition, by, at }] : [];
  const draft = openTo(state, command);
  if (draft === null || (draft.discarded !== null && edition === draft.asked.edition)) return [];
  return [{ type: "DraftDiscarded", because, edition, by, at }];
}

/** The draft that a change of its message still changes; null where it does not. */
function openTo(state: RequestState, { by, edition }: CommandOf<"revise" | "putAway">): Draft | null {
  if (state.status !== "draft" || state.asked.requester !== by || edition < state.asked.edition) return null;
  return state.discarded === "requester" || state.discarded === "age" ? null : state;
}
