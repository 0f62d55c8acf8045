import { AccountId, PersonId, PlantCode } from "../../src/plant/ids.ts";
import { plantStream } from "../../src/referee/inForce.ts";
import { createPlantFiles } from "../../src/referee/plantFiles.ts";
import { createPlants, type Plants } from "../../src/referee/plants.ts";
import type { EventStore } from "../../src/store/types.ts";
import { demoText, type PlantText, withoutPerson } from "../support/plantText.ts";
import { useStore } from "../support/useStore.ts";

const { another, redis, keys } = useStore();
let store = another();
const HAM = PlantCode.parse("HAM");
const otto = PersonId.parse("otto");
const first = demoText();
const withoutOtto = demoText(withoutPerson("otto", "ole"));
const renamed = demoText((text) => text.replace("name: Hamburg", "name: Hamburg North"));

/** A process with this file of its own. */
function processWith({ plant, source }: PlantText, on = store) {
  const files = createPlantFiles([plant], [source]);
  const differing: string[] = [];
  const plants = createPlants({ store: on, files, types: new Map(), onDiffering: (code) => differing.push(code) });
  return { plants, files, differing, changesTo: (text: PlantText) => files.replace([text.plant], [text.source]) };
}

const knows = async (plants: Plants, person: PersonId) => (await plants.world(HAM)).plant.people.has(person);
const eventsOf = async (type: string) =>
  (await store.load(plantStream(HAM))).events.filter((event) => event.includes(`"type":"${type}"`));

afterEach(async () => {
  for (const key of await keys()) await redis.unlink(key);
  store = another(); // which has seen nothing of what was taken away
});

describe("the plant in force", () => {
  test("is the newest that was published, for a process with an older file too", async () => {
    const old = processWith(first);
    await old.plants.publish(HAM);
    expect(await knows(old.plants, otto)).toBe(true);
    const newer = processWith(withoutOtto);
    expect(await newer.plants.publish(HAM)).toBe("newer");
    expect(await knows(old.plants, otto)).toBe(false);
    expect(old.differing).toEqual(["HAM"]);
    expect(old.plants.differing()).toEqual(["HAM"]);
    expect(newer.plants.differing()).toEqual([]);
  });

  test("is not taken back by a process that starts with an older file, unless an administrator asks for it", async () => {
    await processWith(first).plants.publish(HAM);
    await processWith(withoutOtto).plants.publish(HAM);
    const { plants } = processWith(first);
    expect(await plants.publish(HAM)).toBe("older");
    expect(await knows(plants, otto)).toBe(false);
    await plants.publish(HAM, true);
    expect(await knows(plants, otto)).toBe(true);
    expect(await knows(processWith(withoutOtto).plants, otto)).toBe(true);
  });

  test("is the earlier one again when somebody changes the file back under a running process", async () => {
    const running = processWith(first);
    await running.plants.publish(HAM);
    running.changesTo(withoutOtto);
    await running.plants.publish(HAM);
    running.changesTo(first);
    expect(await running.plants.publish(HAM)).toBe("newer");
    expect(await knows(running.plants, otto)).toBe(true);
  });

  test("is published once when several processes have the same newer file at the same moment", async () => {
    await processWith(first).plants.publish(HAM);
    await Promise.all([1, 2, 3, 4].map(() => processWith(withoutOtto).plants.publish(HAM)));
    expect(await eventsOf("PlantPublished")).toHaveLength(2);
  });

  test("is the last of two that were changed at the same time, and the other process says so", async () => {
    const [one, two] = [processWith(first), processWith(first)];
    await one.plants.publish(HAM);
    await two.plants.publish(HAM);
    one.changesTo(withoutOtto);
    two.changesTo(renamed);
    await one.plants.publish(HAM);
    await two.plants.publish(HAM);
    expect((await one.plants.world(HAM)).plant.name).toBe("Hamburg North");
    expect(one.differing).toEqual(["HAM"]);
  });

  test("gets its texts from whoever has the same file, where it was published before texts were kept", async () => {
    const head = { version: 0, head: plantStream(HAM) };
    const old = { type: "PlantPublished", plant: "HAM", version: first.plant.version, by: "referee:files", at: 1 };
    await store.append({
      ...{ commandId: "old", stream: plantStream(HAM), expected: head, events: [JSON.stringify(old)], answer: "null" },
      ...{ projection: {}, indexes: [], wakeAt: null, touches: [], revisits: [], guards: [] },
    });
    await expect(processWith(renamed).plants.world(HAM)).rejects.toMatchObject({ code: "PLANT_UNKNOWN" });
    await processWith(first).plants.publish(HAM);
    expect((await processWith(renamed).plants.world(HAM)).plant.name).toBe("Hamburg");
  });

  test("bears the names of those who left, and has what was said in chat", async () => {
    const { plants } = processWith(first);
    await plants.publish(HAM);
    const account = AccountId.parse("teams:new");
    await plants.link(HAM, { account, by: "referee:directory", commandId: "link" }, () => PersonId.parse("sven"));
    await processWith(withoutOtto).plants.publish(HAM);
    const { plant } = await plants.world(HAM);
    expect(plant.former.get(otto)).toEqual({ name: "Otto Brandt", team: "ot-controls" });
    expect(plant.people.get(PersonId.parse("sven"))?.accounts).toContain(account);
  });

  test("of a plant whose file a process has not is known to it all the same", async () => {
    await processWith(first).plants.publish(HAM);
    const leipzig = demoText((text) =>
      text.replace("code: HAM", "code: LEI").replace("name: Hamburg", "name: Leipzig"),
    );
    const { plants } = processWith(leipzig);
    await plants.publish(PlantCode.parse("LEI"));
    expect((await plants.all()).map(({ code }) => code)).toEqual(["LEI", "HAM"]);
    expect((await plants.world(HAM)).plant.name).toBe("Hamburg");
  });

  test("is read from the record in full once, and only what is new after that", async () => {
    const loaded: number[] = [];
    const load: EventStore["load"] = async (stream, since) => {
      const history = await store.load(stream, since);
      loaded.push(history.events.length);
      return history;
    };
    await processWith(first).plants.publish(HAM);
    const { plants } = processWith(first, { ...store, load });
    for (let i = 0; i < 3; i++) await plants.world(HAM);
    await processWith(withoutOtto).plants.publish(HAM);
    await plants.world(HAM);
    expect(loaded).toEqual([1, 0, 0, 1]);
  });
});
