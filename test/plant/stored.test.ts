import { applyPlantEvents } from "../../src/plant/applyEvents.ts";
import { PLANT_EVENT_TYPES, readPlantEvent, writePlantEvent } from "../../src/plant/stored.ts";
import { RELEASE } from "../../src/release.ts";
import { storedFixtures } from "../support/storedFixtures.ts";
import { hamburg } from "./cast.ts";
import { everyPlantEvent } from "./everyPlantEvent.ts";

const fixtures = storedFixtures("test/plant/stored");
const events = Object.values(everyPlantEvent);

describe.each(fixtures)("$event of a plant, as release $release wrote it", ({ event, bytes }) => {
  test("is read today, with everything it said", () => {
    const { v, release, ...said } = JSON.parse(bytes);
    expect(readPlantEvent(bytes)).toMatchObject({ ...said, type: event });
  });

  test("says of the plant what it says today", () => {
    const todays = events.filter(({ type }) => type === event);
    expect(applyPlantEvents(hamburg, [readPlantEvent(bytes)])).toEqual(applyPlantEvents(hamburg, todays));
  });
});

test("every kind of plant event that this release writes is kept as an example, made by writeFixtures", () => {
  const kept = fixtures.filter(({ release }) => release === RELEASE).map(({ event }) => event);
  expect(kept.sort()).toEqual([...PLANT_EVENT_TYPES].sort());
});

test.each(events)("$type is read back as it was written", (event) => {
  expect(readPlantEvent(writePlantEvent(event))).toEqual(event);
});

test("an id of another form than the plant file takes today does not end the plant's history", () => {
  const old = { ...everyPlantEvent.OverrideSet, team: "OT_Controls (old)", person: "Otto.B" };
  expect(readPlantEvent(JSON.stringify(old))).toEqual(old);
});
