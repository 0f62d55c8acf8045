import type { Plant } from "../../plant/plant.ts";
import { sayWho } from "../../request/actor.ts";
import type { EventOf } from "../../request/events.ts";
import { isOfExtension } from "../../request/rules/ofExtension.ts";
import { type Halt, isSettled, type Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { sayRequest, sentence } from "../words.ts";

/** Why whoever approved wants it back after it was begun; null where that is not so. */
export function haltOf({ steps }: Pick<Open, "steps">): (Halt & Pick<EventOf<"HaltAsked">, "by">) | null {
  for (const { verdict } of [...steps.values()].filter(isSettled))
    if (verdict.type === "approved" && verdict.halt !== null) return { ...verdict.halt, by: verdict.by };
  return null;
}

/** In place of where it stands, while whoever has begun decides; null where nobody wants an approval back. */
export function sayHalted(state: Open, plant: Plant): string | null {
  const halt = haltOf(state);
  return halt === null ? null : say(plant, "back.standing", { who: sayWho(halt.by, state.asked, plant) });
}

type Back = EventOf<"StepTakenBack" | "HaltAsked">;

/** To everybody but whoever has begun. */
export function sayTakenBack(event: Back, state: Open, plant: Plant): string {
  const { reason } = event;
  const said = { who: sayWho(event.by, state.asked, plant), name: sayRequest(state, plant), reason };
  if (event.type === "HaltAsked") return sentence(say(plant, "back.wants", said));
  // What is open stays open.
  if (isOfExtension(state, event.step))
    return `${sentence(say(plant, "back.tookLater", said))} ${say(plant, "back.laterInReview")}`;
  const { verdict } = event;
  return `${sentence(say(plant, "back.took", { ...said, verdict }))} ${say(plant, "back.inReview")}`;
}

/** To whoever has begun: they alone know what stopping it does now. */
export function sayHaltAsked({ by, reason }: EventOf<"HaltAsked">, state: Open, plant: Plant): string {
  const said = { who: sayWho(by, state.asked, plant), name: sayRequest(state, plant), reason };
  return `${sentence(say(plant, "back.askedToStop", said))} ${say(plant, "back.youDecide")}`;
}
