import { z } from "zod";
import { assertNever, RefusedError } from "../../errors.ts";
import { mayActFor } from "../../plant/duty/authority.ts";
import type { PersonId } from "../../plant/ids.ts";
import { saying } from "../../words/say.ts";
import { kindOf } from "../../workflow/kinds/kinds.ts";
import { StepId } from "../../workflow/requestType.ts";
import { personIn } from "../actor.ts";
import type { Meta, World } from "../commands.ts";
import type { Closed, Open, RequestState, StepState } from "../state.ts";
import { isAppellant, requireAppellant } from "./appeal.ts";
import { isDecider, requireDecider, requireSent } from "./back.ts";
import {
  type AboutStep,
  isHolder,
  refuseOwn,
  refuseRequester,
  requireBall,
  requireCurrent,
  requireDraft,
  requireOpen,
  requireOps,
  requirePerson,
  ruleOf,
} from "./guards.ts";
import { isCutter, requireCutter } from "./ops.ts";
import { hasAsked, isRequesters, requireRequester, speaksAsRequester } from "./requester.ts";
import { isRiskOwner, requireRiskOwner } from "./riskOwner.ts";
import { mayHaveAsked } from "./sameName.ts";
import { isAnothersNo, refuseSecondNo } from "./secondNo.ts";
import { requireNoter } from "./talk.ts";
import { wouldReviewOwn } from "./tookPart.ts";

/** Whose button it is. */
export type Hand =
  | "draft"
  | "holder"
  | "refuser"
  | "bothHolder"
  | "decider"
  | "appellant"
  | "riskOwner"
  | "requester"
  | "cutter"
  | "ops"
  | "opsForOthers"
  | "opsAfter"
  | "anybody";

/** What a button is about; a button about the whole request names no step. */
type About = AboutStep & { readonly arg?: string };

/**
 * Whether somebody may fill in the form behind a button: asked before it opens, so that nobody types in vain. The
 * decision asks everything again.
 * @throws RefusedError in words for whoever pressed
 */
export function mayPress(state: RequestState, hand: Hand, about: About, meta: Meta, world: World): void {
  switch (hand) {
    case "draft":
      requireDraft(state, meta.by, world);
      return;
    case "holder":
      mayHold(state, about, meta, world);
      return;
    case "refuser":
      mayRefuse(state, about, meta, world);
      return;
    case "appellant":
      requireAppellant(state, about, meta, world);
      return;
    case "riskOwner":
      requireRiskOwner(state, about, meta, world);
      return;
    case "bothHolder":
      mayHold(state, about, meta, world);
      mayHold(state, alsoIn(about.arg) ?? { step: null, ask: 0 }, meta, world);
      return;
    case "decider":
      requireDecider(state, about, meta, world);
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
    case "opsAfter":
      requireOps(meta, world);
      refuseRequester(requireSent(state, world), about.step, meta.by, world);
      return;
    case "opsForOthers":
      requireOps(meta, world);
      refuseRequester(requireOpen(state, world), about.step, meta.by, world);
      return;
    default:
      requireNoter(requireOpen(state, world), meta.by, world);
  }
}

function mayHold(state: RequestState, { step: id, ask }: About, meta: Meta, world: World): void {
  const open = requireOpen(state, world);
  if (id === null) throw new RefusedError("OUTDATED", saying("refused.noStep"));
  const step = requireCurrent(open, { step: id, ask, at: meta.at }, world);
  const rule = ruleOf(open, id);
  refuseOwn(open, rule, meta.by, world);
  if (isRequesters(open, rule, meta.by)) return;
  requireBall(open, rule, step.ball, meta, world);
}

/** Who may say no: whoever has it, but for a second no to what they denied. */
function mayRefuse(state: RequestState, about: About, meta: Meta, world: World): void {
  mayHold(state, about, meta, world);
  const open = requireOpen(state, world);
  const step = about.step === null ? undefined : open.steps.get(about.step);
  if (step !== undefined && "ball" in step) refuseSecondNo(open, ruleOf(open, step.id), step.ball.party, meta, world);
}

