import { writePlantEvent } from "../../src/plant/stored.ts";
import { writeFixtures } from "../support/storedFixtures.ts";
import { everyPlantEvent } from "./everyPlantEvent.ts";

// node --import tsx test/plant/writeFixtures.ts: once for every release and every new plant event.
writeFixtures("test/plant/stored", Object.values(everyPlantEvent), writePlantEvent);
