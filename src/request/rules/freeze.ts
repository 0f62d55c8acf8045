import { DAY_MS, type EpochMs, HOUR_MS, later } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import {
  type ActiveFreeze,
  type ComingFreeze,
  freezeAt,
  freezesAhead,
  singleFreezesAhead,
  type Touched,
  thawedAt,
} from "../../plant/time/freeze.ts";
import { changesPlant, decides } from "../../workflow/kinds/kinds.ts";
import { isClosing, type RequestType, type Step } from "../../workflow/requestType.ts";
import { subjectsOf, type Values } from "../../workflow/value.ts";
import type { Open, StepIn } from "../state.ts";

/**
 * A freeze longer than this is long. A short one, such as a shift change, is simply waited for, and nobody who has
 * something already is called off for it.
 */
const LONG_MS = 4 * HOUR_MS;
/** How far ahead whoever carries something out is told of a short freeze, and of a long one. */
const SEES_SHORT_MS = 12 * HOUR_MS;
const SEES_LONG_MS = 14 * DAY_MS;

/**
 * The freeze at an instant over what a request is about, and when nothing is frozen any more, by whatever follows it. What the
 * plant does not know only a freeze of it all covers.
 */
export function freezeOver(
  rules: Pick<RequestType, "asset">,
  values: Values,
  plant: Plant,
  at: EpochMs,
): ActiveFreeze | null {
  const touched = touchedBy(rules, values, plant);
  const active = freezeAt(plant, touched, at);
  return active === null ? null : { freeze: active.freeze, until: thawedAt(plant, touched, at) };
}

/**
 * The freeze that keeps a step from being carried out now. Agreeing touches nothing, a line that stands and an emergency
 * cannot wait, and what was opened is closed again at its end whatever happens: those go on.
 */
export function frozenNow(state: Open, rule: Step, plant: Plant, at: EpochMs): ActiveFreeze | null {
  return isSetAside(state, at) || !waitsForFreezes(state, rule)
    ? null
    : freezeOver(state.rules, state.values, plant, at);
}

/** The next long freeze under a step that is with people now; it holds for it if nobody has taken it by then. */
export function nextLongFreeze(state: Open, rule: Step, plant: Plant, at: EpochMs): EpochMs | null {
  if (!isAnyAhead(state, rule, plant)) return null;
  const touched = touchedBy(state.rules, state.values, plant);
  // What comes again comes within days; a trial run months ahead is known from its period alone.
  const soon = freezesAhead(plant, touched, at, later(at, SEES_LONG_MS));
  return [...soon, ...singleFreezesAhead(plant, touched, at)].find(isLong)?.from ?? null;
}

/** The freeze that whoever carries out a step should know of: the first of the next hours, else the first long one. */
export function freezeToKnow(state: Open, rule: Step, plant: Plant, at: EpochMs): ComingFreeze | null {
  const soon = freezesUnder(state, rule, plant, at, SEES_SHORT_MS);
  return soon[0] ?? freezesUnder(state, rule, plant, at, SEES_LONG_MS).find(isLong) ?? null;
}

/** Whether Ops is told at once that something waits for the end of a freeze, so that they may set it aside. */
export function opsHearsOf({ until }: Pick<ActiveFreeze, "until">, at: EpochMs): boolean {
  return isLong({ from: at, until });
}

/** A step that waits for the end of a freeze. */
export type FrozenStep = StepIn<"held"> & { readonly freeze: string };

/** The steps that wait for the end of a freeze now. */
export function frozenSteps({ steps }: Pick<Open, "steps">): readonly FrozenStep[] {
  return [...steps.values()].filter((step): step is FrozenStep => step.status === "held" && step.freeze !== null);
}

function freezesUnder(state: Open, rule: Step, plant: Plant, at: EpochMs, withinMs: number): readonly ComingFreeze[] {
  if (!isAnyAhead(state, rule, plant)) return [];
  return freezesAhead(plant, touchedBy(state.rules, state.values, plant), at, later(at, withinMs));
}

function isAnyAhead(state: Open, rule: Step, plant: Plant): boolean {
  return plant.freezes.length > 0 && waitsForFreezes(state, rule);
}

function isLong({ from, until }: Pick<ComingFreeze, "from" | "until">): boolean {
  return until - from > LONG_MS;
}

/** Set aside was the freeze that ran then, and no later one. */
function isSetAside({ freezeSetAsideUntil }: Open, at: EpochMs): boolean {
  return freezeSetAsideUntil !== null && at < freezeSetAsideUntil;
}

function waitsForFreezes({ rules }: Open, rule: Step): boolean {
  return changesPlant(rule) && rules.call === null && !rules.emergency && !isClosing(rules, rule.id);
}

/** The freeze in which an emergency is agreed to or carried out all the same: it is over long before, but is to be known. */
export function freezeInEmergency(state: Open, rule: Step, plant: Plant, at: EpochMs): ActiveFreeze | null {
  const { rules, values } = state;
  const concerns = decides(rule) || (changesPlant(rule) && !isClosing(rules, rule.id));
  return rules.emergency && concerns && !isSetAside(state, at) ? freezeOver(rules, values, plant, at) : null;
}

/** What a request would touch: the machines and lines of the plant that it is about. */
export function touchedBy(rules: Pick<RequestType, "asset">, values: Values, plant: Plant): Touched {
  const subjects = subjectsOf(rules, values, plant);
  return {
    assets: subjects.flatMap(({ asset }) => asset?.id ?? []),
    lines: subjects.flatMap(({ line }) => line?.id ?? []),
  };
}
