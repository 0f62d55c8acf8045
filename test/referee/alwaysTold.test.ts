import fc from "fast-check";
import { SECTION_NAMES, SECTIONS } from "../../src/card/digest/digestSections.ts";
import { DAY_MS, later } from "../../src/clock.ts";
import type { EventType } from "../../src/request/events.ts";
import type { Open } from "../../src/request/state.ts";
import { happenings, tried } from "../card/randomWalk.ts";
import { madeUpTypes } from "../request/madeUp.ts";
import { askedOf } from "../request/scene.ts";
import { activeTypes } from "../workflow/activeTypes.ts";
import { type Walk, wokenUntil } from "../workflow/walk.ts";

const types = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...activeTypes) }, madeUpTypes);

/** What happens by itself and tells somebody who can act, or Ops. */
const TELLS: ReadonlySet<EventType> = new Set<EventType>([
  "StepOpened",
  "StepPinged",
  "StepReminded",
  "StepOverdue",
  "ProgressAsked",
  "DeadlineNears",
  "QuestionReminded",
  "GrantEnded",
  "RequestClosed",
]);

/** Longer than any clock of the types runs. */
const WITHIN_MS = 45 * DAY_MS;

/** Ops read it in the digest of every morning, as it is now or will be by then. */
function standsInDigest(state: Open): boolean {
  return SECTION_NAMES.some((name) => SECTIONS[name].withinMs === null && SECTIONS[name].rank(state) !== null);
}

function isToldOf({ state, world, events }: Walk): boolean {
  if (state.status !== "open" || standsInDigest(state)) return true;
  const after = wokenUntil({ state, world, events }, later(state.at, WITHIN_MS));
  return after.events.slice(events.length).some(({ type }) => TELLS.has(type));
}

test("for every request in every state some instant comes at which somebody who can act, or Ops, is told of it", () => {
  fc.assert(
    fc.property(types, happenings, (type, all) => {
      let walk = askedOf(type);
      expect(isToldOf(walk)).toBe(true);
      for (const next of all) {
        walk = tried(walk, next, type);
        expect(isToldOf(walk)).toBe(true);
      }
    }),
    { numRuns: 6 },
  );
});
