import fc from "fast-check";
import { minimise } from "../../tools/training/minimise.ts";

/** A bowl whose sides are as steep as `steep` says, with its bottom at `bottom`. */
const bowl = (bottom: readonly number[], steep: readonly number[]) => (point: Float64Array, slope: Float64Array) =>
  bottom.reduce((value, at, index) => {
    const away = (point[index] ?? 0) - at;
    slope[index] = (steep[index] ?? 1) * away;
    return value + ((steep[index] ?? 1) * away * away) / 2;
  }, 0);

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });

test("the least of a bowl is found, however steep its sides are", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(finite(-50, 50), finite(0.1, 100)), { minLength: 1, maxLength: 5 }), (sides) => {
      const [bottom, steep] = [sides.map(([at]) => at), sides.map(([, each]) => each)];
      const found = minimise(bowl(bottom, steep), bottom.length, 200);
      for (const [index, at] of bottom.entries()) expect(found[index]).toBeCloseTo(at, 2);
    }),
  );
});

test("the same bowl gives the same point, and no round leaves it at zero", () => {
  const of = bowl([3, -1], [1, 40]);
  expect(minimise(of, 2, 5)).toEqual(minimise(of, 2, 5));
  expect([...minimise(of, 2, 0)]).toEqual([0, 0]);
});
