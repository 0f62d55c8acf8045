import fc from "fast-check";
import { nextWake } from "../../src/request/rules/wake.ts";
import { isSettled, type Open } from "../../src/request/state.ts";
import { closingSteps } from "../../src/workflow/requestType.ts";
import { happenings, tried } from "../card/randomWalk.ts";
import { activeTypes, typeNamed } from "../workflow/activeTypes.ts";
import type { Walk } from "../workflow/walk.ts";
import { askedOf } from "./scene.ts";

/** Every state that requests of all types come to, whatever their people do. */
function everyState(check: (walk: Walk) => void): void {
  const lives = fc.tuple(fc.constantFrom(...activeTypes.map(({ type }) => type)), happenings);
  fc.assert(
    fc.property(lives, ([name, all]) => {
      const type = typeNamed(name);
      let walk = askedOf(type);
      for (const next of all) {
        walk = tried(walk, next, type);
        check(walk);
      }
    }),
    { numRuns: 100 },
  );
}

/** Somebody has it, and said so; or Ops see it; or they are asked whose it is. */
function isWithSomebody({ steps, places }: Open): boolean {
  const taken = [...steps.values()].some((step) => step.status === "open" && step.ball.takenBy !== null);
  return taken || [...places.values()].some(({ role, left }) => role.type === "ops" && !left);
}

test("a call that nobody ended is looked at again, whatever was done about it", () => {
  everyState(({ state }) => {
    if (state.status !== "open" || state.rules.call === null) return;
    expect(nextWake(state)).not.toBeNull();
  });
});

describe("whatever people do with a request of any type", () => {
  test("it is looked at again by itself, or somebody has it, or Ops see it", () => {
    everyState(({ state }) => {
      if (state.status !== "open" || nextWake(state) !== null) return;
      expect(isWithSomebody(state)).toBe(true);
    });
  });

  test("it never counts as done after somebody said that it does not work", () => {
    everyState(({ state, events }) => {
      if (state.status !== "closed" || state.outcome !== "done") return;
      const said = events.findLast(({ type }) => type === "StepConfirmed");
      expect(said).not.toMatchObject({ outcome: "doesNotWork" });
    });
  });

  test("what was open is closed again by somebody, and by nobody's silence", () => {
    everyState(({ state }) => {
      if (state.status === "unstarted" || state.status === "draft" || state.grant.status !== "ended") return;
      const closing = closingSteps(state.rules).map(({ id }) => state.steps.get(id));
      if (state.status === "closed") expect(closing.every(isSettled)).toBe(true);
      else expect(closing.map((step) => step?.status)).not.toContain("waiting");
    });
  });

  test("nobody is asked for an answer in two places of one channel", () => {
    everyState(({ state }) => {
      if (state.status !== "open") return;
      const spots = [...state.places.values()]
        .filter(({ left }) => !left)
        .map(({ role, spot }) => JSON.stringify([role, spot]));
      expect(spots).toEqual([...new Set(spots)]);
    });
  });
});
