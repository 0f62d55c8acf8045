import fc from "fast-check";
import { DAY_MS, EpochMs, later } from "../../src/clock.ts";
import { type Week, weekAt, weekBefore, weeksIn } from "../../src/plant/time/week.ts";
import { workedBetween } from "../../src/plant/time/workingTime.ts";
import {
  countsBetween,
  heldField,
  holderKey,
  hoursOf,
  readTook,
  tookBucket,
  tookMs,
  weekCount,
  workedWithin,
} from "../../src/referee/weekCounts.ts";
import { evolve } from "../../src/request/evolve.ts";
import { type Holder, holdingsIn } from "../../src/request/rules/holding.ts";
import { type RequestState, UNSTARTED } from "../../src/request/state.ts";
import { Values } from "../../src/workflow/value.ts";
import { happenings, tried } from "../card/randomWalk.ts";
import { madeUpTypes } from "../request/madeUp.ts";
import { asked, askedOf, demo, deniz, monday, olga, press, sina, stepOf } from "../request/scene.ts";
import { activeTypes } from "../workflow/activeTypes.ts";
import { then, type Walk, wokenUntil } from "../workflow/walk.ts";

const types = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...activeTypes) }, madeUpTypes);

function everyLife(check: (walk: Walk) => void): void {
  fc.assert(
    fc.property(types, happenings, (type, all) => {
      let walk = askedOf(type);
      for (const next of all) walk = tried(walk, next, type);
      check(walk.state.status === "open" ? wokenUntil(walk, later(walk.state.at, 9 * DAY_MS)) : walk);
    }),
    { numRuns: 25 },
  );
}

function statesOf({ events }: Walk): readonly RequestState[] {
  const states: RequestState[] = [UNSTARTED];
  for (const event of events) states.push(evolve(states.at(-1) ?? UNSTARTED, event));
  return states;
}

/** What the record would say at an instant: what was counted as balls went on, and what is still in somebody's hands. */
function recorded(walk: Walk, week: Week, now: EpochMs): ReadonlyMap<string, number> {
  const { plant } = walk.world;
  const states = statesOf(walk);
  const held = new Map<string, number>();
  const add = (key: string, ms: number) => held.set(key, (held.get(key) ?? 0) + ms);
  for (const [at, after] of states.entries()) {
    const before = states[at - 1];
    if (before === undefined) continue;
    for (const { name, field, by } of countsBetween(before, after, plant))
      if (name === weekCount(plant.code, week.name) && field.startsWith("held ")) add(field, by);
  }
  const to = EpochMs.parse(Math.min(now, week.to));
  for (const { holder, since } of holdingsIn(walk.state, plant))
    add(heldField(holder), workedWithin(plant, holder, since, { from: week.from, to }));
  return withoutNothing(held);
}

/** The same, by looking at whose turn it was between any two events. */
function lookedAt(walk: Walk, week: Week, now: EpochMs): ReadonlyMap<string, number> {
  const { plant } = walk.world;
  const states = statesOf(walk);
  const held = new Map<string, number>();
  for (const [at, state] of states.entries()) {
    const [from, to] = [state.at, states[at + 1]?.at ?? now];
    for (const { holder } of holdingsIn(state, plant)) {
      const ms = within(walk, holder, { from, to }, week);
      held.set(heldField(holder), (held.get(heldField(holder)) ?? 0) + ms);
    }
  }
  return withoutNothing(held);
}

function within({ world }: Walk, holder: Holder, span: { from: EpochMs; to: EpochMs }, week: Week): number {
  const from = EpochMs.parse(Math.max(span.from, week.from));
  return workedBetween(world.plant, hoursOf(holder), from, EpochMs.parse(Math.min(span.to, week.to)));
}

const withoutNothing = (held: ReadonlyMap<string, number>) => new Map([...held].filter(([, ms]) => ms !== 0).sort());

test("what is counted as it happens comes to what a look at every moment of a request finds, in each week: parties, and never persons", () => {
  let counted = 0;
  everyLife((walk) => {
    for (const state of statesOf(walk))
      for (const { holder } of holdingsIn(state, walk.world.plant))
        expect(holderKey(holder)).toMatch(/^(team-|shift-lead-|ops$|manager$|requester$|others$)/);
    const { timeZone } = walk.world.plant;
    const now = later(walk.state.at, 2 * DAY_MS);
    const week = weekAt(now, timeZone);
    for (const each of [week, weekBefore(week, timeZone)]) {
      const held = recorded(walk, each, now);
      expect(held).toEqual(lookedAt(walk, each, now));
      counted += held.size;
    }
  });
  expect(counted).toBeGreaterThan(10);
});

test("a request that went on after a no is decided once, with the first", () => {
  const deny = { type: "deny", reason: "no login", yesIf: "a jump host" } as const;
  const no = press(asked(), "security", sina, monday("10:30"), deny);
  const { id, ask } = stepOf(no, "security");
  const asks = { type: "appeal", step: id, ask, news: "a jump host", values: Values.parse({}) } as const;
  const again = then(no, { ...asks, by: olga, at: monday("11:00"), name: "Olga" });
  const over = press(again, "security", deniz, monday("11:30"), deny);
  const states = statesOf(over);
  const took = states.flatMap((after, at) =>
    countsBetween(states[at - 1] ?? UNSTARTED, after, demo).filter(({ field }) => readTook(field) !== null),
  );
  expect(took).toHaveLength(1);
});

test("a time to a decision is known to a tenth", () => {
  fc.assert(
    fc.property(fc.integer({ min: 60_000, max: 90 * DAY_MS }), (ms) => {
      expect(Math.abs(tookMs(tookBucket(ms)) / ms - 1)).toBeLessThan(0.1);
    }),
  );
});

test.each([
  ["2026-12-31", "2026-W53"],
  ["2027-01-03", "2026-W53"],
  ["2027-01-04", "2027-W01"],
])("%s is in week %s", (day, name) => {
  expect(weekAt(EpochMs.parse(Date.parse(`${day}T12:00:00Z`)), "Europe/Berlin").name).toBe(name);
});

test.each(["Europe/Berlin", "America/Chicago"])("weeks follow each other through both clock changes in %s", (zone) => {
  const year = { from: EpochMs.parse(Date.UTC(2026, 0, 1)), to: EpochMs.parse(Date.UTC(2027, 0, 1)) };
  const weeks = weeksIn(year, zone, 60).toReversed();
  expect(weeks).toHaveLength(53);
  for (const [at, week] of weeks.entries()) if (at > 0) expect(week.from).toBe(weeks[at - 1]?.to);
});
