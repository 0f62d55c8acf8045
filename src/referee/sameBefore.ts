import type { Before } from "../card/draft/sameDraft.ts";
import { RefereeError } from "../errors.ts";
import type { World } from "../request/commands.ts";
import { RequestId } from "../request/ids.ts";
import { REQUESTER_PLACE } from "../request/place.ts";
import { mayRead } from "../request/rules/mayRead.ts";
import { asksTheSame } from "../request/rules/sameAgain.ts";
import { type RequestState, UNSTARTED } from "../request/state.ts";
import { placeId } from "../store/types.ts";
import { assetsOf } from "../workflow/value.ts";
import type { RecordOptions } from "./recordLists.ts";
import { INDEX } from "./requestProjection.ts";

/** What was asked for before that is the same as a draft, newest first, as far as its author may read it. */
export type SameBefore = (state: RequestState, world: World) => Promise<readonly Before[]>;

/** As far back as anybody remembers; a machine that is asked for more often than that has its newest looked at. */
const MOST_LOOKED_AT = 24;

/** Looks among the newest requests about the draft's machine, by its index; of no other anything is read. */
export function createSameBefore({ store, requests, linkTo }: Omit<RecordOptions, "store"> & Listing): SameBefore {
  return async (state, { plant, types }) => {
    if (state.status !== "draft" || state.discarded !== null || state.reading.type === null) return [];
    const type = types.get(state.reading.type);
    const [asset] = type === undefined ? [] : assetsOf(plant, state.values[type.asset]);
    if (type === undefined || asset === undefined) return [];
    const hits = await store.list(INDEX.asset(plant.code, asset.id), { limit: MOST_LOOKED_AT, newestFirst: true });
    const found = await Promise.all(
      hits.map(async ({ stream }): Promise<readonly Before[]> => {
        const request = RequestId.parse(stream);
        const other = await stateUnlessAway(requests, request);
        if (other.status !== "open" && other.status !== "closed") return [];
        const isSame = other.rules.type === type.type && asksTheSame(type, state.values, other.values);
        if (!isSame || !mayRead(other, plant, state.asked.requester)) return [];
        return [{ request, state: other, link: await linkTo(placeId(request, REQUESTER_PLACE)) }];
      }),
    );
    return found.flat();
  };
}

/** What lies in an archive that cannot be read keeps no draft from being shown: whoever asks for it reads why. */
async function stateUnlessAway(
  requests: Pick<RecordOptions["requests"], "load">,
  request: RequestId,
): Promise<RequestState> {
  try {
    return (await requests.load(request)).state;
  } catch (error) {
    if (error instanceof RefereeError && error.code === "ARCHIVE_UNREADABLE") return UNSTARTED;
    throw error;
  }
}

type Listing = { readonly store: Pick<RecordOptions["store"], "list"> };
