import type { EpochMs } from "../../src/clock.ts";
import { TeamId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { owed, type Stage } from "../../src/referee/speech.ts";
import { RequestId } from "../../src/request/ids.ts";
import { PlaceName } from "../../src/request/place.ts";
import { laneOf, placeId } from "../../src/store/types.ts";
import type { PlaceState } from "../../src/work/types.ts";
import { asked, demo, monday, oksana, open } from "../request/scene.ts";

const request = RequestId.parse("req_0123456789ab");
const walk = asked();

/** Oksana stands in for OT controls from eleven to noon. */
const withOksana: Plant = {
  ...demo,
  overrides: [{ team: TeamId.parse("ot-controls"), person: oksana, from: monday("11:00"), to: monday("12:00") }],
};

/** OT's place of the request, on a platform where Oksana has an account. */
function stageAt(now: EpochMs): Stage {
  const state = open(walk);
  const shown = state.places.get(PlaceName.parse("owner"));
  if (shown === undefined) throw new Error("OT has no place");
  const world = { ...walk.world, plant: withOksana };
  return { request, place: placeId(request, "owner"), state, shown, events: walk.events, world, now };
}

function placeIn({ place, shown: { spot } }: Stage): PlaceState {
  return { id: place, stream: request, lane: laneOf(spot), spot, cursor: 0, card: null, shown: null };
}

/** The place after its first card was posted at that time. */
function posted(stage: Stage): PlaceState {
  const place = placeIn(stage);
  const [first] = owed(stage, place);
  if (first?.say.type !== "post") throw new Error("The first thing a place owes is its card");
  const card = { ...place.spot, message: "m1" };
  return { ...place, cursor: stage.state.version, card, shown: first.say.covers[0]?.shown ?? null };
}

const typesOf = (stage: Stage, place: PlaceState) => owed(stage, place).map(({ say }) => say.type);

describe("a card that stands", () => {
  test("is not shown again while nothing on it changes", () => {
    expect(typesOf(stageAt(monday("10:30")), posted(stageAt(monday("10:10"))))).toEqual(["skip"]);
  });

  test("is shown again when its buttons are for somebody else now, though it says the same", () => {
    const earlier = stageAt(monday("10:10"));
    const later = stageAt(monday("11:10"));
    expect(typesOf(later, posted(earlier))).toEqual(["update"]);
    expect(typesOf(later, posted(later))).toEqual(["skip"]);
  });
});
