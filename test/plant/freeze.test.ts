import { freezeAt, freezesAhead, type Touched, thawedAt } from "../../src/plant/time/freeze.ts";
import { lastShiftChange, nextShiftChange, shiftAt } from "../../src/plant/time/shifts.ts";
import { asset, hamburg, local, monday } from "./cast.ts";

const plc12 = touching("plc-12");
const historian = touching("historian");
const shiftless = { ...hamburg, shifts: [] };

/** An asset with its line, as a request about it names them. */
function touching(id: string): Touched {
  const line = hamburg.assets.get(asset(id))?.line;
  return { assets: [asset(id)], lines: line === undefined ? [] : [line] };
}

describe("shifts", () => {
  test.each([
    { at: "2026-11-23T06:00", shift: "day", next: "2026-11-23T18:00" },
    { at: "2026-11-23T17:59", shift: "day", next: "2026-11-23T18:00" },
    { at: "2026-11-23T18:00", shift: "night", next: "2026-11-24T06:00" },
    { at: "2026-11-24T03:00", shift: "night", next: "2026-11-24T06:00" },
  ])("at $at it is the $shift shift, until $next", ({ at, shift, next }) => {
    expect(shiftAt(hamburg, local(at))).toMatchObject({ shift: { id: shift }, to: local(next) });
    expect(nextShiftChange(hamburg, local(at))).toBe(local(next));
  });

  test("the last change may be this very instant", () => {
    expect(lastShiftChange(hamburg, monday("18:00"))).toBe(monday("18:00"));
    expect(lastShiftChange(hamburg, monday("05:59"))).toBe(local("2026-11-22T18:00"));
  });

  test("a plant without shifts has no change", () => {
    expect([shiftAt(shiftless, monday("09:00")), nextShiftChange(shiftless, monday("09:00"))]).toEqual([null, null]);
  });
});

describe("a freeze", () => {
  test.each([
    { name: "ten minutes before the shift changes", asset: plc12, at: "2026-11-23T17:50", until: "2026-11-23T18:20" },
    { name: "just after it", asset: plc12, at: "2026-11-23T18:19", until: "2026-11-23T18:20" },
    { name: "on the evening it is every week", asset: historian, at: "2026-11-27T23:00", until: "2026-11-28T02:00" },
    {
      name: "past midnight, where a longer one has begun",
      asset: historian,
      at: "2026-11-28T01:30",
      until: "2026-11-28T09:00",
    },
  ])("covers an asset $name", ({ asset: frozen, at, until }) => {
    expect(freezeAt(hamburg, frozen, local(at))?.until).toBe(local(until));
  });

  test.each([
    { name: "earlier", asset: plc12, at: "2026-11-23T17:49" },
    { name: "later", asset: plc12, at: "2026-11-23T18:20" },
    { name: "off the line", asset: touching("scada"), at: "2026-11-23T18:00" },
  ])("does not cover an asset $name", ({ asset: free, at }) => {
    expect(freezeAt(hamburg, free, local(at))).toBeNull();
  });

  test("of a line covers the line as a whole", () => {
    const { lines } = plc12;
    expect(freezeAt(hamburg, { assets: [], lines }, monday("18:00"))?.until).toBe(monday("18:20"));
  });

  test("of one of several machines covers them all, until the last thaws", () => {
    const both = { assets: [...touching("scada").assets, ...plc12.assets], lines: plc12.lines };
    expect(freezeAt(hamburg, both, monday("18:00"))?.until).toBe(monday("18:20"));
    const all = { ...both, assets: [...both.assets, ...historian.assets] };
    expect(thawedAt(hamburg, all, local("2026-11-27T22:30"))).toBe(local("2026-11-28T09:00"));
  });

  test("that runs into another thaws when the last one ends", () => {
    expect(thawedAt(hamburg, historian, local("2026-11-27T22:30"))).toBe(local("2026-11-28T09:00"));
    expect(thawedAt(hamburg, historian, monday("12:00"))).toBe(monday("12:00"));
  });
});

describe("the freezes ahead", () => {
  function begin(touched: Touched, after: string, to: string): readonly string[] {
    const ahead = freezesAhead(hamburg, touched, local(after), local(to));
    return ahead.map(({ freeze, from }) => `${freeze.name} ${new Date(from).toISOString()}`);
  }

  test("come in the order in which they begin, each once, the weekly one every week", () => {
    expect(begin(historian, "2026-11-23T12:00", "2026-12-06T12:00")).toEqual([
      "stocktaking 2026-11-27T21:00:00.000Z",
      "trial run 2026-11-28T00:00:00.000Z",
      "stocktaking 2026-12-04T21:00:00.000Z",
    ]);
  });

  test("are those of both shift changes of a day", () => {
    expect(begin(plc12, "2026-11-23T00:00", "2026-11-24T00:00")).toEqual([
      "shift change 2026-11-23T04:50:00.000Z",
      "shift change 2026-11-23T16:50:00.000Z",
    ]);
  });

  test("begin after the one instant and no later than the other", () => {
    expect(begin(historian, "2026-11-27T21:59", "2026-11-27T22:00")).toHaveLength(1);
    expect(begin(historian, "2026-11-27T22:00", "2026-11-28T00:59")).toEqual([]);
    expect(begin(historian, "2026-11-23T12:00", "2026-11-27T21:59")).toEqual([]);
  });
});
