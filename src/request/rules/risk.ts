import type { StepId } from "../../workflow/requestType.ts";
import type { Values } from "../../workflow/value.ts";
import type { CommandOf, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import { evolve } from "../evolve.ts";
import { type Closed, isSettled, type RequestState } from "../state.ts";
import { backOf, isTheirWord } from "./back.ts";
import { givenFacts } from "./decision.ts";
import { changesTo, missingFrom } from "./draft.ts";
import { kept, outdated, requireWords, ruleOf } from "./guards.ts";
import { asOfNow } from "./revisit.ts";
import { requireRiskOwner } from "./riskOwner.ts";
import { refuseUnsafe } from "./safety.ts";
import { saidOtherwise, saidTheSame } from "./saidOtherwise.ts";

/**
 * The plant's risk owner takes the risk that a step with a veto denied, and it goes on as if that step had agreed. What
 * Safety denies, nobody takes the risk of; nor does anybody of what they asked for themselves.
 * @throws RefusedError in words for whoever pressed
 */
export function takeRisk(state: RequestState, command: CommandOf<"takeRisk">, world: World): readonly RequestEvent[] {
  if (isRepeat(state, command, world)) return [];
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

/**
 * A second press with the same words: it has happened.
 * @throws RefusedError `SAID_OTHERWISE` where it says something else
 */
function isRepeat(state: RequestState, command: CommandOf<"takeRisk">, { plant }: World): boolean {
  const { step: id, by, at, reason, values } = command;
  const step = state.status === "open" ? state.steps.get(id) : undefined;
  if (state.status !== "open" || !isSettled(step)) return false;
  const { verdict } = step;
  if (verdict.type !== "riskTaken" || verdict.by !== by) return false;
  const areFacts = Object.keys(changesTo(state.values, values)).length === 0;
  if (areFacts && saidTheSame(verdict, { reason: kept(reason) })) return true;
  const canTakeBack = backOf(state, step, at) !== null && isTheirWord(step, command, { plant });
  throw saidOtherwise(state, { at: verdict.at, what: areFacts ? "words" : "facts", canTakeBack }, plant, at);
}

/** What others said stays as they said it. */
function owed({ values: known, rules }: Closed, step: StepId, values: Values): Values {
  const missing = new Set<string>(missingFrom(known, rules, step).map(({ id }) => id));
  return Object.fromEntries(Object.entries(values).filter(([id]) => missing.has(id)));
}
