import type { EventOf, RequestEvent } from "../../request/events.ts";
import { isBegun } from "../../request/rules/begun.ts";
import { isLive } from "../../request/rules/places.ts";
import { holders, type Open, type StepIn } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { sayHaltAsked, sayTakenBack } from "../lines/takenBack.ts";
import { onCard } from "../words.ts";
import { toOpsAgain } from "./goesOn.ts";
import { type At, type Ping, quietly, toPeople, toRequester } from "./ping.ts";

type Back = EventOf<"StepTakenBack" | "HaltAsked">;

export function isBack(event: RequestEvent): event is Back {
  return event.type === "StepTakenBack" || event.type === "HaltAsked";
}

/** What is said when somebody takes back their yes or no: to whoever asked, to those it waits for again, and to Ops. */
export function backPing(event: Back, at: At): Ping | null {
  const { state, place, world } = at;
  if (state.status !== "open") return null;
  switch (place.role.type) {
    case "requester":
      return toRequester(sayTakenBack(event, state, world.plant), at);
    case "step": {
      const step = state.steps.get(place.role.step);
      return step?.status === "open" && isLive(place, step) ? toHolder(event, state, step, at) : null;
    }
    default: {
      const told = sayTakenBack(event, state, world.plant);
      return event.type === "StepTakenBack" && event.verdict === "denied" ? toOpsAgain(told, at) : quietly(told);
    }
  }
}

/** An edited card would tell neither whoever has begun nor those before whom it is again. */
function toHolder(event: Back, state: Open, step: StepIn<"open">, at: At): Ping | null {
  const { plant } = at.world;
  if (event.type === "HaltAsked")
    return isBegun(step) ? toPeople(holders(step.ball), sayHaltAsked(event, state, plant), at) : null;
  if (event.verdict !== "denied" || event.step === step.id) return null;
  const { dueAt } = step.ball.clocks;
  const waits =
    dueAt === null
      ? say(plant, "back.waitsForYou")
      : say(plant, "back.waitsForYouDue", { when: onCard(dueAt, state.at, plant) });
  return toPeople(holders(step.ball), `${sayTakenBack(event, state, plant)} ${waits}`, at);
}
