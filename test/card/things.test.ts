import fc from "fast-check";
import { thingsFor } from "../../src/card/forms/things.ts";
import { readPlants } from "../../src/plant/file/read.ts";

const [demo] = (await readPlants("plants")).plants;
if (demo === undefined) throw new Error("plants/ holds no plant");
const plant = demo;

const labels = (kind: "asset" | "endpoint" | "place", typed: string) =>
  thingsFor({ kind }, plant, typed).map(({ label }) => label);

describe("a list of the plant's machines", () => {
  test("offers all of them by name, lines first where a place is asked for", () => {
    expect(thingsFor({ kind: "asset" }, plant)).toHaveLength(plant.assets.size);
    expect(labels("asset", "").slice(0, 2)).toEqual(["Air dryer", "Cell switch 3"]);
    expect(labels("place", "").slice(0, 4)).toEqual(["Air station", "Line 3", "Line 7", "Air dryer"]);
  });

  test.each([
    { typed: "plc", first: "PLC-7", why: "names that begin so, in the order of their numbers" },
    { typed: "PLC1", first: "PLC-12", why: "case, spaces and dashes do not matter" },
    { typed: "wincc", first: "SCADA server", why: "another name of it" },
    { typed: "stack", first: "Palletizer", why: "the beginning of another name" },
    { typed: "3 hmi", first: "HMI line 3", why: "its words in any order" },
    { typed: "izer", first: "Palletizer", why: "the middle of a name" },
  ])("finds $typed as $first: $why", ({ typed, first }) => {
    expect(labels("asset", typed)[0]).toBe(first);
  });

  test("finds nothing for what no machine is called, and no line among machines", () => {
    expect(labels("asset", "warp drive")).toEqual([]);
    expect(labels("asset", "linie 3")).not.toContain("Line 3");
    expect(labels("place", "linie 3")[0]).toBe("Line 3");
  });

  test("finds every machine by any of its names, and by the beginning of its own", () => {
    const assets = [...plant.assets.values()];
    fc.assert(
      fc.property(fc.constantFrom(...assets), fc.nat(), fc.nat(), ({ id, name, aliases }, which, length) => {
        const names = [name, id, ...aliases];
        for (const typed of [names[which % names.length] ?? name, name.slice(0, 1 + (length % name.length))]) {
          expect(thingsFor({ kind: "endpoint" }, plant, typed)).toContainEqual({ value: `asset:${id}`, label: name });
        }
      }),
    );
  });

  test("is there for fields that name things, and for no others", () => {
    expect(thingsFor({ kind: "text" }, plant)).toEqual([]);
  });
});
