import { DAY_MS, type EpochMs, earliest, HOUR_MS, later, latest } from "../../clock.ts";
import type { Party } from "../../plant/party.ts";
import type { Plant } from "../../plant/plant.ts";
import { workBetween } from "../../plant/time/workingTime.ts";
import { decides } from "../../workflow/kinds/kinds.ts";
import { stepsOf } from "../../workflow/requestType.ts";
import { THE_CLOCK } from "../actor.ts";
import type { EventOf, RequestEvent } from "../events.ts";
import { isSettled, type Open, type StepState } from "../state.ts";
import { hasBegun } from "./begun.ts";
import { currentStage } from "./currentStage.ts";
import { frozenSteps } from "./freeze.ts";
import { ruleOf } from "./guards.ts";
import { laterEndAsked } from "./laterEnd.ts";
import { placesOnce, tellOps } from "./places.ts";
import { clockOf, grantEnd, windowOf, windowsOf } from "./window.ts";

/** Whoever can still decide hears of it with this much of their working time left, or with half of what there was. */
const LEAD_MS = 2 * HOUR_MS;
/** How far back from it their last hours are looked for: past any holidays. */
const LOOKS_BACK_MS = 14 * DAY_MS;

/** An instant before which something has to be decided: its beginning as agreed, or its end, with which it is over. */
export type Deadline = Pick<EventOf<"DeadlineNears">, "deadline" | "what">;

/** When a request is over because nobody decided it, or began to do it, in time; null once somebody has, or without an end. */
export function lapsesAt(state: Open): EpochMs | null {
  if (state.grant.status !== "none" || hasBegun(state)) return null;
  const end = state.rules.endsAt === null ? null : grantEnd(state, state.at);
  const windows = isUndecided(state)
    ? windowsOf(state.rules, state.values).map(({ until }) => until)
    : frozenOver(state);
  return earliest([end, ...windows]);
}

/** The ends of agreed times in which nobody can begin, because what is frozen stays so until after them. */
function frozenOver(state: Open): readonly EpochMs[] {
  return frozenSteps(state).flatMap(({ id, until: thawed }) => {
    const until = windowOf(state.values, ruleOf(state, id))?.until ?? null;
    return until === null || until > thawed ? [] : [until];
  });
}

/** Whether somebody has still to agree. */
export function isUndecided({ rules, steps }: Pick<Open, "rules" | "steps">): boolean {
  return stepsOf(rules).some((rule) => decides(rule) && !isSettled(steps.get(rule.id)));
}

/** The deadlines of which nobody was told, each with the instant at which people are. */
export function warnings(state: Open, plant: Plant): readonly (Deadline & { readonly warnAt: EpochMs })[] {
  return deadlinesOf(state)
    .filter(({ deadline }) => !state.deadlinesTold.has(deadline))
    .map((each) => ({ ...each, warnAt: warnAt(state, plant, each.deadline) }));
}

/** Told once of each deadline: the people who have it, by the event itself, and Ops. */
export function deadlineNears(state: Open, plant: Plant, at: EpochMs): readonly RequestEvent[] {
  const due = warnings(state, plant).filter((each) => each.warnAt <= at);
  return due.length === 0
    ? []
    : [
        ...tellOps(state, plant, { at }),
        ...due.map(({ deadline, what }) => ({ type: "DeadlineNears", deadline, what, by: THE_CLOCK, at }) as const),
      ];
}

/** Over, undecided or not begun: Ops read it, too. */
export function lapse(state: Open, plant: Plant, at: EpochMs): readonly RequestEvent[] {
  return placesOnce([
    ...tellOps(state, plant, { at }),
    { type: "RequestClosed", outcome: "lapsed", reason: "", by: THE_CLOCK, at },
  ]);
}

/** When it ends, though what was asked for, or a later end, is not decided by then; null where that is not so. */
export function endsUndecidedAt(state: Open): EpochMs | null {
  return lapsesAt(state) ?? laterEndAsked(state)?.ends ?? null;
}

/** Those that stand now. */
export function deadlinesOf(state: Open): readonly Deadline[] {
  const end = endsUndecidedAt(state);
  const begins = beginsAt(state);
  return [
    ...(begins === null || begins === end ? [] : [{ deadline: begins, what: "begins" } as const]),
    ...(end === null ? [] : [{ deadline: end, what: "ends" } as const]),
  ];
}

/** When it was to begin, while somebody has still to agree; an instant that had passed when it was sent is none. */
function beginsAt(state: Open): EpochMs | null {
  if (state.grant.status !== "none" || !isUndecided(state)) return null;
  const begins = windowsOf(state.rules, state.values).map(({ from }) => from);
  return earliest(begins.filter((from) => from > state.sentAt));
}

/** The first instant at which one of those who have it has no more than the lead left before a deadline. */
function warnAt(state: Open, plant: Plant, deadline: EpochMs): EpochMs {
  const longer = laterEndAsked(state);
  const since = longer?.at ?? state.sentAt;
  const from = latest([since, later(deadline, -LOOKS_BACK_MS)]) ?? since;
  const ids = longer?.steps ?? (currentStage(state)?.steps ?? []).map(({ id }) => id);
  const steps = ids.flatMap((id) => state.steps.get(id) ?? []);
  const each = steps.flatMap((step) => {
    const party = waitsFor(step);
    if (party === null) return [];
    const isAlways = clockOf(state, ruleOf(state, step.id)).always;
    return [withLeft(isAlways ? [{ from, to: deadline }] : workBetween(plant, party, from, deadline), from)];
  });
  return earliest(each) ?? withLeft(deadline > from ? [{ from, to: deadline }] : [], from);
}

function waitsFor(step: StepState): Party | null {
  switch (step.status) {
    case "open":
    case "asked":
      return step.ball.party;
    case "held":
      return step.party;
    case "disputed":
      return { type: "ops" };
    default:
      return null;
  }
}

/** When only the lead is left of these stretches, in their order; at once where there are none. */
function withLeft(work: ReturnType<typeof workBetween>, from: EpochMs): EpochMs {
  const all = work.reduce((ms, stretch) => ms + stretch.to - stretch.from, 0);
  let left = Math.min(LEAD_MS, all / 2);
  for (const stretch of work.toReversed()) {
    if (stretch.to - stretch.from >= left) return later(stretch.to, -left);
    left -= stretch.to - stretch.from;
  }
  return from;
}
