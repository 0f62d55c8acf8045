import type { EpochMs } from "../../src/clock.ts";
import type { EventOf, RequestEvent } from "../../src/request/events.ts";
import { RequestId } from "../../src/request/ids.ts";
import { readEvent } from "../../src/request/stored/read.ts";
import type { TypeId } from "../../src/workflow/requestType.ts";
import { streamsOf, type ToolRecord } from "../record.ts";

/** A fact that was read from the text and that its author changed. */
export type Edit = { readonly field: string; readonly read: string; readonly chose: string };

/** What Referee made of a message, and what its author made of that. Whose message it was is left out. */
export type Correction = {
  readonly request: RequestId;
  readonly plant: string;
  /** When it was last corrected. */
  readonly at: EpochMs;
  /** As it was kept: without what looked like a password. */
  readonly text: string;
  /** Null when Referee was not sure; then it offered `candidates`. */
  readonly read: TypeId | null;
  readonly candidates: readonly TypeId[];
  /** The type its author chose instead; null when the type was right. */
  readonly chose: TypeId | null;
  readonly edits: readonly Edit[];
};

/** Every correction in the record, oldest first, so that a number in the list stays until something is settled. */
export async function correctionsIn(record: ToolRecord): Promise<readonly Correction[]> {
  const found: Correction[] = [];
  for await (const stream of streamsOf(record)) {
    const request = RequestId.safeParse(stream);
    if (!request.success) continue;
    const { events } = await record.store.load(request.data);
    const correction = correctionIn(request.data, events.map(readEvent));
    if (correction !== null) found.push(correction);
  }
  return found.sort((a, b) => a.at - b.at || (a.request < b.request ? -1 : 1));
}

/** What its author corrected in a draft; null for a draft that was read rightly, as far as anybody said. */
export function correctionIn(request: RequestId, events: readonly RequestEvent[]): Correction | null {
  const [started] = events;
  if (started?.type !== "DraftStarted") return null;
  const last = events.findLastIndex(({ type }) => type === "DraftRead" || type === "DraftFilled");
  // Of a message that was edited, what was corrected is how its words of then were read.
  const before = events.slice(0, Math.max(last, 1));
  const asked = before.findLast((event): event is Asked => event.type === "DraftRevised") ?? started;
  const since = events.slice(events.indexOf(asked));
  const { text, reading } = asked;
  const chosen = since.findLast((event): event is EventOf<"DraftRead"> => event.type === "DraftRead");
  const isOther = chosen !== undefined && chosen.reading.type !== reading.type;
  const edits = editsIn(asked, since);
  if (!isOther && edits.length === 0) return null;
  const at = events[last]?.at ?? started.at;
  const { type: read, candidates } = reading;
  const chose = isOther ? chosen.reading.type : null;
  return { request, plant: started.plant, at, text, read, candidates, chose, edits };
}

type Asked = EventOf<"DraftStarted" | "DraftRevised">;

/** The facts of the text that were changed, each from what was read to what it was last. Facts added later are none. */
function editsIn(started: Asked, events: readonly RequestEvent[]): readonly Edit[] {
  const read = new Map<string, string>(Object.entries(started.values));
  const now = new Map(read);
  for (const event of events) {
    if (event.type !== "DraftFilled") continue;
    for (const [field, value] of Object.entries(event.values)) if (read.has(field)) now.set(field, value);
  }
  return [...read].flatMap(([field, value]) => {
    const chose = now.get(field) ?? value;
    return chose === value ? [] : [{ field, read: value, chose }];
  });
}
