import { PlantCode } from "../../src/plant/ids.ts";
import { createPlantFiles } from "../../src/referee/plantFiles.ts";
import { createPlants } from "../../src/referee/plants.ts";
import { demo } from "../request/scene.ts";
import { useStore } from "../support/useStore.ts";

const { store, keys } = useStore();
const leipzig = PlantCode.parse("LEI");

describe("a process without the file of a plant", () => {
  const plants = createPlants({ store, files: createPlantFiles([demo]), types: new Map() });

  test("judges nothing of it by the file of another", async () => {
    await expect(plants.world(leipzig)).rejects.toMatchObject({
      code: "PLANT_UNKNOWN",
      message: "This Referee does not know the plant LEI. Whoever runs it can put its file into PLANTS_DIR.",
    });
  });

  test("writes nothing into its history: no digest of another plant", async () => {
    await expect(plants.wake(leipzig, "wake:1")).rejects.toMatchObject({ code: "PLANT_UNKNOWN" });
    expect((await keys()).filter((key) => key.includes("LEI"))).toEqual([]);
  });
});
