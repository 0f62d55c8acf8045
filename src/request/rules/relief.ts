import type { Step } from "../../workflow/requestType.ts";
import { THE_RULES } from "../actor.ts";
import type { World } from "../commands.ts";
import type { EventOf, RequestEvent } from "../events.ts";
import type { Open, StepIn } from "../state.ts";
import { nextPing, nextRelief } from "./chain.ts";
import { alsoTo } from "./places.ts";
import { clockOf } from "./window.ts";

/**
 * Somebody is on call by now who was not asked, as by an override that begins within a turn: of what cannot wait and nobody
 * has they hear at once, and the chain goes on when it would have.
 */
export function onCallSince(
  state: Open,
  rule: Step,
  { id, ball, ...step }: StepIn<"open">,
  { plant }: World,
  at: EventOf<"StepPinged">["at"],
): readonly RequestEvent[] {
  if (ball.takenBy !== null || clockOf(state, rule).again === null) return [];
  const ping = nextPing(state, rule, ball, plant, at);
  if (ping?.rank !== "onCall") return [];
  // Between two rounds the next one begins with whoever was rung in the last.
  const asked = new Set(ball.pings.flatMap(({ people }) => people));
  if (ping.people.every((person) => asked.has(person))) return [];
  const { hopAt } = ball.clocks;
  const reliefAt = nextRelief(state, rule, ball.party, plant, at);
  return [
    ...alsoTo(state, { ...step, id, ball }, ping.people, plant, at),
    { type: "StepPinged", step: id, ping, hopAt, reliefAt, by: THE_RULES, at },
  ];
}
