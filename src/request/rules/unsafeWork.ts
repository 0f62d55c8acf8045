import { isDeepStrictEqual } from "node:util";
import type { EpochMs } from "../../clock.ts";
import { RefusedError } from "../../errors.ts";
import { askedFirst } from "../../plant/duty/chain.ts";
import type { PersonId } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";
import { type Told, tell, told } from "../../plant/told/told.ts";
import { safetyOf } from "../../plant/who/owner.ts";
import { saying } from "../../words/say.ts";
import { changesPlant } from "../../workflow/kinds/kinds.ts";
import { isClosing, type Step, stepsOf } from "../../workflow/requestType.ts";
import type { EventOf, RequestEvent } from "../events.ts";
import type { Open } from "../state.ts";
import { isBegun } from "./begun.ts";
import { noteOfReferee } from "./noteOfReferee.ts";
import { tellOps, tellSafety } from "./places.ts";
import { unaskedGuard } from "./safety.ts";

// A machine may be marked as protecting people after everybody agreed. Nobody begins on it then: it is Ops' to see that it is
// asked for anew. Who has begun puts it back. Of what was opened whoever may cut it off, who closes it, Safety and Ops are told at once;
// otherwise it is closed again at its end, whatever the file says.

type About = Pick<Open, "rules" | "values" | "steps">;

/** Whether a step is not to be begun, because Safety were not asked of what it would change. */
export function isUnsafeWork(open: About, rule: Step, plant: Plant): boolean {
  const step = open.steps.get(rule.id);
  return step !== undefined && !isBegun(step) && isOnUnasked(open, rule, plant);
}

/** @throws RefusedError `NOT_ALLOWED` for whoever would begin it */
export function refuseUnsafeWork(open: Open, rule: Step, plant: Plant): void {
  if (!isUnsafeWork(open, rule, plant)) return;
  throw new RefusedError("NOT_ALLOWED", saying("refused.safetySince", { name: nameOf(open, plant), key: open.key }));
}

/** @throws RefusedError `NOT_ALLOWED` for whoever would have it count as done */
export function refuseUnsafeDone(open: Open, rule: Step, plant: Plant): void {
  if (!isOnUnasked(open, rule, plant)) return;
  throw new RefusedError("NOT_ALLOWED", saying("refused.safetyBegun", { name: nameOf(open, plant), key: open.key }));
}

/** Why it is before Ops. */
export function whyUnsafe(open: About, plant: Plant): Told {
  return told("notes.safetySince", { name: toldGuard(open, plant) });
}

/** The same, for whoever reads the plant. */
export function sayUnsafe(open: About, plant: Plant): string {
  return tell(plant, whyUnsafe(open, plant));
}

/** Who has begun, and Ops, read of it once. */
export function begunUnsafe(open: Open, plant: Plant, at: EpochMs): readonly RequestEvent[] {
  const isInHand = stepsOf(open.rules).some((rule) => {
    const step = open.steps.get(rule.id);
    return step !== undefined && step.status !== "settled" && isBegun(step) && isOnUnasked(open, rule, plant);
  });
  const note = isInHand ? notedOnce(open, BEGUN, plant, at) : null;
  return note === null ? [] : [...tellOps(open, plant, { at }), note];
}

/** It stands open: whoever may cut it off, whoever closes it, Safety and Ops are called, once. */
export function openUnsafe(open: Open, plant: Plant, at: EpochMs): readonly RequestEvent[] {
  const note = isOpenUnsafe(open, plant) ? notedOnce(open, OPEN, plant, at) : null;
  if (note === null) return [];
  return [
    ...tellOps(open, plant, { at }),
    ...tellSafety(open, safetyOf(plant), safetyPeople(plant, at), plant, at),
    note,
  ];
}

/** Null where it was noted of the same machine before. */
function notedOnce(open: Open, what: typeof OPEN | typeof BEGUN, plant: Plant, at: EpochMs): RequestEvent | null {
  const text = told(what, { name: toldGuard(open, plant) });
  return open.notes.some((note) => isDeepStrictEqual(note.told, text)) ? null : noteOfReferee(plant, text, at);
}

/** Whether something stands open of which Safety were not asked. */
export function isOpenUnsafe(open: Open, plant: Plant): boolean {
  return open.grant.status === "running" && unaskedGuard(open, plant) !== null;
}

/** Those of Safety who are asked first now. */
export function safetyPeople(plant: Plant, at: EpochMs): readonly PersonId[] {
  return askedFirst(plant, safetyOf(plant), at);
}

/** Whether it is the note that tells of it, and is true still. */
export function isToCutOff(note: Pick<EventOf<"NoteAdded">, "told">, open: Open): boolean {
  return says(note, OPEN) && open.grant.status === "running";
}

/** Whether it is the note by which it is to be put back. */
export function isToPutBack(note: Pick<EventOf<"NoteAdded">, "told">): boolean {
  return says(note, BEGUN);
}

function says({ told: text }: Pick<EventOf<"NoteAdded">, "told">, what: string): boolean {
  return typeof text === "object" && "says" in text && text.says === what;
}

const OPEN = "notes.safetyOpen";
const BEGUN = "notes.safetyBegun";

function isOnUnasked(open: About, rule: Step, plant: Plant): boolean {
  return changesPlant(rule) && !isClosing(open.rules, rule.id) && unaskedGuard(open, plant) !== null;
}

function nameOf(open: About, plant: Plant): string {
  return unaskedGuard(open, plant)?.name ?? "";
}

function toldGuard(open: About, plant: Plant): Told {
  const guard = unaskedGuard(open, plant);
  return guard === null ? "" : { asset: guard.id };
}
