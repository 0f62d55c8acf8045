import { readFile } from "node:fs/promises";
import { plantJsonSchema } from "../../src/plant/file.ts";
import { readPlants } from "../../src/plant/read.ts";

describe("the plants that come with Referee", () => {
  test("have no problem, not even a warning", async () => {
    const { plants, problems } = await readPlants("plants");
    expect(problems).toEqual([]);
    expect(plants.map(({ code }) => code)).toContain("HAM");
  });

  test("are checked in editors by the schema that checks them here (npm run schemas)", async () => {
    const written: unknown = JSON.parse(await readFile("plants/plant.schema.json", "utf8"));
    expect(written).toEqual(JSON.parse(JSON.stringify(plantJsonSchema())));
  });

  test("give everybody an account in the local chat and in Slack", async () => {
    const { plants } = await readPlants("plants");
    const accounts = plants.flatMap((plant) => [...plant.people.values()].map((person) => person.accounts));
    expect(accounts.every(([web, slack]) => web?.startsWith("web:") && slack?.startsWith("slack:U"))).toBe(true);
  });
});
