import { opensDetails } from "../../platforms.ts";
import type { Place } from "../../request/place.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import { besideOnCard } from "../../request/rules/oneCard.ts";
import { isLive } from "../../request/rules/places.ts";
import {
  type Closed,
  isSettled,
  type Open,
  type StepIn,
  type StepState,
  stepAt,
  type Verdict,
} from "../../request/state.ts";
import { decides } from "../../workflow/kinds/kinds.ts";
import type { StepId } from "../../workflow/requestType.ts";
import { isCarriedOut } from "./standing.ts";
import { haltOf } from "./takenBack.ts";

/** The step this place is for, while its answer is still to be given here. */
export function ownStep(state: Open | Closed, place: Place): StepIn<"open"> | null {
  if (state.status !== "open") return null;
  const step = stepAt(state, place);
  return step?.status === "open" && isLive(place, step) ? step : null;
}

/** As much of what was answered as is still news; the rest is one tap away. */
const MOST_ANSWERS = 3;

/**
 * Whether a step's line stands in sight: whose turn it is, what was answered here, the last answers, and what did not go well.
 * Whoever answers here reads of those only what did not: who said yes is counted where it stands, and is told with the rest.
 */
export function isInSight(state: Open | Closed, place: Place): (step: StepState) => boolean {
  const own = ownStep(state, place);
  const here = stepAt(state, place)?.id ?? null;
  if (isReceipt(state, place)) return inSightOfReceipt(state, here);
  const turns = besideOwn(state, own).map(({ id }) => id);
  const news = own === null ? lastAnswers(state, here) : [];
  return (step) => {
    if (step.id === here || turns.includes(step.id)) return step.status !== "waiting";
    if (step.status === "settled") return !wentWell(step.verdict) || news.includes(step);
    return own === null && step.status !== "waiting";
  };
}

/**
 * Whether a step's line stands on the card as it was sent. A receipt is not changed for a good answer of others: what its next change
 * would bring into sight is not there yet.
 */
export function isSurelyInSight(state: Open | Closed, place: Place): (step: StepState) => boolean {
  if (!isReceipt(state, place)) return isInSight(state, place);
  const here = stepAt(state, place)?.id ?? null;
  return (step) => step.id === here || isTrouble(step);
}

/** @param here what was answered here counts among them, however old it is */
function lastAnswers({ steps }: Open | Closed, here: StepId | null): readonly StepState[] {
  const answered = [...steps.values()].filter(isSettled).filter(({ id }) => id !== here);
  const most = here === null ? MOST_ANSWERS : MOST_ANSWERS - 1;
  return answered.toSorted((one, other) => one.verdict.at - other.verdict.at).slice(-most);
}

const WENT_WELL: ReadonlySet<Verdict["type"]> = new Set<Verdict["type"]>(["approved", "done", "works", "through"]);

/**
 * Whether a card is only a receipt: its readers have answered what was theirs, and nothing of it waits. It says what they answered,
 * and of the rest only what stays true for long; where it stands right now is one tap away. A platform takes few changes a minute, and
 * those are for who has something to do. Only where what is folded away is drawn when it is opened: elsewhere that would grow old.
 */
export function isReceipt(state: Open | Closed, place: Pick<Place, "role" | "spot">): boolean {
  if (state.status !== "open" || !opensDetails(place.spot.adapter)) return false;
  if (state.rules.call !== null || haltOf(state) !== null) return false;
  const step = stepAt(state, place);
  return isSettled(step) && wentWell(step.verdict);
}

function wentWell({ type }: Verdict): boolean {
  return WENT_WELL.has(type);
}

/** Nobody takes back what was carried out by then. Before that, an answer of others is true only until they do. */
function inSightOfReceipt(state: Open | Closed, here: StepId | null): (step: StepState) => boolean {
  const news =
    state.status === "open" && (state.grant.status !== "none" || isCarriedOut(state)) ? lastAnswers(state, here) : [];
  return (step) => step.id === here || isTrouble(step) || news.includes(step);
}

/** What is not as those expect it who have answered: it does not go on, or did not go well. */
function isTrouble(step: StepState): boolean {
  if (step.status === "settled") return !wentWell(step.verdict);
  return step.status === "disputed" || step.status === "held";
}

/** What is answered on the same card beside it. */
export function besideOwn(state: Open | Closed, own: StepIn<"open"> | null): readonly StepState[] {
  return state.status === "open" && own !== null ? besideOnCard(state, own.id) : [];
}

/** Whether it is a yes or no, rather than something to do or to look at. */
export function isDecision(state: Open | Closed, { id }: StepIn<"open">): boolean {
  return decides(ruleOf(state, id));
}

/** Where whoever asked reads it: their own words stand above the card. */
export const isForRequester = ({ role }: Place) => role.type === "requester";
