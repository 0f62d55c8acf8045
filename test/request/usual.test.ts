import fc from "fast-check";
import { EpochMs, HOUR_MS, MINUTE_MS } from "../../src/clock.ts";
import { usualOf } from "../../src/request/rules/usual.ts";

const sample = fc.record({
  at: fc.integer({ min: 0, max: 2e12 }).map((at) => EpochMs.parse(at)),
  ms: fc.oneof(fc.integer({ min: 0, max: 40 * HOUR_MS }), fc.constantFrom(0, MINUTE_MS, HOUR_MS)),
  whose: fc.constantFrom("11111111", "22222222", "33333333", "44444444"),
});
const people = (took: readonly { readonly whose: string | null }[]) => new Set(took.map(({ whose }) => whose)).size;
const enough = fc.array(sample, { minLength: 10, maxLength: 30 }).filter((took) => people(took) > 2);

const minutes = (...took: readonly number[]) =>
  took.map((each, index) => ({ at: EpochMs.parse(index * HOUR_MS), ms: each * MINUTE_MS, whose: `${index % 3}` }));

describe("what is usual", () => {
  test("is the time within which half of the answers came, and that of nine of ten", () => {
    expect(usualOf(minutes(90, 5, 10, 15, 20, 25, 30, 35, 40, 600))).toEqual({
      count: 10,
      halfMs: 25 * MINUTE_MS,
      nineMs: 90 * MINUTE_MS,
      from: 0,
      to: 9 * HOUR_MS,
    });
  });

  test("is told of no fewer than ten", () => {
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 9 }), (few) => {
        expect(usualOf(few)).toBeNull();
      }),
    );
  });

  test("is told of no fewer than three people, however many answers there are, and of nobody unknown", () => {
    const took = minutes(...Array.from({ length: 30 }, (_, index) => index));
    expect(usualOf(took)).not.toBeNull();
    expect(usualOf(took.map((each) => ({ ...each, whose: each.whose === "2" ? "1" : each.whose })))).toBeNull();
    expect(usualOf(took.map((each) => ({ ...each, whose: each.whose === "2" ? null : each.whose })))).toBeNull();
  });

  test.each([
    ["halfMs", 5],
    ["nineMs", 9],
  ] as const)("is a time that one of them took, and no shorter one is true of as many: %s", (which, tenths) => {
    fc.assert(
      fc.property(enough, (took) => {
        const said = usualOf(took)?.[which] ?? -1;
        const isTrue = (ms: number) => took.filter((each) => each.ms <= ms).length * 10 >= tenths * took.length;
        const all = took.map(({ ms }) => ms);
        expect(all).toContain(said);
        expect(isTrue(said)).toBe(true);
        expect(all.filter((ms) => ms < said).filter(isTrue)).toEqual([]);
      }),
    );
  });

  test("is the same in whatever order the answers are read", () => {
    fc.assert(
      fc.property(
        enough.chain((took) => fc.tuple(fc.constant(took), fc.shuffledSubarray(took, { minLength: took.length }))),
        ([took, shuffled]) => {
          expect(usualOf(shuffled)).toEqual(usualOf(took));
        },
      ),
    );
  });
});
