import { calledIn } from "../../src/understand/things/calledFor.ts";

const types = [
  {
    type: "forklift-battery",
    names: ["Forklift battery swap", "Swap the battery of"],
    words: ["Akkuwechsel am Stapler", "the truck is out of juice", "stapleraufladung"],
  },
  { type: "crane", names: ["Crane inspection", "Inspect"], words: [] },
];

describe("a type of a plant's own", () => {
  test.each([
    { text: "forklift battery swap for Forklift 4 until Fri 16:00", by: ["Forklift", "battery", "swap"] },
    { text: "please swap the batteries of forklift 4", by: ["forklift", "batteries", "swap"] },
    { text: "the forklifts need a battery swap", by: ["forklifts", "battery", "swap"] },
    { text: "forklift battry swap pls", by: ["forklift", "battry", "swap"] },
    { text: "Akkuwechsel Stapler 2 bitte", by: ["Akkuwechsel", "Stapler"] },
  ])("is found by its name, and by words people had for it: '$text'", ({ text, by }) => {
    expect(calledIn(text, types)).toEqual([{ type: "forklift-battery", isSure: true, by }]);
  });

  test("is only likely where half of its name stands, or one word for it", () => {
    expect(calledIn("inspection of the crane rails", types)[0]).toEqual({
      ...{ type: "crane", isSure: true },
      by: ["crane", "inspection"],
    });
    expect(calledIn("Stapleraufladung?", types)).toEqual([
      { type: "forklift-battery", isSure: false, by: ["Stapleraufladung"] },
    ]);
    expect(calledIn("forklift with a battery, maybe", types)).toEqual([
      { type: "forklift-battery", isSure: false, by: ["forklift", "battery"] },
    ]);
  });

  test.each(["open port 502 to PLC-12", "", "!!!", "the battery of my phone", "can somebody inspect this"])(
    "is not found in '%s'",
    (text) => {
      expect(calledIn(text, types)).toEqual([]);
    },
  );

  test("makes nobody sure where two fit as well", () => {
    const twins = [...types, { type: "other-crane", names: ["Crane inspection"], words: [] }];
    expect(calledIn("crane inspection on Monday", twins).map(({ isSure }) => isSure)).toEqual([false, false]);
  });
});
