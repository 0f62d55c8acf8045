import { DAY_MS, type EpochMs, earliest, later } from "../../clock.ts";
import { RefusedError } from "../../errors.ts";
import { sayInstant } from "../../plant/time/sayTime.ts";
import type { Told } from "../../plant/told/told.ts";
import { saying } from "../../words/say.ts";
import { decides } from "../../workflow/kinds/kinds.ts";
import { type Stage, type Step, StepId, stepsOf } from "../../workflow/requestType.ts";
import { THE_CLOCK, THE_RULES } from "../actor.ts";
import type { CommandOf, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import { type Extension, isGoAhead, isSettled, type Open, type RequestState } from "../state.ts";
import { currentStage } from "./currentStage.ts";
import { kept, requireOpen, requireWords } from "./guards.ts";
import { laterClocks } from "./laterClocks.ts";
import { isOfExtension } from "./ofExtension.ts";
import { placeLeft } from "./places.ts";
import { requireRequester } from "./requester.ts";
import { refuseUnsafe } from "./safety.ts";
import { saidTheSame } from "./saidOtherwise.ts";
import { longestUntil, type Zone } from "./window.ts";

/** Whoever asked is asked whether it is still needed a quarter of its time before its end, and a day at most. */
const ASKED_BEFORE = { part: 1 / 4, mostMs: DAY_MS };

/**
 * Whoever asked needs longer what is open: the same approvers are asked again, beside everything else, and until all of
 * them have agreed it ends when it was to.
 */
export function extend(state: RequestState, command: CommandOf<"extend">, world: World): readonly RequestEvent[] {
  const open = requireOpen(state, world);
  const { by, at, until } = command;
  if (isRepeat(open, command)) return [];
  requireExtendable(open, command, world);
  refuseUnsafe(open, world.plant);
  const reason = requireWords(command.reason, "other");
  if (open.grant.status !== "running" || until === null || until <= open.grant.until)
    throw new RefusedError("FIELD_INVALID", saying("extend.later"), { field: open.rules.endsAt ?? "until" });
  const most = mostUntil(open, world.plant);
  if (most !== null && until > most) {
    const when = sayInstant(most, world.plant, { reference: at });
    throw new RefusedError("FIELD_INVALID", saying("extend.most", { when }), { field: open.rules.endsAt ?? "until" });
  }
  const steps = freshSteps(open, approvalsOf(open));
  const rules = { ...open.rules, stages: withSteps(open, steps) };
  return [{ type: "ExtensionAsked", until, reason, steps, rules, by, at }];
}

/**
 * Asked twice for the same end with the same words: it has happened.
 * @throws RefusedError `SAID_OTHERWISE` where it says something else
 */
function isRepeat(open: Open, { by, until, reason }: CommandOf<"extend">): boolean {
  const pending = pendingExtension(open);
  if (pending === null || pending.by !== by) return false;
  if (saidTheSame(pending, { until, reason: kept(reason) })) return true;
  throw new RefusedError("SAID_OTHERWISE", saying("extend.already", { key: open.key }));
}

/** @throws RefusedError unless somebody may ask now for a later end */
function requireExtendable(open: Open, { by }: Pick<CommandOf<"extend">, "by">, world: World): void {
  requireRequester(open, by, world);
  if (open.grant.status !== "running")
    throw new RefusedError("NOT_ALLOWED", saying("refused.nothingOpen", { key: open.key }));
  if (pendingExtension(open) !== null) throw new RefusedError("OUTDATED", saying("extend.already", { key: open.key }));
  if (!canExtend(open, world.plant)) throw new RefusedError("NOT_ALLOWED", saying("extend.cannot", { key: open.key }));
}

/** Whether a later end can be asked for: something is open, somebody approved it, and its type allows more. */
export function canExtend(open: Open, plant: Zone): boolean {
  const { grant } = open;
  if (grant.status !== "running" || pendingExtension(open) !== null || approvalsOf(open).length === 0) return false;
  const most = mostUntil(open, plant);
  return most === null || most > grant.until;
}

/** The later end that is asked for and not decided; null while none is. */
export function pendingExtension({ extensions }: Pick<Open, "extensions">): Extension | null {
  return extensions.find(({ status }) => status === "asked") ?? null;
}

/** The latest instant until which it may be open in all, by its type and by what was agreed on; null where neither sets one. */
export function mostUntil(
  { rules, grant, agreed }: Pick<Open, "rules" | "grant" | "agreed">,
  plant: Zone,
): EpochMs | null {
  if (grant.status !== "running") return null;
  const longest = rules.longest === null ? null : longestUntil(grant.since, rules.longest, plant);
  return earliest([longest, agreed?.until ?? null]);
}

/** When whoever asked is asked whether it is still needed; null once they were, or asked for longer themselves, and where it cannot be. */
export function endNearsAt(open: Open, plant: Zone): EpochMs | null {
  const { grant, endTold, extensions } = open;
  if (grant.status !== "running" || endTold === grant.until || !canExtend(open, plant)) return null;
  // Whoever was refused a later end knows of this one.
  if (extensions.some(({ before }) => before === grant.until)) return null;
  const length = grant.until - grant.since;
  return later(grant.until, -Math.min(ASKED_BEFORE.mostMs, length * ASKED_BEFORE.part));
}

/** They are asked once for each end. */
export function endNears(open: Open, plant: Zone, at: EpochMs): readonly RequestEvent[] {
  const due = endNearsAt(open, plant);
  if (due === null || due > at || open.grant.status !== "running") return [];
  return [{ type: "EndNears", until: open.grant.until, by: THE_CLOCK, at }];
}

/** What the answers to a later end come to: all agreed, or one did not. Nothing while somebody has still to answer. */
export function extensionDecided(open: Open, { plant }: Pick<World, "plant">, at: EpochMs): readonly RequestEvent[] {
  const pending = pendingExtension(open);
  if (pending === null || open.grant.status !== "running") return [];
  const steps = pending.steps.flatMap((id) => open.steps.get(id) ?? []);
  const denied = steps.filter(isSettled).find(({ verdict }) => verdict.type === "denied");
  if (denied?.verdict.type === "denied") {
    const { reason, by } = denied.verdict;
    return laterEndRefused(open, { through: denied.id, reason, by, at });
  }
  const given = steps.filter(isSettled).filter(({ verdict }) => verdict.type === "approved");
  if (given.length < pending.steps.length) return [];
  const limits = given.flatMap(({ verdict }) => (verdict.type === "approved" ? verdict.limits : []));
  const until = earliest([pending.until, ...limits.map((limit) => limit.until)]) ?? pending.until;
  const end = later(until, Math.max(0, open.grant.until - until));
  const clocks = laterClocks(open, end, plant);
  return [{ type: "ExtensionGranted", until: end, ...(clocks.length > 0 && { clocks }), by: THE_RULES, at }];
}

type Refusal = Pick<RequestEvent, "by" | "at"> & {
  readonly through: StepId;
  readonly reason: string;
  readonly told?: Told;
};

/** No later end: who has still to answer need not. Nothing where none is asked for. */
export function laterEndRefused(open: Open, { through, ...refusal }: Refusal): readonly RequestEvent[] {
  const pending = pendingExtension(open);
  if (pending === null) return [];
  const waiting = pending.steps.flatMap((id) => open.steps.get(id) ?? []).filter((step) => !isSettled(step));
  return [
    ...waiting.flatMap((step): readonly RequestEvent[] => [
      ...placeLeft(step, refusal.at),
      { type: "StepSettled", step: step.id, through, by: THE_RULES, at: refusal.at },
    ]),
    { type: "ExtensionRefused", until: pending.until, ...refusal },
  ];
}

/** Between which instants a limit of a step that decides on a later end can end; null for every other step. */
export function limitedWithin(
  open: Pick<Open, "extensions" | "grant">,
  step: StepId,
): { readonly after: EpochMs; readonly until: EpochMs } | null {
  const pending = pendingExtension(open);
  if (pending === null || open.grant.status !== "running" || !pending.steps.includes(step)) return null;
  return { after: open.grant.until, until: pending.until };
}

/** @throws RefusedError where a limit would end what is open sooner than was agreed: that is no answer to a later end */
export function refuseEarlierEnd(open: Open, { step, limits, at }: CommandOf<"approve">, { plant }: World): void {
  const within = limitedWithin(open, step);
  if (within === null || limits.every(({ until }) => until === null || until > within.after)) return;
  const when = sayInstant(within.after, plant, { reference: at });
  throw new RefusedError("FIELD_INVALID", saying("extend.limitAfter", { when }));
}

/** Who agreed to what is open: they are asked again, and not who was spared by their yes. */
function approvalsOf(open: Open): readonly Step[] {
  return stepsOf(open.rules).filter((rule) => {
    const step = open.steps.get(rule.id);
    // Whose risk was taken is asked whether it stays open longer: that was not asked before.
    return isSettled(step) && isGoAhead(step.verdict) && decides(rule) && !isOfExtension(open, rule.id);
  });
}

type Copied = { readonly step: StepId; readonly of: StepId };

/** A name for each that no step has: its own, as far as it goes, and the first free number from how often longer was asked for. */
function freshSteps(open: Open, approvals: readonly Step[]): Copied[] {
  const taken = new Set<string>([...open.steps.keys(), ...stepsOf(open.rules).map(({ id }) => id)]);
  return approvals.map(({ id: of }) => {
    let number = open.extensions.length + 1;
    while (taken.has(longerName(of, number))) number += 1;
    const step = longerName(of, number);
    taken.add(step);
    return { step, of };
  });
}

/** As long as a name may be. */
function longerName(id: StepId, number: number): StepId {
  return StepId.parse(`${id.slice(0, 28)}-longer-${number}`);
}

/** Beside what is still to be answered, or by themselves before what comes at the end. */
function withSteps(open: Open, copies: readonly Copied[]): Stage[] {
  const { stages } = open.rules;
  const steps = copies.flatMap(({ step, of }) => {
    const rule = stepsOf(open.rules).find(({ id }) => id === of);
    if (rule === undefined) return [];
    const together = rule.together.flatMap((other) => copies.find((copy) => copy.of === other)?.step ?? []);
    return [{ ...rule, id: step, settles: [], together }];
  });
  const now = currentStage(open);
  if (now !== null && now.opens === "next")
    return stages.map((stage) => (stage === now ? { ...stage, steps: [...stage.steps, ...steps] } : stage));
  const end = stages.findIndex(({ opens }) => opens === "end");
  return [...stages.slice(0, end), { opens: "next", steps }, ...stages.slice(end)];
}
