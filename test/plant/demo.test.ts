import { readFile } from "node:fs/promises";
import { plantJsonSchema } from "../../src/plant/file/file.ts";
import { readPlants } from "../../src/plant/file/read.ts";
import { PersonId, TeamId } from "../../src/plant/ids.ts";
import { readIn } from "../../src/plant/who/language.ts";
import { LANGUAGES } from "../../src/words/reader.ts";
import { say } from "../../src/words/say.ts";

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

  test("give everybody an account in one of the local chats and in Slack", async () => {
    const { plants } = await readPlants("plants");
    const accounts = plants.flatMap((plant) => [...plant.people.values()].map((person) => person.accounts.join(" ")));
    expect(accounts.filter((own) => !/^(web|office):.* slack:U\w+$/.test(own))).toEqual([]);
  });

  test("have IT in one chat, the floor and OT in the other, and somebody in both", async () => {
    const { plants } = await readPlants("plants");
    const [demo] = plants;
    const chatOf = (id: string) => Object.keys(demo?.teams.get(TeamId.parse(id))?.channel ?? {}).at(-1);
    expect(["line-3-operators", "ot-controls", "it-security", "it-network"].map(chatOf)).toEqual([
      "web",
      "web",
      "office",
      "office",
    ]);
    expect(demo?.people.get(PersonId.parse("otto"))?.accounts).toEqual(["web:otto", "office:otto", "slack:U0OTTO"]);
  });

  test.each(LANGUAGES)("call the team that protects people in %s what Referee calls it", async (language) => {
    const { plants } = await readPlants("plants");
    const read = plants.map((plant) => readIn(plant, language));
    expect(read.length).toBeGreaterThan(0);
    for (const plant of read)
      for (const key of ["risk.safety", "answers.safety"] as const)
        expect(say(plant, key)).toContain(plant.teams.get(plant.roles.safety)?.name);
  });
});
