import { titleOf } from "../card/words.ts";
import type { Plant } from "../plant/plant.ts";
import { RequestId } from "../request/ids.ts";
import type { EventStore } from "../store/types.ts";
import type { Referee } from "./referee.ts";
import { INDEX } from "./requestProjection.ts";

export type RequestSummary = {
  readonly stream: string;
  readonly key: string;
  readonly title: string;
  readonly status: string;
};

/** What the curious may read of the requests of some plants: which there are, and their events as they were written. */
export type Inspection = {
  requests(): Promise<readonly RequestSummary[]>;
  events(stream: string): Promise<readonly unknown[]>;
};

const MOST_SHOWN = 50;

export function inspectRequests(
  store: EventStore,
  referee: () => Pick<Referee, "requests">,
  plants: () => readonly Plant[],
): Inspection {
  return {
    requests: async () => {
      const hits = await Promise.all(plants().map(({ code }) => store.list(INDEX.key(code), { limit: MOST_LISTED })));
      const newest = hits
        .flat()
        .sort((a, b) => b.score - a.score)
        .slice(0, MOST_SHOWN);
      const summaries = await Promise.all(newest.map(({ stream }) => summary(referee(), stream, plants())));
      return summaries.flat();
    },
    events: async (stream) => {
      const { events } = await referee().requests.load(RequestId.parse(stream));
      return events;
    },
  };
}

/** More numbers than a plant being tried out ever has. */
const MOST_LISTED = 5_000;

async function summary(
  { requests }: Pick<Referee, "requests">,
  stream: string,
  plants: readonly Plant[],
): Promise<readonly RequestSummary[]> {
  const { state, now } = await requests.load(RequestId.parse(stream));
  const plant = plants.find(({ code }) => state.status !== "unstarted" && code === state.asked.plant);
  if (plant === undefined || (state.status !== "open" && state.status !== "closed")) return [];
  return [{ stream, key: state.key, title: titleOf(state.rules, state.values, plant, now), status: state.status }];
}
