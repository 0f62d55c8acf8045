import { DAY_MS, type EpochMs, later } from "../../clock.ts";
import { RefusedError } from "../../errors.ts";
import type { Plant } from "../../plant/plant.ts";
import { freezeAt, freezesAhead, type Touched, thawedAt } from "../../plant/time/freeze.ts";
import { saying } from "../../words/say.ts";
import { changesPlant } from "../../workflow/kinds/kinds.ts";
import { type FieldId, type RequestType, type Step, stepsOf } from "../../workflow/requestType.ts";
import { instantOf, type Values } from "../../workflow/value.ts";
import type { CommandOf, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import type { RequestState } from "../state.ts";
import { changesTo, typeOf } from "./draft.ts";
import { freezeOver, touchedBy } from "./freeze.ts";
import { requireDraft } from "./guards.ts";

/** A time in which nothing is frozen; `values` set it. `until` is null where only its beginning was asked for. */
export type FreeWindow = { readonly from: EpochMs; readonly until: EpochMs | null; readonly values: Values };

/**
 * The first time without a freeze that is as long as what a draft asks for, where that meets one; null where it meets none,
 * and where freezes follow one another too closely.
 */
export function freeWindow(type: RequestType, values: Values, plant: Plant, at: EpochMs): FreeWindow | null {
  const wish = wishOf(type, values, plant, at);
  if (wish === null || isFree(plant, wish.touched, wish.from, wish.lastsMs)) return null;
  const from = nextFree(plant, wish.touched, wish.from, wish.lastsMs);
  return from === null ? null : movedTo(from, wish, values);
}

/**
 * The requester takes the time that was offered.
 * @throws RefusedError `OUTDATED` when something was frozen there since, or it has passed
 */
export function moveWindow(
  state: RequestState,
  command: CommandOf<"moveWindow">,
  world: World,
): readonly RequestEvent[] {
  const { by, at, from } = command;
  const draft = requireDraft(state, by, world);
  const type = typeOf(draft, world);
  const wish = wishOf(type, draft.values, world.plant, at);
  const values = wish === null ? {} : changesTo(draft.values, movedTo(from, wish, draft.values).values);
  if (wish === null || Object.keys(values).length === 0) return [];
  if (from < wish.from || !isFree(world.plant, wish.touched, from, wish.lastsMs))
    throw new RefusedError("OUTDATED", saying("refused.notFree"));
  return [{ type: "DraftFilled", values, by, at }];
}

/** When something is to be carried out: `from` at the earliest, and free of freezes for so long. */
type Wish = {
  readonly touched: Touched;
  readonly from: EpochMs;
  readonly lastsMs: number;
  /** What was asked for as its beginning; the end keeps its distance from it. */
  readonly asked: EpochMs;
  readonly begins: FieldId | null;
  readonly ends: FieldId | null;
};

function wishOf(type: RequestType, values: Values, plant: Plant, at: EpochMs): Wish | null {
  if (type.call !== null || type.emergency) return null;
  const touched = touchedBy(type, values, plant);
  const [window] = stepsOf(type).flatMap((step) => windowWish(step, type, values, at) ?? []);
  if (window !== undefined) return { touched, ...window };
  return endWish(type, values, plant, at, touched);
}

/** A step with an agreed time; the whole of it is to be free where it has an end of its own, else its beginning. */
function windowWish(
  { window }: Step,
  { endsAt }: RequestType,
  values: Values,
  at: EpochMs,
): Omit<Wish, "touched"> | null {
  const asked = window === null ? null : instantOf(values[window.from]);
  if (window === null || asked === null) return null;
  const until = window.until === null ? null : instantOf(values[window.until]);
  const lastsMs = until === null ? 0 : Math.max(0, until - asked);
  return { from: asked > at ? asked : at, lastsMs, asked, begins: window.from, ends: window.until ?? endsAt };
}

/** Without an agreed time it is carried out as soon as it may be; it needs another one only if it is over by then. */
function endWish(type: RequestType, values: Values, plant: Plant, at: EpochMs, touched: Touched): Wish | null {
  const end = type.endsAt === null ? null : instantOf(values[type.endsAt]);
  const freeze = stepsOf(type).some(changesPlant) ? freezeOver(type, values, plant, at) : null;
  if (end === null || freeze === null || end > freeze.until) return null;
  return { touched, from: at, lastsMs: 0, asked: at, begins: null, ends: type.endsAt };
}

function movedTo(from: EpochMs, { asked, begins, ends }: Wish, values: Values): FreeWindow {
  const end = ends === null ? null : instantOf(values[ends]);
  const until = end === null ? null : later(end, from - asked);
  return {
    from,
    until,
    values: {
      ...(begins !== null && { [begins]: String(from) }),
      ...(ends !== null && until !== null && { [ends]: String(until) }),
    },
  };
}

function isFree(plant: Plant, touched: Touched, from: EpochMs, lastsMs: number): boolean {
  const to = later(from, lastsMs);
  return (
    freezeAt(plant, touched, from) === null && freezesAhead(plant, touched, from, to).every((each) => each.from >= to)
  );
}

/** How far ahead a free time is looked for. */
const LOOKS_AHEAD_MS = 14 * DAY_MS;

function nextFree(plant: Plant, touched: Touched, after: EpochMs, lastsMs: number): EpochMs | null {
  let from = thawedAt(plant, touched, after);
  const to = later(from, LOOKS_AHEAD_MS);
  for (const freeze of freezesAhead(plant, touched, from, to)) {
    if (freeze.from >= later(from, lastsMs)) return from;
    if (freeze.until > from) from = freeze.until;
  }
  return from > to || !isFree(plant, touched, from, lastsMs) ? null : from;
}
