import { latest } from "../../clock.ts";
import { RefusedError } from "../../errors.ts";
import { mayActFor } from "../../plant/duty/authority.ts";
import type { Party } from "../../plant/party.ts";
import { type Told, told } from "../../plant/told/told.ts";
import { securityOf } from "../../plant/who/owner.ts";
import { safetyTeams } from "../../plant/who/safetyTeams.ts";
import { saying } from "../../words/say.ts";
import { closingSteps } from "../../workflow/requestType.ts";
import { subjectsOf } from "../../workflow/value.ts";
import { personIn } from "../actor.ts";
import type { CommandOf, Meta, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import { evolve } from "../evolve.ts";
import { asReason } from "../inWords.ts";
import { isGoAhead, isSettled, type Open, type RequestState } from "../state.ts";
import { isOpenWithoutAgreement } from "./agreementLost.ts";
import { isTheirWord } from "./back.ts";
import { mustReview } from "./currentStage.ts";
import { closedFirst, mayStandOpen, standsOpen } from "./follow.ts";
import { frozenSteps } from "./freeze.ts";
import { kept, refuseRequester, requireOpen, requireOps, requirePerson, requireWords, ruleOf } from "./guards.ts";
import { openStep } from "./openStep.ts";
import { placeLeft, placesOnce, tellOps } from "./places.ts";
import { speaksAsRequester } from "./requester.ts";
import { unaskedGuard } from "./safety.ts";
import { saidBeside, saidTheSame } from "./saidOtherwise.ts";
import { bearTheName } from "./sameName.ts";

/** Ops ends a request, with a reason. It is never an approval, and what is open must be closed first. */
export function close(state: RequestState, command: CommandOf<"close">, world: World): readonly RequestEvent[] {
  const open = requireOpen(state, world);
  requireOps(command, world);
  const reason = requireWords(command.reason, "other");
  if (standsOpen(open)) {
    throw new RefusedError("NOT_ALLOWED", saying("refused.openedClose", { key: open.key }));
  }
  if (mustReview(open)) throw new RefusedError("NOT_ALLOWED", saying("refused.reviewFirst", { key: open.key }));
  if (mayStandOpen(open)) return closedFirst("closedByOps", reason, command, world);
  return [{ type: "RequestClosed", outcome: "closedByOps", reason, by: command.by, at: command.at }];
}

/** What was granted ends now. The asset's owner, the shift lead, security, Ops, whoever asked and whoever said yes may say so. */
export function cutOff(state: RequestState, command: CommandOf<"cutOff">, world: World): readonly RequestEvent[] {
  const open = requireOpen(state, world);
  if (open.grant.status === "none")
    throw new RefusedError("NOT_ALLOWED", saying("refused.nothingOpen", { key: open.key }));
  requireCutter(open, command, world);
  if (open.grant.status === "ended" && (open.grant.now || !standsOpen(open))) return cutOffAlready(open, command);
  const reason = whyCutOff(open, command);
  const { by, at } = command;
  const event = { type: "GrantEnded", because: "cutOff", ...asReason(world.plant, reason), now: true, by, at } as const;
  return placesOnce([...tellOps(open, world.plant, { at }), event, ...closedFaster(evolve(open, event), world, at)]);
}

/** It has happened: of whoever may say so, too, only their reason is new. */
function cutOffAlready(open: Open, { reason, by, at }: CommandOf<"cutOff">): readonly RequestEvent[] {
  const { grant } = open;
  const isRepeat = grant.status === "ended" && grant.by === by && saidTheSame(grant, { reason: kept(reason) });
  return isRepeat ? [] : saidBeside(open, reason, { by, at });
}

/** Why it ends now, where it goes on by what was agreed on and holds no more, is known: one press is enough. */
function whyCutOff(open: Open, { reason }: CommandOf<"cutOff">): Told {
  if (reason.trim() === "" && isOpenWithoutAgreement(open)) return told("vendor.cutWith", { agreed: open.agreed.key });
  return requireWords(reason, "other");
}

/** Its end had come already, and nobody is closing it: it is asked for anew, at whatever hour, and waits for no answer. */
function closedFaster(state: RequestState, world: World, at: Meta["at"]): readonly RequestEvent[] {
  if (state.status !== "open") return [];
  return closingSteps(state.rules).flatMap(({ id }) => {
    const step = state.steps.get(id);
    const isIdle = step?.status === "held" || step?.status === "asked";
    const waits = isIdle || (step?.status === "open" && step.ball.takenBy === null);
    if (step === undefined || !waits) return [];
    const anew = { ...step, status: "waiting" } as const;
    return [...placeLeft(step, at), ...openStep(state, ruleOf(state, id), anew, world, at)];
  });
}

/**
 * Ops say that whoever asked is nobody of those whose name they bear: these are asked again, and may decide. Nobody says so
 * of themselves.
 */
export function ruleOut(state: RequestState, command: CommandOf<"ruleOut">, world: World): readonly RequestEvent[] {
  const open = requireOpen(state, world);
  requireOps(command, world);
  const reason = requireWords(command.reason, "how");
  refuseRequester(open, null, command.by, world);
  const people = [...bearTheName(open, world.plant)];
  // Somebody said so before: only another reason is new.
  if (people.length === 0) return open.ruledOut.size === 0 ? [] : saidBeside(open, reason, command);
  return [{ type: "RequesterRuledOut", people, reason, by: command.by, at: command.at }];
}

/** What is frozen may be touched for this request: order and timing are for Ops to rule on, never whether it is allowed. */
export function setFreezeAside(
  state: RequestState,
  command: CommandOf<"setFreezeAside">,
  world: World,
): readonly RequestEvent[] {
  const open = requireOpen(state, world);
  requireOps(command, world);
  const reason = requireWords(command.reason, "other");
  refuseRequester(open, null, command.by, world);
  const waiting = frozenSteps(open);
  const until = latest(waiting.map((step) => step.until));
  if (until === null) throw new RefusedError("OUTDATED", saying("refused.noFreeze", { key: open.key }));
  const event = { type: "FreezeSetAside", reason, until, by: command.by, at: command.at } as const;
  const goesOn: Open = { ...open, freezeSetAsideUntil: until };
  return placesOnce([
    event,
    ...waiting.flatMap((step) => openStep(goesOn, ruleOf(open, step.id), step, world, command.at)),
  ]);
}

/** @throws RefusedError `NOT_LINKED` or `NOT_ALLOWED` */
export function requireCutter(open: Open, meta: Meta, world: World): void {
  if (isCutter(open, meta, world)) return;
  requirePerson(meta.by);
  const safety = unaskedGuard(open, world.plant) === null ? "no" : "yes";
  throw new RefusedError("NOT_ALLOWED", saying("refused.cutters", { safety }));
}

/** Whether somebody may say that what was granted ends now. */
export function isCutter(open: Open, { by, at }: Pick<Meta, "by" | "at">, { plant }: Pick<World, "plant">): boolean {
  if (speaksAsRequester(open, by)) return true;
  const person = personIn(by);
  if (person === null) return false;
  const parties: readonly Party[] = [
    { type: "ops" },
    securityOf(plant),
    // Safety were not asked of what stands open on what is theirs.
    ...(unaskedGuard(open, plant) === null
      ? []
      : safetyTeams(plant).map(({ id }) => ({ type: "team", team: id }) as const)),
    ...subjectsOf(open.rules, open.values, plant).flatMap(({ asset, line }): readonly Party[] => [
      ...(asset === null ? [] : [{ type: "team", team: asset.owner } as const]),
      ...(line === null ? [] : [{ type: "shiftLead", line: line.id } as const]),
    ]),
  ];
  return parties.some((party) => mayActFor(plant, party, person, { at })) || hasAgreed(open, { by, at }, plant);
}

/** What can be taken back no longer, because it is open, whoever said yes to it has closed instead. */
function hasAgreed({ steps }: Open, who: Pick<Meta, "by" | "at">, plant: World["plant"]): boolean {
  return [...steps.values()]
    .filter(isSettled)
    .some((step) => isGoAhead(step.verdict) && isTheirWord(step, who, { plant }));
}
