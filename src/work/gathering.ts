import type { PlaceId } from "../store/types.ts";
import type { Lanes, OwingPlace } from "./lanes.ts";
import type { Session } from "./trouble.ts";
import type { Say } from "./types.ts";

/** What is to be said, and the places that owe nothing afterwards. */
export type Round = { readonly says: readonly Say[]; readonly planned: readonly OwingPlace[] };

/**
 * Takes out what calls people who were called here a short while ago: it waits, to be one message. What else is to be shown
 * in its places does not wait with it; they go on owing the rest. Cards that such a message has listed call nobody.
 */
export async function withoutGathered(lanes: Lanes, session: Session, round: Round): Promise<Round> {
  // What calls for help, or is about to, never waits.
  if (session.adapter.pacing.gatherMs === undefined || session.rank > 0) return round;
  const judged: (readonly [Say, Say | "waits" | null])[] = [];
  for (const say of round.says) judged.push([say, await judge(lanes, session, say)]);
  const says = judged.flatMap(([, now]) => (now === "waits" || now === null ? [] : [now]));
  const waiting = new Set(judged.flatMap(([say, now]) => (now === "waits" ? placesOf(say) : [])));
  const cursors = new Map(round.planned.map(({ id, cursor }) => [id, cursor]));
  return {
    says: says.flatMap((say) => besides(say, waiting, cursors)),
    planned: round.planned.filter(({ id }) => !waiting.has(id)),
  };
}

/** As it is to be said; null for a list of what was listed already. */
async function judge(lanes: Lanes, session: Session, say: Say): Promise<Say | "waits" | null> {
  if (say.type !== "post" || say.gathers === undefined) return say;
  const gathered = await lanes.gather(session.turn, say.gathers, placesOf(say));
  if (gathered === "wait") return "waits";
  if (gathered === "go") return say;
  return say.lists === undefined ? { ...say, message: { ...say.message, mention: [] } } : null;
}

function placesOf(say: Say): readonly PlaceId[] {
  const lists = say.type === "post" ? (say.lists ?? []) : [];
  return [...say.covers.map(({ place }) => place), ...lists];
}

/** A card is changed meanwhile, and what was not said beside it stays owed: its place's cursor does not move. */
function besides(say: Say, waiting: ReadonlySet<PlaceId>, cursors: ReadonlyMap<PlaceId, number>): readonly Say[] {
  if (!say.covers.some(({ place }) => waiting.has(place))) return [say];
  if (say.type !== "update") return [];
  const covers = say.covers.map(({ place, cursor, shown, mark }) =>
    waiting.has(place)
      ? { place, cursor: cursors.get(place) ?? 0, shown }
      : { place, cursor, shown, ...(mark !== undefined && { mark }) },
  );
  return [{ ...say, covers }];
}
