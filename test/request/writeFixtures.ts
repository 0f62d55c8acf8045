import { writeEvent } from "../../src/request/stored/read.ts";
import { writeFixtures } from "../support/storedFixtures.ts";
import { everyEvent } from "./everyEvent.ts";

// node --import tsx test/request/writeFixtures.ts: once for every release and every new event.
writeFixtures("test/request/stored", Object.values(everyEvent), writeEvent);
