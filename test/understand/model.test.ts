import { readFileSync } from "node:fs";
import { LABELS } from "../../src/understand/labels.ts";
import { chancesOf } from "../../src/understand/model.ts";

describe("the shipped model", () => {
  test("gives every label a chance, and all together one", () => {
    const chances = chancesOf(["w:restart", "w:please"]);
    expect([...chances.keys()]).toEqual([...LABELS]);
    expect([...chances.values()].reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
  });

  test("is small enough to be loaded at once", () => {
    expect(readFileSync("src/understand/modelData.ts").length).toBeLessThan(1_500_000);
  });
});
