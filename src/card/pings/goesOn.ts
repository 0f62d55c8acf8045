import { isForOps } from "../../request/place.ts";
import { isLive } from "../../request/rules/places.ts";
import { holders, type StepState } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { opsOnDuty } from "../people.ts";
import { type At, type Ping, quietly, toPeople } from "./ping.ts";

// Of what goes on after a no: cards had no buttons meanwhile, and an edited one calls nobody.

/** Those beside whom it waits for again. */
export function toBeside(step: StepState | undefined, told: string, at: At): Ping | null {
  if (step?.status !== "open" || !isLive(at.place, step)) return null;
  return toPeople(holders(step.ball), `${told} ${say(at.world.plant, "back.waitsForYou")}`, at);
}

/** Ops, where nobody owns what waits again; everybody else of whom no answer is wanted reads it without being called. */
export function toOpsAgain(told: string, at: At): Ping {
  const { state, place, world } = at;
  const isTheirs = isForOps(place) && [...state.steps.values()].some(({ status }) => status === "disputed");
  if (!isTheirs) return quietly(told);
  const people = opsOnDuty(world.plant, state.at);
  return toPeople(people, `${told} ${say(world.plant, "back.waitsForYou")}`, at) ?? quietly(told);
}
