import { readFileSync } from "node:fs";
import { LABELS } from "../../src/understand/labels.ts";
import { chancesOf } from "../../src/understand/model.ts";
import { learn } from "../../tools/training/learn.ts";
import { readPhrases } from "../../tools/training/phrases.ts";
import { modelFile } from "../../tools/training/ship.ts";

describe("the shipped model", () => {
  test("is the one that the phrases make; if not, run npm run train-model", () => {
    const shipped = readFileSync("src/understand/modelData.ts", "utf8");
    expect(modelFile(learn(readPhrases("workflows/phrases"))) === shipped).toBe(true);
  });

  test("gives every label a chance, and all together one", () => {
    const chances = chancesOf(["w:restart", "w:please"]);
    expect([...chances.keys()]).toEqual([...LABELS]);
    expect([...chances.values()].reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
  });

  test("is small enough to be loaded at once", () => {
    expect(readFileSync("src/understand/modelData.ts").length).toBeLessThan(1_500_000);
  });
});
