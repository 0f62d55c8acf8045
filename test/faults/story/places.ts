import { renderMessage } from "../../../adapters/slack/render.ts";
import type { Card } from "../../../src/card/card.ts";
import { requestCard } from "../../../src/card/requestCard.ts";
import type { LoadedRequest } from "../../../src/referee/requests.ts";
import type { World } from "../../../src/request/commands.ts";
import { evolve } from "../../../src/request/evolve.ts";
import type { RequestId } from "../../../src/request/ids.ts";
import type { Place } from "../../../src/request/place.ts";
import { type RequestState, UNSTARTED } from "../../../src/request/state.ts";
import { placeId } from "../../../src/store/types.ts";
import { checkBlocks } from "../../fakes/slack/blocks.ts";
import { show } from "../../fakes/slack/show.ts";
import type { StoredMessage } from "../../fakes/slack/workspace.ts";
import type { Stage } from "./stage.ts";

/** Every place's card must show the end, as it is drawn from the events alone. */
export async function placeProblems(
  stage: Stage,
  request: RequestId,
  { state, events }: LoadedRequest,
): Promise<readonly string[]> {
  if (state.status === "unstarted") return [];
  const world = await stage.plants.world(state.asked.plant);
  const states: RequestState[] = [];
  for (const event of events) states.push(evolve(states.at(-1) ?? UNSTARTED, event));
  const found = await Promise.all(
    [...state.places.values()].map(async (place) => {
      // A place that was left keeps the card it had then; while it was drawn, more may have happened.
      const drawn = (place.left ? states : [state]).flatMap((each) => cardIn(request, each, place, world));
      return judgePlace(place, await cardShown(stage, request, place), drawn);
    }),
  );
  return found.flat();
}

function judgePlace(place: Place, shown: StoredMessage | null, drawn: readonly Card[]): readonly string[] {
  // A place may be left before anything was said in it: then there is nothing to say any more.
  if (shown === null) return place.left ? [] : [`${place.name} has no card`];
  const now = looksNow(shown);
  return drawn.some((card) => looks(card) === now) ? [] : [`${place.name} shows ${now}`];
}

function cardIn(request: RequestId, state: RequestState, { name }: Place, world: World): readonly Card[] {
  const place = state.status === "unstarted" ? undefined : state.places.get(name);
  if (place === undefined || (state.status !== "open" && state.status !== "closed")) return [];
  return [requestCard(request, state, place, world)];
}

async function cardShown({ store, slack }: Stage, request: RequestId, { name }: Place): Promise<StoredMessage | null> {
  const posted = await store.cardOf(placeId(request, name));
  return posted === null ? null : (slack.workspace.find(posted.conversation, posted.message) ?? null);
}

/** What a person sees, the line that notifies somebody aside. */
function looks(card: Card): string {
  const { blocks } = renderMessage({ text: "", card, mention: [] });
  const checked = checkBlocks(JSON.parse(JSON.stringify(blocks)));
  if (!checked.ok) throw new Error(`Slack would refuse the card: ${checked.error}`);
  return looksLike({ ...NOTHING, blocks: checked.value });
}

function looksNow(message: StoredMessage): string {
  const [first] = message.blocks;
  const pings = first?.type === "section" && first.text?.type === "mrkdwn";
  return looksLike(pings ? { ...message, blocks: message.blocks.slice(1) } : message);
}

function looksLike(message: StoredMessage): string {
  const { text, buttons } = show(message);
  return [text, ...buttons.map(({ label, value }) => `[${label} ${value}]`)].join("\n");
}

const NOTHING: StoredMessage = {
  channel: "",
  ts: "",
  user: "",
  botId: null,
  threadTs: null,
  ephemeralTo: null,
  text: "",
  blocks: [],
  metadata: null,
  version: 1,
  deleted: false,
};
