import { keepNewest } from "../recent.ts";
import type { Loaded, Loading } from "./loadScript.ts";
import type { History, StreamId } from "./types.ts";

/** As many as are worked on at the same time: one press has its history read four to nine times. */
const MOST_HISTORIES = 400;

type Known = Pick<History, "version" | "head" | "events">;

/**
 * The histories that were read last, whole: of those only what came since is read again. That it is still the same history says
 * the hash at which reading goes on (`loadScript`); one that was set back, or is another by now, comes from its beginning.
 */
export type Lately = {
  of(stream: StreamId): Known | null;
  keep(stream: StreamId, known: Known): void;
  forget(stream: StreamId): void;
};

export function createLately(): Lately {
  const known = new Map<StreamId, Known>();
  return {
    of: (stream) => known.get(stream) ?? null,
    keep: (stream, { version, head, events }) => keepNewest(known, stream, { version, head, events }, MOST_HISTORIES),
    forget: (stream) => void known.delete(stream),
  };
}

/** What to read where a history is known so far. */
export function since(known: Known | null, loading: Loading): Loading {
  return known === null ? loading : { ...loading, since: { version: known.version, head: known.head } };
}

/** The whole history, of what was known of it and what was read since. */
export function joined(known: Known | null, loaded: Loaded): Loaded {
  const { history } = loaded;
  if (known === null || history.from === 0) return loaded;
  // The same list where nothing came: what was made of it can be known by it.
  const events = history.events.length === 0 ? known.events : [...known.events, ...history.events];
  return { ...loaded, history: { ...history, from: 0, events } };
}
