import type { Card } from "../../../src/card/card.ts";
import { requestCard } from "../../../src/card/requestCard.ts";
import type { LoadedRequest } from "../../../src/referee/requests.ts";
import type { World } from "../../../src/request/commands.ts";
import { evolve } from "../../../src/request/evolve.ts";
import type { RequestId } from "../../../src/request/ids.ts";
import type { Place } from "../../../src/request/place.ts";
import { type RequestState, UNSTARTED } from "../../../src/request/state.ts";
import { placeId } from "../../../src/store/types.ts";
import { looksOn } from "./looks.ts";
import type { Stage } from "./stage.ts";

/** Every place's card must show the end, as it is drawn from the events alone. */
export async function placeProblems(
  stage: Stage,
  request: RequestId,
  { state, events }: LoadedRequest,
): Promise<readonly string[]> {
  if (state.status === "unstarted") return [];
  const world = await stage.plants.world(state.asked.plant);
  const isSame = stage.isMixed && "key" in state ? inItsWords(state.key) : toTheLetter;
  const states: RequestState[] = [];
  for (const event of events) states.push(evolve(states.at(-1) ?? UNSTARTED, event));
  const found = await Promise.all(
    [...state.places.values()].map(async (place) => {
      // A place that was left keeps the card it had then; while it was drawn, more may have happened.
      const drawn = (place.left ? states : [state]).flatMap((each) => cardIn(request, each, place, world));
      return judgePlace(place, await lookAt(stage, request, place), drawn, isSame);
    }),
  );
  return found.flat();
}

function judgePlace(place: Place, { shown, of }: Looked, drawn: readonly Card[], isSame: Sameness): readonly string[] {
  // A place may be left before anything was said in it: then there is nothing to say any more.
  if (shown === null) return place.left ? [] : [`${place.name} has no card`];
  return drawn.some((card) => isSame(of(card), shown)) ? [] : [`${place.name} shows ${shown}`];
}

/** Whether what people see is what they should see. */
type Sameness = (drawn: string, shown: string) => boolean;
const toTheLetter: Sameness = (drawn, shown) => drawn === shown;

/** What another release drew, it drew in its words: it is about the same, and has no button where this one has none. */
function inItsWords(key: string): Sameness {
  const headOf = (text: string) => text.slice(0, text.indexOf(key) + key.length);
  const hasButtons = (text: string) => text.includes("\n[");
  return (drawn, shown) => headOf(drawn) === headOf(shown) && (hasButtons(drawn) || !hasButtons(shown));
}

function cardIn(request: RequestId, state: RequestState, { name }: Place, world: World): readonly Card[] {
  const place = state.status === "unstarted" ? undefined : state.places.get(name);
  if (place === undefined || (state.status !== "open" && state.status !== "closed")) return [];
  return [requestCard(request, state, place, world)];
}

/** What people see of a place's card, and how any card would look there. */
type Looked = { readonly shown: string | null; readonly of: (card: Card) => string };

async function lookAt(stage: Stage, request: RequestId, { name, spot }: Place): Promise<Looked> {
  const view = placeId(request, name);
  const posted = await stage.store.cardOf(view);
  const looks = looksOn(stage, spot.adapter);
  return { shown: posted === null ? null : looks.shown(posted), of: (card) => looks.of(card, view) };
}
