import { standingOf } from "../../../src/plant/inForce/standing.ts";
import { NEW_PLANT, type PlantState } from "../../../src/plant/inForce/state.ts";

const source = { file: "demo.yaml", text: "code: HAM", included: {} };
const published = (...versions: readonly string[]): PlantState => ({
  ...NEW_PLANT,
  version: versions.at(-1) ?? null,
  source,
  known: new Set(versions),
});
const file = (version: string, basedOn: string | null = null) => ({ version, hasTexts: true, basedOn });

describe("a process's plant file", () => {
  test("is newer while no file is in force", () => {
    expect(standingOf(NEW_PLANT, file("one"))).toBe("newer");
  });

  test("is in force when it is the one that was published last", () => {
    expect(standingOf(published("one", "two"), file("two"))).toBe("inForce");
  });

  test("is newer when its text was never in force", () => {
    expect(standingOf(published("one", "two"), file("three"))).toBe("newer");
  });

  test("is older when it was in force before another one", () => {
    expect(standingOf(published("one", "two"), file("one"))).toBe("older");
  });

  test("is newer when somebody has just changed the file in force back to an earlier text", () => {
    expect(standingOf(published("one", "two"), file("one", "two"))).toBe("newer");
  });

  test("is older when it was changed back from a text that is in force no longer", () => {
    expect(standingOf(published("one", "two", "three"), file("one", "two"))).toBe("older");
  });

  test("brings its texts where the same was published without them, once", () => {
    const before = { ...published("one"), source: null };
    expect(standingOf(before, file("one"))).toBe("newer");
    expect(standingOf(before, { ...file("one"), hasTexts: false })).toBe("inForce");
  });
});
