import type { Plant } from "../../plant/plant.ts";
import type { Place } from "../../request/place.ts";
import { closedAgainAt } from "../../request/rules/follow.ts";
import { type Closed, isSettled, type Open, stepAt } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import type { Card, CardBlock, CardPart, Mood } from "../card.ts";
import { onCard } from "../words.ts";
import { moodOf } from "./mood.ts";
import { isCarriedOut, sayStanding } from "./standing.ts";

/** Where it stands, in words that are true until it was carried out, or is closed again. */
export function receiptStanding(state: Open | Closed, place: Place, plant: Plant): CardPart {
  const [text, mood] = lasting(state, place, plant);
  return { type: "standing", text, mood };
}

/** Where it stands right now, behind a receipt that does not say so. */
export function standingNow(state: Open | Closed, place: Place, plant: Plant): readonly CardPart[] {
  const text = sayStanding(state, plant);
  return lasting(state, place, plant)[0] === text ? [] : [{ type: "standing", text, mood: moodOf(state) }];
}

/** A card without what is folded away on it. */
export function withoutFolded(card: Card): Card {
  return {
    ...card,
    blocks: card.blocks.map((block) => (block.type === "details" ? { ...block, blocks: [] } : block)),
  };
}

/**
 * What of a receipt its readers must not miss. They wait for no fact that another has filled in since, and for no answer of
 * others that went well: those stand on their card from its next change on.
 */
export function lastingOnReceipt(card: Card): Card {
  const { blocks } = withoutFolded(card);
  return { ...card, title: "", blocks: blocks.filter((block) => !isLead(block)).map(withoutDone) };
}

function isLead(block: CardBlock): boolean {
  return block.type === "text" && block.tone === "lead";
}

function withoutDone(block: CardBlock): CardBlock {
  return block.type === "steps" ? { ...block, steps: block.steps.filter(({ mark }) => mark !== "done") } : block;
}

function lasting(state: Open | Closed, place: Place, plant: Plant): readonly [string, Mood] {
  const whole = [sayStanding(state, plant), moodOf(state)] as const;
  if (state.status === "closed" || closedAgainAt(state) !== null) return whole;
  const { grant } = state;
  if (grant.status === "none")
    return isCarriedOut(state) || hasDone(state, place) ? whole : [say(plant, "standing.notDoneYet"), "waits"];
  // Past its end it is as open as it was: who is to close it was called, and Ops were told. Unless nobody can act.
  const holds = [...state.steps.values()].some(({ status }) => status === "held");
  if (grant.status === "ended" && (holds || grant.because !== "time")) return whole;
  const when = grant.status === "running" ? grant.until : grant.at;
  return [say(plant, "standing.openToClose", { when: onCard(when, state.at, plant) }), "open"];
}

/** Whoever carried out a part of it reads where the whole stands: to them it is not true that nothing was carried out. */
function hasDone(state: Open, place: Place): boolean {
  const step = stepAt(state, place);
  return isSettled(step) && step.verdict.type === "done";
}