function mayAsk(state: RequestState, { by }: Meta, world: World): void {
  const open = requireOpen(state, world);
  if (!speaksAsRequester(open, by)) requirePerson(by);
  requireRequester(open, by, world);
}

const Also = z
  .string()
  .transform((arg) => arg.split("."))
  .pipe(z.tuple([StepId, z.string().regex(/^\d{1,9}$/)]));

/** The other step of a button for two, as `alsoFor` writes it; null where none is named. */
export function alsoIn(arg = ""): { readonly step: StepId; readonly ask: number } | null {
  const also = Also.safeParse(arg);
  return also.success ? { step: also.data[0], ask: Number(also.data[1]) } : null;
}

export function alsoFor({ id, ask }: Pick<StepState, "id" | "ask">): string {
  return `${id}.${ask}`;
}

type Presser = Pick<Meta, "by" | "at">;

/**
 * The same question as a yes or no, for asking it of everybody: whether a button is one of theirs. A note is anybody's and
 * nobody's own.
 */
export function isTheirs(state: RequestState, hand: Hand, about: About, { by, at }: Presser, world: World): boolean {
  if (hand === "draft") return state.status === "draft" && state.discarded === null && state.asked.requester === by;
  if (hand === "decider") return isDecider(state, about, { by, at }, world);
  if (hand === "appellant") return isAppellant(state, about, { by, at });
  if (hand === "riskOwner") return isRiskOwner(state, about, { by, at }, world);
  const person = personIn(by);
  if (hand === "opsAfter") return isOpsForOthers(state, about, { by, at }, world);
  if (state.status !== "open") return false;
  switch (hand) {
    case "holder":
      return holds(state, about, { by, at }, world);
    case "refuser":
      return holds(state, about, { by, at }, world) && !isForAnother(state, about, { by, at }, world);
    case "bothHolder": {
      const also = alsoIn(about.arg);
      return also !== null && [about, also].every((each) => holds(state, each, { by, at }, world));
    }
    case "requester":
      return speaksAsRequester(state, by);
    case "cutter":
      return isCutter(state, { by, at }, world);
    case "ops":
      return isOps(person, world);
    case "opsForOthers":
      return isOpsForOthers(state, about, { by, at }, world);
    case "anybody":
      return false;
    default:
      return assertNever(hand, "hand");
  }
}

/** Of what is over, too. */
function isOpsForOthers(state: RequestState, { step }: About, { by }: Presser, world: World): boolean {
  if (state.status !== "open" && state.status !== "closed") return false;
  const person = personIn(by);
  return isOps(person, world) && !hasAsked(state, by, step) && !isSame(state, person, world);
}

function isOps(person: PersonId | null, { plant }: World): boolean {
  return person !== null && mayActFor(plant, { type: "ops" }, person);
}

function holds(open: Open, { step: id, ask }: About, { by, at }: Presser, { plant }: World): boolean {
  const step = id === null ? undefined : open.steps.get(id);
  if (step === undefined || !("ball" in step) || step.ask !== ask) return false;
  const rule = ruleOf(open, step.id);
  const person = personIn(by);
  const isTheirOwn = hasAsked(open, by, step.id) || isSame(open, person, { plant });
  if (isTheirOwn && kindOf(rule).requester === "noVoice") return false;
  if (wouldReviewOwn(open, rule, by)) return false;
  if (isRequesters(open, rule, by)) return true;
  return person !== null && isHolder(plant, rule, step.ball, person, at);
}

function isForAnother(open: Open, { step: id }: About, who: Presser, { plant }: World): boolean {
  const step = id === null ? undefined : open.steps.get(id);
  if (step === undefined || !("ball" in step)) return false;
  return isAnothersNo(open, ruleOf(open, step.id), step.ball.party, who, plant);
}

function isSame(open: Open | Closed, person: PersonId | null, { plant }: Pick<World, "plant">): boolean {
  return person !== null && mayHaveAsked(open, plant).includes(person);
}
