import type { EpochMs } from "../clock.ts";
import type { Plant } from "../plant/plant.ts";
import { sayWho } from "../request/actor.ts";
import type { RequestId } from "../request/ids.ts";
import type { Closed, Open } from "../request/state.ts";
import { say } from "../words/say.ts";
import { typed } from "../words/typed.ts";
import { type Action, decodeAction, encodeAction } from "./action.ts";
import { button } from "./buttons/button.ts";
import type { Press } from "./buttons/doable.ts";
import type { Card } from "./card.ts";
import { sayUsual, type TeamUsual } from "./draft/sayUsual.ts";
import { sayOutcome } from "./lines/standing.ts";
import { sayWhere } from "./lines/where.ts";
import { VERBS } from "./verbs/verbs.ts";
import { sayRequest, sentence } from "./words.ts";

/** What somebody wrote, and where it is kept until they press. */
export type Typed = { readonly words: string; readonly ref: RequestId };

const MOST_QUOTED = 60;

/**
 * To somebody alone who wrote what looks like an answer, or like a wish: nothing has come of it, and these buttons do it.
 * @param stays what the words are if they are none of that
 */
export function notRecordedCard(
  request: RequestId,
  state: Open | Closed,
  buttons: readonly Press[],
  { words, ref }: Typed,
  stays: "comment" | "reply",
  plant: Plant,
): Card {
  const says =
    words.length > MOST_QUOTED
      ? say(plant, "thread.notRecordedLong")
      : say(plant, "thread.notRecorded", { words: typed(words) });
  const about = { step: null, ask: 0, arg: ref };
  return {
    title: sayRequest(state, plant),
    key: state.key,
    blocks: [
      { type: "text", text: says, tone: "plain" },
      {
        type: "actions",
        actions: [
          ...buttons.map((press, at) => withWords(press, ref, at)),
          button(request, "comment", plant, about, { label: say(plant, `verbs.${stays}`) }),
        ],
        more: [],
      },
    ],
  };
}

/** The button of the card, that also knows which words its form is filled with. */
function withWords(press: Press, ref: RequestId, at: number): Press {
  const pressed = decodeAction(press.value);
  // What only takes up words has them for its choice.
  const action: Action = { ...pressed, ...(VERBS[pressed.verb].by === "words" ? { arg: ref } : { words: ref }) };
  const style = press.style === "danger" ? "danger" : at === 0 ? "primary" : "plain";
  return { ...press, style, value: encodeAction(action) };
}

/**
 * Where one request stands and with whom, for whoever asked in its thread.
 * @param usual how long those who have it took for the last of such requests
 */
export function whereCard(state: Open | Closed, plant: Plant, at: EpochMs, usual: readonly TeamUsual[] = []): Card {
  const says = state.status === "closed" ? sayOutcome(state, plant) : `${sentence(sayWhere(state, plant, at))}`;
  const taken = state.status === "open" ? sayTaken(state, plant) : [];
  const took = state.status === "open" ? usual.map((each) => sayUsual(each, plant, at)) : [];
  return {
    title: sayRequest(state, plant),
    key: state.key,
    blocks: [says, ...taken, ...took].map((text) => ({ type: "text", text, tone: "plain" })),
  };
}

function sayTaken(state: Open, plant: Plant): readonly string[] {
  return [...state.steps.values()].flatMap((step) => {
    if (step.status !== "open") return [];
    const { takenBy, pings } = step.ball;
    if (takenBy !== null) return [say(plant, "thread.has", { who: sayWho(takenBy, state.asked, plant) })];
    const asked = pings.at(-1)?.people ?? [];
    return asked.length === 0
      ? []
      : [say(plant, "thread.nobodyHas", { who: asked.map((one) => sayWho(one, state.asked, plant)).join(", ") })];
  });
}

/** Why it was denied and what would make it a yes; or that nobody has denied it, and where it stands. */
export function whyDeniedCard(state: Open | Closed, plant: Plant, at: EpochMs): Card {
  if (state.status === "closed") return whereCard(state, plant, at);
  const card = whereCard(state, plant, at);
  return { ...card, blocks: [{ type: "text", text: say(plant, "thread.notDenied"), tone: "plain" }, ...card.blocks] };
}

/** To whoever wrote a note and named Referee: that it was taken, and a way on if it was meant as something new. */
export function takenCard(state: Open | Closed, anew: RequestId | null, plant: Plant): Card {
  const text = say(plant, "thread.added", { key: state.key });
  const actions =
    anew === null ? [] : [button(anew, "start", plant, {}, { label: say(plant, "verbs.ownRequest"), style: "plain" })];
  return {
    title: sayRequest(state, plant),
    key: state.key,
    blocks: [
      { type: "text", text, tone: "plain" },
      ...(actions.length === 0 ? [] : [{ type: "actions", actions, more: [] } as const]),
    ],
  };
}
