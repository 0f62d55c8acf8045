import { withOverlaps } from "../../src/card/lines/overlaps.ts";
import { type EpochMs, instant } from "../../src/clock.ts";
import { listsOf } from "../../src/referee/lists.ts";
import { createOverlapping } from "../../src/referee/overlapping.ts";
import { RequestId, RequestKey } from "../../src/request/ids.ts";
import type { Place } from "../../src/request/place.ts";
import type { Open, RequestState } from "../../src/request/state.ts";
import { FieldId } from "../../src/workflow/requestType.ts";
import { askedOf } from "../request/scene.ts";
import { typeNamed } from "../workflow/activeTypes.ts";

const walk = askedOf(typeNamed("firmware-update"));
const at = (time: string) => instant(`2026-12-01T${time}:00+01:00`);
const id = (n: number) => RequestId.parse(`req_00000000000${n}`);

function planned(n: number, from: EpochMs, until: EpochMs, base: RequestState = walk.state): Open {
  if (base.status !== "open") throw new Error("It is sent");
  const times = { [FieldId.parse("from")]: String(from), [FieldId.parse("until")]: String(until) };
  return { ...base, key: RequestKey.parse(`HAM-${n}`), values: { ...base.values, ...times } };
}

const mine = planned(1, at("10:00"), at("12:00"));
const others = new Map<RequestId, RequestState>([
  [id(2), planned(2, at("11:00"), at("13:00"))],
  [id(3), planned(3, at("12:00"), at("13:00"))],
  [id(4), planned(4, at("08:00"), at("10:30"))],
]);

const overlapping = createOverlapping({
  store: {
    list: async (name, { to = Number.POSITIVE_INFINITY }) =>
      [...others].flatMap(([stream, state]) =>
        listsOf(state, walk.world.plant).flatMap((entry) =>
          entry.name === name && entry.score <= to ? [{ stream, score: entry.score }] : [],
        ),
      ),
  },
  requests: {
    load: async (request) => {
      const position = { version: 0, head: request };
      return { events: [], state: others.get(request) ?? mine, now: at("07:00"), position };
    },
  },
  linkTo: async () => null,
});

function placeFor(role: Place["role"]["type"]): Place {
  const found = [...mine.places.values()].find((place) => place.role.type === role);
  if (found === undefined) throw new Error(`There is a place of the ${role}`);
  return found;
}

const shownTo = (role: Place["role"]["type"]) =>
  overlapping(id(1), { state: mine, shown: placeFor(role), world: walk.world, now: at("07:00") });

test("whoever decides reads what else is planned on the same machine or line at the same time, and nothing else", async () => {
  const found = await shownTo("step");
  expect(found.map(({ state, time }) => [state.key, time])).toEqual([
    ["HAM-4", { from: at("10:00"), to: at("10:30") }],
    ["HAM-2", { from: at("11:00"), to: at("12:00") }],
  ]);
  const card = { title: "x", key: null, blocks: [{ type: "actions", actions: [], more: [] }] } as const;
  const [list, buttons] = withOverlaps(card, found, walk.world.plant, at("07:00")).blocks;
  expect(list).toMatchObject({ type: "list", title: "At the same time on the same machine or line:" });
  expect(JSON.stringify(list)).toMatch(/HAM-4 .*: both 10:00 to 10:30; /);
  expect(buttons?.type).toBe("actions");
});

test("whoever asked is not told of it: it is not theirs to weigh", async () => {
  expect(await shownTo("requester")).toEqual([]);
});

test("what is no more to be carried out is planned no more", () => {
  const done = new Map(
    [...mine.steps].map(([step, state]) => [
      step,
      {
        ...state,
        status: "settled",
        before: null,
        party: null,
        verdict: { type: "through", by: "referee:clock", at: at("07:00"), step },
      } as const,
    ]),
  );
  const names = listsOf({ ...mine, steps: done }, walk.world.plant).map(({ name }) => name);
  expect(names.filter((name) => name.startsWith("planned-"))).toEqual([]);
  expect(listsOf(mine, walk.world.plant).filter(({ name }) => name.startsWith("planned-")).length).toBeGreaterThan(0);
});
