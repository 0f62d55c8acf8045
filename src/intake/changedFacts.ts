import type { EpochMs } from "../clock.ts";
import type { World } from "../request/commands.ts";
import { changeable } from "../request/rules/changeable.ts";
import type { Closed, Open } from "../request/state.ts";
import { instantOf, type Values } from "../workflow/value.ts";
import { correctionsIn } from "./correction.ts";
import { factsIn } from "./readMessage.ts";

/** The facts of a sent request that words of its requester say otherwise, as far as they can still be changed. */
export function changedFacts(text: string, state: Open | Closed, now: EpochMs, world: World): Values {
  const { rules, values } = state;
  const context = { ...world, now };
  const said = { ...factsIn(text, rules, context), ...correctionsIn(text, rules, values, context) };
  const changed = changeable(state).flatMap(({ id, kind }) => {
    const value = said[id];
    if (value === undefined || value === values[id] || kind === "text") return [];
    const at = kind === "instant" ? instantOf(value) : null;
    return at !== null && at <= now ? [] : [[id, value] as const];
  });
  return Object.fromEntries(changed);
}
