import { RefusedError } from "../../errors.ts";
import type { StepId } from "../../workflow/requestType.ts";
import type { Meta, World } from "../commands.ts";
import type { RequestState } from "../state.ts";
import {
  refuseRequester,
  requireBall,
  requireCurrent,
  requireDraft,
  requireOpen,
  requireOps,
  requirePerson,
  ruleOf,
} from "./guards.ts";
import { requireCutter } from "./ops.ts";

/** Whose button it is. */
export type Hand = "draft" | "holder" | "requester" | "cutter" | "ops" | "anybody";

/**
 * Whether somebody may fill in the form behind a button: asked before it opens, so that nobody types in vain. The
 * decision asks everything again.
 * @throws RefusedError in words for whoever pressed
 */
export function mayPress(
  state: RequestState,
  hand: Hand,
  about: { step: StepId | null; ask: number },
  meta: Meta,
  world: World,
): void {
  switch (hand) {
    case "draft":
      requireDraft(state, meta.by);
      return;
    case "holder":
      mayHold(state, about, meta, world);
      return;
    case "requester":
      mayAsk(state, meta, world);
      return;
    case "cutter":
      requireCutter(requireOpen(state, world), meta, world);
      return;
    case "ops":
      requireOpen(state, world);
      requireOps(meta, world);
      return;
    default:
      requireOpen(state, world);
  }
}

function mayHold(
  state: RequestState,
  { step: id, ask }: { step: StepId | null; ask: number },
  meta: Meta,
  world: World,
): void {
  const open = requireOpen(state, world);
  if (id === null) throw new RefusedError("OUTDATED", "This button does not belong to a step.");
  const step = requireCurrent(open, { step: id, ask }, world);
  const rule = ruleOf(open, id);
  if (rule.kind === "approve") refuseRequester(open, meta.by);
  if (rule.kind === "confirm" && rule.owner === "requester" && open.asked.requester === meta.by) return;
  requireBall(open, step.ball, meta, world);
}

function mayAsk(state: RequestState, { by }: Meta, world: World): void {
  const open = requireOpen(state, world);
  if (open.asked.requester === by) return;
  requirePerson(by);
  throw new RefusedError("NOT_ALLOWED", `Only ${open.asked.requesterName}, who asked for ${open.key}, can do this.`);
}
