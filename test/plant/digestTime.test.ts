import { nextDigestAt } from "../../src/plant/time/digestTime.ts";
import { hamburg, local, monday } from "./cast.ts";

const twice = { ...hamburg, ops: { ...hamburg.ops, digestAt: ["14:00", "02:30"] } };

describe("the next digest", () => {
  test.each([
    { name: "later today", plant: hamburg, after: monday("05:59"), at: monday("06:00") },
    {
      name: "tomorrow, once today's has fallen due",
      plant: hamburg,
      after: monday("06:00"),
      at: local("2026-11-24T06:00"),
    },
    { name: "the second of a day", plant: twice, after: monday("02:30"), at: monday("14:00") },
    {
      name: "an hour later where summer time skips it",
      plant: twice,
      after: local("2026-03-29T00:00"),
      at: local("2026-03-29T03:30"),
    },
  ])("is $name", ({ plant, after, at }) => {
    expect(nextDigestAt(plant, after)).toBe(at);
  });
});
