import { DAY_MS, type EpochMs, later } from "../../clock.ts";
import { RefusedError } from "../../errors.ts";
import type { Plant } from "../../plant/plant.ts";
import { freezeAt, freezesAhead, type Touched, thawedAt } from "../../plant/time/freeze.ts";
import { asLongFrom } from "../../plant/time/localTime.ts";
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
  if (wish === null || isFree(plant, wish, wish.from)) return null;
  const from = nextFree(plant, wish);
  return from === null ? null : movedTo(from, wish, values, plant);
}

/**
 * The requester takes the time that was offered, and no other one.
 * @throws RefusedError `OUTDATED` when it is not what would be offered now
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
  const values = wish === null ? {} : changesTo(draft.values, movedTo(from, wish, draft.values, world.plant).values);
  if (wish === null || Object.keys(values).length === 0) return [];
  if (freeWindow(type, draft.values, world.plant, at)?.from !== from)
    throw new RefusedError("OUTDATED", saying("refused.notFree"));
  return [{ type: "DraftFilled", values, by, at }];
}

/** When something is to be carried out: `from` at the earliest. */
type Wish = {
  readonly touched: Touched;
  readonly from: EpochMs;
  /** What was asked for as its beginning; the end keeps its distance from it. */
  readonly asked: EpochMs;
  /** The end that was asked for, where it is to be free of freezes until then; null where only its beginning is. */
  readonly until: EpochMs | null;
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
  return { from: asked > at ? asked : at, asked, until, begins: window.from, ends: window.until ?? endsAt };
}

/** Without an agreed time it is carried out as soon as it may be; it needs another one only if it is over by then. */
function endWish(type: RequestType, values: Values, plant: Plant, at: EpochMs, touched: Touched): Wish | null {
  const end = type.endsAt === null ? null : instantOf(values[type.endsAt]);
  const freeze = stepsOf(type).some(changesPlant) ? freezeOver(type, values, plant, at) : null;
  if (end === null || freeze === null || end > freeze.until) return null;
  return { touched, from: at, asked: at, until: null, begins: null, ends: type.endsAt };
}

function movedTo(from: EpochMs, { asked, begins, ends }: Wish, values: Values, { timeZone }: Plant): FreeWindow {
  const end = ends === null ? null : instantOf(values[ends]);
  const until = end === null ? null : asLongFrom(from, { from: asked, to: end }, timeZone);
  return {
    from,
    until,
    values: {
      ...(begins !== null && { [begins]: String(from) }),
      ...(ends !== null && until !== null && { [ends]: String(until) }),
    },
  };
}

function isFree(plant: Plant, wish: Wish, from: EpochMs): boolean {
  const { touched } = wish;
  const to = endFrom(from, wish, plant);
  return (
    freezeAt(plant, touched, from) === null && freezesAhead(plant, touched, from, to).every((each) => each.from >= to)
  );
}

function endFrom(from: EpochMs, { asked, until }: Wish, { timeZone }: Plant): EpochMs {
  return until === null || until < asked ? from : asLongFrom(from, { from: asked, to: until }, timeZone);
}

/** How far ahead a free time is looked for. */
const LOOKS_AHEAD_MS = 14 * DAY_MS;

function nextFree(plant: Plant, wish: Wish): EpochMs | null {
  const { touched } = wish;
  let from = thawedAt(plant, touched, wish.from);
  const to = later(from, LOOKS_AHEAD_MS);
  for (const freeze of freezesAhead(plant, touched, from, to)) {
    if (freeze.from >= endFrom(from, wish, plant)) return from;
    if (freeze.until > from) from = freeze.until;
  }
  return from > to || !isFree(plant, wish, from) ? null : from;
}
