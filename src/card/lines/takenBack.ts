import type { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayWho } from "../../request/actor.ts";
import type { EventOf } from "../../request/events.ts";
import { backOf } from "../../request/rules/back.ts";
import { type Closed, isSettled, type Open, type Verdict } from "../../request/state.ts";
import type { StepId } from "../../workflow/requestType.ts";
import { onCard, sayRequest, sentence } from "../words.ts";

/** The title and the button of the form. */
export const TAKE_BACK = ["Take it back", "Take it back"] as const;

/** What becomes of it, above the form. */
export function sayBack(state: Open | Closed, id: StepId | null, now: EpochMs): string {
  const step = id === null ? undefined : state.steps.get(id);
  if (!isSettled(step)) return "";
  return backOf(state, step, now) === "begun"
    ? "Somebody has begun already. They read it at once, and decide whether they go on."
    : "It is yours to decide again, due as before. Everybody involved reads why.";
}

/** Behind what somebody approved and wanted back once it had been begun; "" where that is not so. */
export function sayHalt({ halt }: Extract<Verdict, { type: "approved" }>, now: EpochMs, plant: Plant): string {
  return halt === null ? "" : `; wants it back since ${onCard(halt.at, now, plant)}: ${halt.reason}`;
}

/** In place of where it stands, while whoever has begun decides; null where nobody wants an approval back. */
export function sayHalted({ steps, asked }: Open, plant: Plant): string | null {
  const verdicts = [...steps.values()].filter(isSettled).map(({ verdict }) => verdict);
  const wanted = verdicts.find((verdict) => verdict.type === "approved" && verdict.halt !== null);
  if (wanted === undefined) return null;
  return `${sayWho(wanted.by, asked, plant)} wants the approval back. Whoever has begun decides whether it goes on.`;
}

type Back = EventOf<"StepTakenBack" | "HaltAsked">;

/** To everybody but whoever has begun. */
export function sayTakenBack(event: Back, state: Open, plant: Plant): string {
  const who = sayWho(event.by, state.asked, plant);
  const name = sayRequest(state, plant);
  if (event.type === "HaltAsked")
    return sentence(`${who} wants the approval of ${name} back, and whoever has begun decides: ${event.reason}`);
  const what = event.verdict === "denied" ? "the no to" : "the approval of";
  return `${sentence(`${who} took back ${what} ${name}: ${event.reason}`)} It is in review again.`;
}

/** To whoever has begun: they alone know what stopping it does now. */
export function sayHaltAsked({ by, reason }: EventOf<"HaltAsked">, state: Open, plant: Plant): string {
  const wants = sentence(
    `${sayWho(by, state.asked, plant)} wants the approval of ${sayRequest(state, plant)} back: ${reason}`,
  );
  return `${wants} You have begun, so you decide: go on, or say that you rolled it back.`;
}
