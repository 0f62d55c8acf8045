import { DAY_MS, type EpochMs, earliest, HOUR_MS, later } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import { daysLater } from "../../plant/time/localTime.ts";
import { type Saying, saying } from "../../words/say.ts";
import { type Duration, durationMs } from "../../workflow/duration.ts";
import { decides } from "../../workflow/kinds/kinds.ts";
import { type FieldId, type RequestType, type Step, type StepClock, stepsOf } from "../../workflow/requestType.ts";
import { instantOf, type Values } from "../../workflow/value.ts";
import type { Open } from "../state.ts";

/** The agreed time in which something is carried out; `until` is null where only its beginning was agreed. */
export type Window = { readonly from: EpochMs; readonly until: EpochMs | null };

/** When a step is to be carried out; null for a step without a window, and while nobody has named its beginning. */
export function windowOf(values: Values, { window }: Pick<Step, "window">): Window | null {
  const from = window === null ? null : instantOf(values[window.from]);
  if (window === null || from === null) return null;
  return { from, until: window.until === null ? null : instantOf(values[window.until]) };
}

/** The windows of all steps. One without an end of its own ends with what is granted. */
export function windowsOf(rules: Pick<RequestType, "stages" | "endsAt">, values: Values): readonly Window[] {
  const end = rules.endsAt === null ? null : instantOf(values[rules.endsAt]);
  return stepsOf(rules).flatMap((step) => {
    const window = windowOf(values, step);
    return window === null ? [] : [{ ...window, until: window.until ?? end }];
  });
}

/** When it is to begin at the soonest; null where no time was agreed. */
export function beginsFirst({ rules, values }: Pick<Open, "rules" | "values">): EpochMs | null {
  return earliest(windowsOf(rules, values).map(({ from }) => from));
}

/** When the grant ends: as asked for, or earlier by a limit. */
export function grantEnd(state: Pick<Open, "rules" | "values" | "limits">, at: EpochMs): EpochMs {
  const asked = state.rules.endsAt === null ? null : instantOf(state.values[state.rules.endsAt]);
  return earliest([asked, ...state.limits.map(({ until }) => until)]) ?? at;
}

type ToEnd = Pick<Open, "rules" | "values" | "limits" | "grant" | "at">;

/**
 * Until when an answer to a step is of use: after it what was asked for is over, or its end has come. Null where nothing ends
 * it, and for what closes or looks back.
 */
export function usefulUntil(state: ToEnd, rule: Step): EpochMs | null {
  const stage = state.rules.stages.find(({ steps }) => steps.some(({ id }) => id === rule.id));
  if (stage?.opens !== "next" || state.grant.status === "ended") return null;
  if (state.grant.status === "running") return state.grant.until;
  const end = state.rules.endsAt === null ? null : grantEnd(state, state.at);
  if (!decides(rule)) return earliest([windowOf(state.values, rule)?.until ?? null, end]);
  return earliest([end, ...windowsOf(state.rules, state.values).map(({ until }) => until)]);
}

type Ends = Pick<RequestType, "stages" | "endsAt" | "longest" | "emergency">;

/** Days are those of the plant. */
export type Zone = Pick<Plant, "timeZone">;

/** An end that cannot be, by the field that says it, in words for whoever said it. */
export type EndProblem = { readonly field: FieldId; readonly problem: Saying };

/**
 * Ends that have passed, ends that come before their beginning, and ends beyond what the type allows in all.
 * @param before what was sent, where facts of it are changed: what it was sent with may be longer than its type allows
 */
export function endProblems(
  values: Values,
  type: Ends,
  at: EpochMs,
  plant: Zone,
  before?: Values,
): readonly EndProblem[] {
  const windows = stepsOf(type).flatMap(({ window }) => window ?? []);
  const ends = new Set([type.endsAt, ...windows.map(({ until }) => until)].filter((field) => field !== null));
  const passed = [...ends].filter((field) => isBefore(values[field], at));
  const reversed = windows.flatMap(({ from, until }) => {
    const end = until ?? type.endsAt;
    const begin = instantOf(values[from]);
    return end !== null && begin !== null && isBefore(values[end], begin) ? [end] : [];
  });
  return [
    ...passed.map((field) => ({ field, problem: saying("times.endPassed") })),
    ...reversed.map((field) => ({ field, problem: saying("times.endsFirst") })),
    ...(before !== undefined && isNoLonger(values, before, type, at) ? [] : tooLong(values, type, at, plant)),
  ];
}

/** Whether its time is as it was sent, or ends earlier without becoming longer by an earlier beginning. */
function isNoLonger(values: Values, before: Values, type: Ends, at: EpochMs): boolean {
  const begins = stepsOf(type).flatMap(({ window }) => window?.from ?? []);
  if ([type.endsAt, ...begins].every((field) => field === null || values[field] === before[field])) return true;
  const [now, was] = [spanOf(values, type, at), spanOf(before, type, at)];
  return now !== null && was !== null && now.end < was.end && now.end - now.from <= was.end - was.from;
}

type Span = { readonly from: EpochMs; readonly end: EpochMs };

/** It begins no sooner than it was asked for; where a time was named, then. An emergency begins now. */
function spanOf(values: Values, { stages, endsAt, emergency }: Ends, at: EpochMs): Span | null {
  const end = endsAt === null ? null : instantOf(values[endsAt]);
  if (end === null) return null;
  const begins = stepsOf({ stages }).flatMap(({ window }) =>
    window === null ? [] : (instantOf(values[window.from]) ?? []),
  );
  const named = emergency ? at : (earliest(begins) ?? at);
  return { from: named > at ? named : at, end };
}

function tooLong(values: Values, type: Ends, at: EpochMs, plant: Zone): readonly EndProblem[] {
  const { endsAt, longest } = type;
  const span = spanOf(values, type, at);
  if (endsAt === null || longest === null || span === null) return [];
  const most = durationMs(longest);
  if (span.end <= longestUntil(span.from, longest, plant)) return [];
  const hours = most / HOUR_MS;
  const length =
    hours < 48 ? ({ unit: "hours", count: hours } as const) : ({ unit: "days", count: hours / 24 } as const);
  return [{ field: endsAt, problem: saying("times.tooLong", length) }];
}

/** The last end that a type allows: days end at the same time of day in the plant, whatever summer time does between. */
export function longestUntil(from: EpochMs, longest: Duration, { timeZone }: Zone): EpochMs {
  const most = durationMs(longest);
  return longest.endsWith("d") ? daysLater(from, most / DAY_MS, timeZone) : later(from, most);
}

function isBefore(end: string | undefined, instant: EpochMs): boolean {
  const at = instantOf(end);
  return at !== null && at <= instant;
}

/** The clock a step is measured by: inside its window the hours of the day do not matter. */
export function clockOf({ values }: Pick<Open, "values">, rule: Step): StepClock {
  return windowOf(values, rule) === null ? rule.clock : { ...rule.clock, always: true };
}
