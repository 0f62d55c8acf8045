import { laneOf, placeId } from "../../src/store/types.ts";
import { aStream, ask, errandOf } from "../support/errand.ts";
import { useLanes } from "../support/useLanes.ts";

const { store, lanes, claim } = useLanes();

/** An errand whose owner was called, so that its lane owes nothing. */
async function calledAndSaid() {
  const stream = aStream();
  const lane = laneOf({ adapter: "web", conversation: `OT-${stream}` });
  const place = placeId(stream, "owner-0");
  await store.handle(ask(stream, [`OT-${stream}`]));
  const turn = { lane, token: "first" };
  const { claimed } = await claim(turn);
  await lanes.settle(turn, claimed?.places ?? []);
  return { stream, lane, place };
}

/** Another history, a plant's say, in which something happened that these places show. */
function happensElsewhere(places: readonly ReturnType<typeof placeId>[], commandId = "elsewhere") {
  const stream = aStream();
  const { project, ...errand } = errandOf(stream);
  return store.handle({
    ...errand,
    stream,
    commandId: `${commandId}:${stream}`,
    project: (...state) => ({ ...project(...state), touches: [], revisits: places }),
    decide: ({ at }) => ({ events: [{ type: "asked" as const, owners: ["OT"], patienceMs: 1, at }], answer: null }),
  });
}

describe("places that show what happened elsewhere", () => {
  test("owe their own stream's card again, where they are", async () => {
    const { stream, lane, place } = await calledAndSaid();
    const before = await claim({ lane, token: "none" });
    expect(before.claimed).toBeNull();
    await happensElsewhere([place]);
    const { claimed } = await claim({ lane, token: "second" });
    expect(claimed?.places).toMatchObject([{ id: place, stream, spot: { conversation: `OT-${stream}` } }]);
  });

  test("are none when nobody was ever told there", async () => {
    const { lane } = await calledAndSaid();
    const never = placeId(aStream(), "owner-0");
    await happensElsewhere([never]);
    expect((await claim({ lane, token: "second" })).claimed).toBeNull();
  });
});
