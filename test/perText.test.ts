import { perText } from "../src/perText.ts";

describe("what was made of a text", () => {
  test("is made once, and anew only for texts that were asked about long ago", () => {
    const made: string[] = [];
    const shout = perText((text) => {
      made.push(text);
      return text.toUpperCase();
    }, 2);
    expect(["a", "b", "a", "c", "b", "a"].map(shout)).toEqual(["A", "B", "A", "C", "B", "A"]);
    expect(made).toEqual(["a", "b", "c", "a"]);
  });
});
