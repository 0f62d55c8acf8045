import fc from "fast-check";
import { nextWake } from "../../src/request/rules/wake.ts";
import { isSettled, type Open } from "../../src/request/state.ts";
import { closingSteps } from "../../src/workflow/requestType.ts";
import { happenings, tried } from "../card/randomWalk.ts";
import { activeTypes } from "../workflow/activeTypes.ts";
import type { Walk } from "../workflow/walk.ts";
import { changedPlant, madeUpTypes, type PlantChange, plantChanges } from "./madeUp.ts";
import { askedOf } from "./scene.ts";

const types = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...activeTypes) }, madeUpTypes);

/**
 * Every state that requests come to, of all types and of some nobody wrote, whatever people do and the plant becomes, also
 * where one process knows of it before another.
 */
function everyState(check: (walk: Walk) => void): void {
  const lives = fc.tuple(types, happenings, fc.array(plantChanges, { maxLength: 14 }));
  fc.assert(
    fc.property(lives, ([type, all, changes]) => {
      let walk = askedOf(type);
      for (const [at, next] of all.entries()) {
        const change = changes[at] ?? null;
        const { plant } = walk.world;
        walk = changed(walk, change);
        const now = walk.world;
        // Decided by a process that has not heard of it yet; whoever looks next has.
        const decidedBy = change?.lagging === true ? { ...now, plant } : now;
        walk = { ...tried({ ...walk, world: decidedBy }, next, type), world: now };
        check(walk);
      }
    }),
    { numRuns: 90 },
  );
}

function changed(walk: Walk, change: PlantChange | null): Walk {
  if (change === null) return walk;
  return { ...walk, world: { ...walk.world, plant: changedPlant(walk.world.plant, change, walk.state.at) } };
}

/** Somebody has it, and said so; or Ops see it; or they are asked whose it is. */
function isWithSomebody({ steps, places }: Open): boolean {
  const taken = [...steps.values()].some((step) => step.status === "open" && step.ball.takenBy !== null);
  return taken || [...places.values()].some(({ role, left }) => role.type === "ops" && !left);
}

test("a call that nobody ended is looked at again, whatever was done about it", () => {
  everyState(({ state, world }) => {
    if (state.status !== "open" || state.rules.call === null) return;
    expect(nextWake(state, world.plant)).not.toBeNull();
  });
});

describe("whatever people do with a request of any type", () => {
  test("it is looked at again by itself, or somebody has it, or Ops see it", () => {
    everyState(({ state, world }) => {
      if (state.status !== "open" || nextWake(state, world.plant) !== null) return;
      expect(isWithSomebody(state)).toBe(true);
    });
  });

  test("it never counts as done after somebody said that it does not work", () => {
    everyState(({ state, events }) => {
      if (state.status !== "closed" || state.outcome !== "done") return;
      const said = events.findLast((event) => event.type === "StepConfirmed");
      expect(said?.outcome).not.toBe("doesNotWork");
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
