import fc from "fast-check";
import { decodeAction } from "../../src/card/action.ts";
import { waitingItem } from "../../src/card/home/homeItems.ts";
import { handOf } from "../../src/card/verbs/verbs.ts";
import { partyKey } from "../../src/plant/who/partiesOf.ts";
import { grantedFor, LIST, listsOf, partyKeysOf } from "../../src/referee/lists.ts";
import { type Actor, actorsOf } from "../../src/request/actor.ts";
import { RequestId } from "../../src/request/ids.ts";
import { standsOpen } from "../../src/request/rules/follow.ts";
import { isTheirs } from "../../src/request/rules/mayPress.ts";
import type { Open } from "../../src/request/state.ts";
import { happenings, tried } from "../card/randomWalk.ts";
import {
  asked,
  askedOf,
  demo,
  ivan,
  max,
  monday,
  ole,
  olga,
  opened,
  otto,
  paula,
  press,
  sina,
} from "../request/scene.ts";
import { activeTypes, typeNamed } from "../workflow/activeTypes.ts";
import type { Walk } from "../workflow/walk.ts";

const request = RequestId.parse("req_0123456789ab");
const everybody = [...demo.people.keys()];

function isListedFor(state: Open, by: Actor): boolean {
  const own = actorsOf(demo, by).includes(state.asked.requester);
  const keys = partyKeysOf(demo, by, state.at);
  const read = keys.flatMap((key) => [LIST.waits(demo.code, key), ...(own ? [] : [LIST.decides(demo.code, key)])]);
  return listsOf(state, demo).some(({ name }) => read.includes(name));
}

function canAct({ state, world }: Walk, by: Actor): boolean {
  if (state.status !== "open") return false;
  const at = state.at;
  const mine = (value: string) =>
    isTheirs(state, handOf(decodeAction(value).verb), decodeAction(value), { by, at }, world);
  const entry = { request, state, plant: demo, at, link: null };
  return waitingItem({ ...entry, isTheirs: (action) => action.type === "link" || mine(action.value) }) !== null;
}

function everyWalk(check: (walk: Walk) => void): void {
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
    { numRuns: 30 },
  );
}

describe("the lists of a request of any type, whatever people do", () => {
  test("hold nobody who cannot act on it, and hold whoever has it", () => {
    everyWalk((walk) => {
      const { state } = walk;
      if (state.status !== "open") return;
      const listed = everybody.filter((person) => isListedFor(state, person));
      expect(listed.filter((person) => !canAct(walk, person))).toEqual([]);
      const taken = [...state.steps.values()].flatMap((step) =>
        step.status === "open" && step.ball.takenBy !== null ? [step.ball.takenBy] : [],
      );
      expect(taken.filter((person) => canAct(walk, person) && !listed.includes(person))).toEqual([]);
    });
  });

  test("leave nothing that waits for an answer in nobody's home", () => {
    everyWalk((walk) => {
      const { state } = walk;
      if (state.status !== "open") return;
      const waits = [...state.steps.values()].some(
        ({ status }) => status === "open" || status === "asked" || status === "disputed",
      );
      if (!waits || everybody.every((person) => !canAct(walk, person))) return;
      expect(everybody.filter((person) => isListedFor(state, person))).not.toEqual([]);
    });
  });

  test("hold what was asked for exactly once, and what stands open for as long as it does", () => {
    everyWalk(({ state }) => {
      const names = listsOf(state, demo).map(({ name }) => name);
      expect(names).toEqual([...new Set(names)]);
      if (state.status !== "open" && state.status !== "closed") return;
      expect(names.filter((name) => /^(asked|ended)-/.test(name))).toHaveLength(1);
      expect(names.includes(LIST.granted(demo.code, null))).toBe(state.status === "open" && standsOpen(state));
    });
  });
});

test("what stands open on a line is listed there, and in the plant", () => {
  const { state } = opened();
  const granted = listsOf(state, demo).filter(({ name }) => name.startsWith("granted-"));
  expect(granted.map(({ name }) => name)).toEqual(["granted-HAM", "granted-HAM-line-3"]);
  expect(listsOf(state, demo).map(({ name }) => name)).toContain("opened-HAM-ot-controls");
});

test("what stands open is read whole by Ops, by whoever runs the plant and by security; by others as far as it is theirs", () => {
  const read = (person: Actor) => grantedFor(demo, person, monday("10:00"));
  for (const person of [paula, max, sina]) expect(read(person)).toEqual(["granted-HAM"]);
  expect(read(otto)).toContain("opened-HAM-ot-controls");
  expect(read(ivan)).toContain("granted-HAM-line-3");
});

test("a team's step waits for its people, and not for Ops or whoever asked", () => {
  const { state } = askedOf(typeNamed("open-port"));
  if (state.status !== "open") throw new Error(state.status);
  expect([otto, ole, olga, paula].map((person) => isListedFor(state, person))).toEqual([true, true, false, false]);
});

test("a question waits for whoever answers in the place of somebody who left", () => {
  const { state } = press(asked(), "owner", otto, monday("10:04"), { type: "ask", question: "Which registers?" });
  if (state.status !== "open") throw new Error(state.status);
  const waits = (open: Open) => listsOf(open, demo).filter(({ name }) => name.startsWith("waits-"));
  expect(waits(state).map(({ name }) => name)).toEqual([
    LIST.waits(demo.code, partyKey({ type: "person", person: olga })),
  ]);
  const left = waits({ ...state, asked: { ...state.asked, speaksFor: paula } });
  expect(left.map(({ name }) => name)).toEqual([LIST.waits(demo.code, partyKey({ type: "person", person: paula }))]);
});
