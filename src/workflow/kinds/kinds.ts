import type { Step, StepKind } from "../requestType.ts";
import { approve } from "./approve.ts";
import { confirm } from "./confirm.ts";
import { carryOut } from "./do.ts";
import type { Kind, OwnKey } from "./kind.ts";
import { review } from "./review.ts";

const KINDS: Readonly<Record<StepKind, Kind>> = { approve, do: carryOut, confirm, review };

/** What is true of a step by its kind. */
export function kindOf({ kind }: Pick<Step, "kind">): Kind {
  return KINDS[kind];
}

/** The kinds that have a use for what a step says. */
export function kindsUsing(key: OwnKey): readonly string[] {
  return Object.entries(KINDS).flatMap(([name, { uses }]) => (uses.includes(key) ? [name] : []));
}

/** Whether a step is a yes or no on what is asked for. */
export function decides(step: Pick<Step, "kind">): boolean {
  return kindOf(step).decides;
}

/** Whether a step looks afterwards at what was done without asking its people. */
export function reviews(step: Pick<Step, "kind">): boolean {
  return step.kind === "review";
}

/** Whether a step says of what was carried out whether it works. */
export function looksBack(step: Pick<Step, "kind">): boolean {
  return kindOf(step).answeredBy.includes("confirm");
}

/** Whether a step carries out what was asked for. */
export function carriesOut(step: Pick<Step, "kind">): boolean {
  return kindOf(step).carriesOut;
}

/** Whether a step changes something in the plant, which nobody may during a freeze. */
export function changesPlant(step: Pick<Step, "kind" | "changes">): boolean {
  return carriesOut(step) && step.changes;
}

/**
 * Whether Ops may have a step in the end that nobody else took: what has to be done at any hour. Never a decision: Ops
 * watch over it, and rule whose it is, but have no vote in it.
 */
export function fallsToOps(step: Pick<Step, "kind" | "clock">): boolean {
  return kindOf(step).fallsToOps && step.clock.always;
}
