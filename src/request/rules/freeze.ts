import { type EpochMs, HOUR_MS } from "../../clock.ts";
import { freezeAt, type Touched, thawedAt } from "../../plant/freeze.ts";
import type { Plant } from "../../plant/plant.ts";
import { closingSteps, type RequestType, type Step } from "../../workflow/requestType.ts";
import { assetOf, lineOf, type Values } from "../../workflow/value.ts";
import type { Open } from "../state.ts";

/** A freeze over what a request is about: what it is called, and when nothing is frozen any more. */
export type Frozen = { readonly name: string; readonly until: EpochMs };

/** Longer than a shift change: nobody should learn a day later that Ops could have let it go on. */
const OPS_HEARS_AFTER_MS = 4 * HOUR_MS;

/** The freeze at an instant over what a request is about. What the plant does not know only a freeze of it all covers. */
export function freezeOver(
  rules: Pick<RequestType, "asset">,
  values: Values,
  plant: Plant,
  at: EpochMs,
): Frozen | null {
  const about = values[rules.asset];
  const touched: Touched = { asset: assetOf(plant, about)?.id ?? null, line: lineOf(plant, about)?.id ?? null };
  const active = freezeAt(plant, touched, at);
  return active === null ? null : { name: active.freeze.name, until: thawedAt(plant, touched, at) };
}

/**
 * The freeze that keeps a step from being carried out now. Agreeing touches nothing, a line that stands cannot wait, and
 * what was opened is closed again at its end whatever happens: those go on.
 */
export function frozenNow(state: Open, rule: Step, plant: Plant, at: EpochMs): Frozen | null {
  if (rule.kind !== "do" || state.rules.call !== null || state.freezeSetAside) return null;
  if (closingSteps(state.rules).some(({ id }) => id === rule.id)) return null;
  return freezeOver(state.rules, state.values, plant, at);
}

/** Whether Ops is told at once that something waits for the end of a freeze, so that they may set it aside. */
export function opsHearsOf({ until }: Pick<Frozen, "until">, at: EpochMs): boolean {
  return until - at > OPS_HEARS_AFTER_MS;
}
