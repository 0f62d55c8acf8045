import { RefusedError } from "../../errors.ts";
import { saying } from "../../words/say.ts";
import { decides } from "../../workflow/kinds/kinds.ts";
import { fieldsFrom, type Step } from "../../workflow/requestType.ts";
import type { Values } from "../../workflow/value.ts";
import type { CommandOf, Meta, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import { evolve } from "../evolve.ts";
import { isSettled, type Open, type RequestState } from "../state.ts";
import { approve, confirm } from "./decision.ts";
import { requireCurrent, requireOpen, ruleOf } from "./guards.ts";
import { mayAnswerBoth } from "./oneCard.ts";

/**
 * One yes to two steps that one person has: two decisions, each with its own event, by its own rules and with its own facts.
 * Where one of them cannot be given any more, neither is.
 */
export function both(state: RequestState, command: CommandOf<"both">, world: World): readonly RequestEvent[] {
  const open = requireOpen(state, world);
  const { by, at, name, also } = command;
  const [one, other] = [ruleOf(open, command.step), ruleOf(open, also.step)];
  if (!mayAnswerBoth(open.rules, one, other)) throw new RefusedError("OUTDATED", saying("refused.notThisStep"));
  // Both as they were shown: what the first answer says of the facts makes the second no answer to something else.
  if (!isTheirYes(open, other, command)) requireCurrent(open, { ...also, at }, world);
  const meta = { by, at, name };
  const first = yesTo(open, one, command.ask, command.values, meta, world);
  const between = requireOpen(first.reduce<RequestState>(evolve, open), world);
  const ask = between.steps.get(other.id)?.ask ?? also.ask;
  return [...first, ...yesTo(between, other, ask, command.values, meta, world)];
}

function isTheirYes({ steps }: Open, { id }: Step, { by }: Meta): boolean {
  const step = steps.get(id);
  return (
    isSettled(step) && step.verdict.by === by && (step.verdict.type === "approved" || step.verdict.type === "works")
  );
}

function yesTo(open: Open, rule: Step, ask: number, given: Values, meta: Meta, world: World): readonly RequestEvent[] {
  const about = { ...meta, step: rule.id, ask };
  if (!decides(rule)) return confirm(open, { ...about, type: "confirm", outcome: "works", note: "" }, world);
  const own = new Set<string>(fieldsFrom(open.rules, rule.id).map(({ id }) => id));
  const values = Object.fromEntries(Object.entries(given).filter(([id]) => own.has(id)));
  return approve(open, { ...about, type: "approve", limits: [], values }, world);
}
