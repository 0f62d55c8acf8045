import type { StepId } from "../../workflow/requestType.ts";
import type { Values } from "../../workflow/value.ts";
import type { CommandOf, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import { evolve } from "../evolve.ts";
import type { Closed, RequestState } from "../state.ts";
import { givenFacts, isRepeat } from "./decision.ts";
import { missingFrom } from "./draft.ts";
import { kept, outdated, requireWords, ruleOf } from "./guards.ts";
import { asOfNow } from "./revisit.ts";
import { requireRiskOwner } from "./riskOwner.ts";
import { refuseUnsafe } from "./safety.ts";

/**
 * The plant's risk owner takes the risk that a step with a veto denied, and it goes on as if that step had agreed. What
 * Safety denies, nobody takes the risk of; nor does anybody of what they asked for themselves.
 * @throws RefusedError in words for whoever pressed
 */
export function takeRisk(state: RequestState, command: CommandOf<"takeRisk">, world: World): readonly RequestEvent[] {
  const said = { type: "riskTaken", reason: kept(command.reason) } as const;
  if (state.status === "open" && isRepeat(state, command, said, world)) return [];
  const { by, at, step } = command;
  const closed = requireRiskOwner(state, command, command, world);
  refuseUnsafe(closed, world.plant);
  const reason = requireWords(command.reason, "why");
  const taken: RequestEvent = { type: "RiskTaken", step, reason, by, at };
  const open = evolve(state, taken);
  if (open.status !== "open") throw outdated(closed);
  const values = owed(closed, step, command.values);
  const events = [taken, ...givenFacts(open, ruleOf(open, step), { ...command, values }, world)];
  return [...events, ...asOfNow(events.reduce<RequestState>(evolve, state), at, world)];
}

/** What others said stays as they said it. */
function owed({ values: known, rules }: Closed, step: StepId, values: Values): Values {
  const missing = new Set<string>(missingFrom(known, rules, step).map(({ id }) => id));
  return Object.fromEntries(Object.entries(values).filter(([id]) => missing.has(id)));
}
