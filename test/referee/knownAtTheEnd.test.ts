import fc from "fast-check";
import { sayEndedUndecided } from "../../src/card/digest/digest.ts";
import { sayOutcome } from "../../src/card/lines/standing.ts";
import { DAY_MS, later } from "../../src/clock.ts";
import { LIST, listsOf } from "../../src/referee/lists.ts";
import { owed } from "../../src/referee/speech.ts";
import { RequestId } from "../../src/request/ids.ts";
import type { Place } from "../../src/request/place.ts";
import type { Closed } from "../../src/request/state.ts";
import { laneOf, placeId, StreamId } from "../../src/store/types.ts";
import { happenings, tried } from "../card/randomWalk.ts";
import { madeUpTypes } from "../request/madeUp.ts";
import { askedOf } from "../request/scene.ts";
import { activeTypes } from "../workflow/activeTypes.ts";
import { type Walk, wokenUntil } from "../workflow/walk.ts";

const request = RequestId.parse("req_0123456789ab");
const types = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...activeTypes) }, madeUpTypes);

/** Every request that comes to an end, by people or because they are silent for a week. */
function everyEnd(check: (walk: Walk, state: Closed) => void): void {
  fc.assert(
    fc.property(types, happenings, (type, all) => {
      let walk = askedOf(type);
      for (const next of all) walk = tried(walk, next, type);
      if (walk.state.status === "open") walk = wokenUntil(walk, later(walk.state.at, 7 * DAY_MS));
      if (walk.state.status === "closed") check(walk, walk.state);
    }),
    { numRuns: 20 },
  );
}

/** What a place still owes that has said everything before the end. */
function saysAtTheEnd({ events, state, world }: Walk, shown: Place): readonly string[] {
  if (state.status === "unstarted") return [];
  const id = placeId(request, shown.name);
  const at = { request, place: id, shown, state, events, world, now: state.at };
  const stage = { ...at, thread: null, before: [], overlapping: [], usual: [], agreements: [] };
  const cursor = events.findLastIndex(({ type }) => type === "RequestClosed");
  const card = { adapter: shown.spot.adapter, conversation: shown.spot.conversation, thread: null, message: "M1" };
  const place = { id, stream: StreamId.parse(request), lane: laneOf(shown.spot), spot: shown.spot, cursor, card };
  return owed(stage, { ...place, shown: "as it was before", asking: [] }).flatMap(({ say }) =>
    say.type === "skip" ? [] : [`${say.message.text} ${JSON.stringify(say.message.card)}`],
  );
}

test("at the end of a request of any type everybody who was asked reads what came of it, and Ops in the next digest", () => {
  everyEnd((walk, state) => {
    const { world } = walk;
    const outcome = JSON.stringify(sayOutcome(state, world.plant)).slice(1, 20);
    const places = [...state.places.values()].filter(({ left }) => !left);
    const told = places.filter((place) => saysAtTheEnd(walk, place).join("\n").includes(outcome));
    expect(told).toEqual(places);
    // A step that stands with somebody at the end has its card where they were asked, the requester's own in their thread.
    const standing = [...state.steps.values()].filter(({ status }) => status === "open" || status === "asked");
    const asked = standing.flatMap(({ place }) => place ?? []);
    expect(told.map(({ name }) => name)).toEqual(expect.arrayContaining(asked));
    expect(told.map(({ role }) => role.type)).toContain("requester");
    const ofPlant = LIST.lapsed(world.plant.code, null);
    const listed = listsOf(state, world.plant).filter(({ name }) => name === ofPlant);
    expect(listed).toEqual(state.outcome === "lapsed" ? [{ name: "lapsed-HAM", score: state.at }] : []);
    expect(sayEndedUndecided(state, world, state.at)).toContain(`${state.key} `);
  });
});
