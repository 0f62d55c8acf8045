import { TeamId } from "../../src/plant/ids.ts";
import { plantStream } from "../../src/referee/inForce.ts";
import { createPlantFiles } from "../../src/referee/plantFiles.ts";
import { createPlants } from "../../src/referee/plants.ts";
import { createRequests } from "../../src/referee/requests.ts";
import { rememberRulings } from "../../src/referee/rulings.ts";
import { RequestId } from "../../src/request/ids.ts";
import { writeEvent } from "../../src/request/stored/read.ts";
import { asset } from "../plant/cast.ts";
import { asked, demo, monday, otto, paula, press, pressing } from "../request/scene.ts";
import { useStore } from "../support/useStore.ts";

const { store, redis, prefix } = useStore();
const requests = createRequests(store);
const plants = createPlants({ store, files: createPlantFiles([demo]), types: new Map() });
const request = RequestId.parse("req_0000000000b1");
const scada = TeamId.parse("ot-scada");

const owner = async () => (await plants.world(demo.code)).plant.assets.get(asset("plc-12"))?.owner;
const plantEvents = async () => (await store.load(plantStream(demo.code))).version;
const carryOn = async () => rememberRulings(plants, request, await requests.load(request));

test("a ruling whose process dies before the plant has it is carried on at once, and only once", async () => {
  const disputed = press(asked(), "owner", otto, monday("10:10"), { type: "notMine", whose: null, reason: "" });
  await store.append({
    ...{ commandId: "test:dispute", stream: request, expected: { version: 0, head: request }, answer: "null" },
    events: disputed.events.map(writeEvent),
    ...{ projection: {}, indexes: [], wakeAt: null, touches: [], revisits: [], guards: [] },
  });
  const ruling = pressing(disputed, "owner", paula, monday("11:00"), { type: "rule", team: scada, reason: "theirs" });
  // Here it dies: nobody tells the plant.
  await requests.act(request, "test:rule", disputed.world, () => ({ type: "command", command: ruling, answer: null }));
  expect(await owner()).toBe("ot-controls");
  expect(Number(await redis.zscore(`${prefix}wakes`, request))).toBeLessThanOrEqual(await store.plantNow());

  await carryOn();
  expect(await owner()).toBe("ot-scada");
  const before = await plantEvents();
  await carryOn();
  expect(await plantEvents()).toBe(before);
});

test("a ruling that Ops took back is forgotten by the plant, though its process dies before the plant is told, and only once", async () => {
  const { state } = await requests.load(request);
  if (state.status !== "open") throw new Error("It is open");
  const [ruling] = state.rulings;
  if (ruling === undefined) throw new Error("Ops ruled on it");
  const { world } = { world: { plant: (await plants.world(demo.code)).plant, types: new Map(), nextKey: state.key } };
  const command = { type: "undoRuling", ruledAt: ruling.at, reason: "handed over", by: paula, name: "Paula" } as const;
  await requests.act(request, "test:undo", world, (_, at) => ({
    type: "command",
    command: { ...command, at },
    answer: null,
  }));
  // Here it dies.
  expect(await owner()).toBe("ot-scada");
  expect(Number(await redis.zscore(`${prefix}wakes`, request))).toBeLessThanOrEqual(await store.plantNow());

  await carryOn();
  expect(await owner()).toBe("ot-controls");
  const before = await plantEvents();
  await Promise.all([carryOn(), carryOn()]);
  expect(await plantEvents()).toBe(before);
});
