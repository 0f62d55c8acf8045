import type { EpochMs } from "../../clock.ts";
import type { Step } from "../../workflow/requestType.ts";
import { type Actor, THE_CLOCK, THE_RULES } from "../actor.ts";
import type { World } from "../commands.ts";
import type { Ping, RequestEvent } from "../events.ts";
import type { Open, StepIn } from "../state.ts";
import { nextPing, nextRelief } from "./chain.ts";
import { alsoTo } from "./places.ts";
import { clockOf } from "./window.ts";

type Opened = StepIn<"open">;

/** Others have come on call: they hear of it now. */
export function relieved(state: Open, rule: Step, step: Opened, world: World, at: EpochMs): readonly RequestEvent[] {
  const ping = nextOnCall(state, rule, step, world, at);
  if (ping !== null) return called(state, rule, step, ping, THE_CLOCK, world, at);
  const reliefAt = nextRelief(state, rule, step.ball.party, world.plant, at);
  return [{ type: "ReliefPassed", step: step.id, reliefAt, by: THE_CLOCK, at }];
}

/**
 * Somebody is on call by now who was not asked, as by an override that begins within a turn: of what cannot wait and nobody
 * has they hear at once.
 */
export function onCallSince(state: Open, rule: Step, step: Opened, world: World, at: EpochMs): readonly RequestEvent[] {
  const { ball } = step;
  if (ball.takenBy !== null || clockOf(state, rule).again === null) return [];
  const ping = nextOnCall(state, rule, step, world, at);
  // Between two rounds the next one begins with whoever was rung in the last.
  const asked = new Set(ball.pings.flatMap(({ people }) => people));
  if (ping === null || ping.people.every((person) => asked.has(person))) return [];
  return called(state, rule, step, ping, THE_RULES, world, at);
}

function nextOnCall(state: Open, rule: Step, { ball }: Opened, { plant }: World, at: EpochMs): Ping | null {
  const ping = nextPing(state, rule, ball, plant, at);
  return ping?.rank === "onCall" ? ping : null;
}

/** The chain goes on when it would have. */
function called(
  state: Open,
  rule: Step,
  step: Opened,
  ping: Ping,
  by: Actor,
  { plant }: World,
  at: EpochMs,
): readonly RequestEvent[] {
  const { party, clocks } = step.ball;
  const reliefAt = nextRelief(state, rule, party, plant, at);
  return [
    ...alsoTo(state, step, ping.people, plant, at),
    { type: "StepPinged", step: step.id, ping, hopAt: clocks.hopAt, reliefAt, by, at },
  ];
}
