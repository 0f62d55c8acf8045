import type { Plant } from "../../plant/plant.ts";
import { sayWho } from "../../request/actor.ts";
import type { EventOf } from "../../request/events.ts";
import { isOfExtension } from "../../request/rules/ofExtension.ts";
import { type GoAhead, type Halt, isGoAhead, isSettled, type Open, type StepState } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { typed } from "../../words/typed.ts";
import { sayRequest, sentence } from "../words.ts";

type Halted = Halt & Pick<EventOf<"HaltAsked">, "by"> & { readonly what: GoAhead["type"] };

/** Why whoever approved, or took a risk, wants it back after it was begun; null where that is not so. */
export function haltOf({ steps }: Pick<Open, "steps">): Halted | null {
  for (const { verdict } of [...steps.values()].filter(isSettled))
    if (isGoAhead(verdict) && verdict.halt !== null) return { ...verdict.halt, by: verdict.by, what: verdict.type };
  return null;
}

/** In place of where it stands, while whoever has begun decides; null where nobody wants an approval back. */
export function sayHalted(state: Open, plant: Plant): string | null {
  const halt = haltOf(state);
  return halt === null
    ? null
    : say(plant, "back.standing", { who: sayWho(halt.by, state.asked, plant), what: halt.what });
}

type Back = EventOf<"StepTakenBack" | "HaltAsked">;

/** To everybody but whoever has begun. */
export function sayTakenBack(event: Back, state: Open, plant: Plant): string {
  const reason = typed(event.reason);
  const said = { who: sayWho(event.by, state.asked, plant), name: sayRequest(state, plant), reason };
  if (event.type === "HaltAsked")
    return sentence(say(plant, "back.wants", { ...said, what: wanted(state.steps.get(event.step)) }));
  // What is open stays open.
  if (isOfExtension(state, event.step))
    return `${sentence(say(plant, "back.tookLater", said))} ${say(plant, "back.laterInReview")}`;
  const { verdict } = event;
  return `${sentence(say(plant, "back.took", { ...said, verdict }))} ${say(plant, "back.inReview")}`;
}

/** To whoever has begun: they alone know what stopping it does now. */
export function sayHaltAsked({ by, step, reason }: EventOf<"HaltAsked">, state: Open, plant: Plant): string {
  const what = wanted(state.steps.get(step));
  const said = { who: sayWho(by, state.asked, plant), what, name: sayRequest(state, plant), reason: typed(reason) };
  return `${sentence(say(plant, "back.askedToStop", said))} ${say(plant, "back.youDecide")}`;
}

/** What they want back. */
function wanted(step: StepState | undefined): GoAhead["type"] {
  return isSettled(step) && step.verdict.type === "riskTaken" ? "riskTaken" : "approved";
}
