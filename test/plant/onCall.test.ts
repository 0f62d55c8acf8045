import fc from "fast-check";
import { HOUR_MS, later } from "../../src/clock.ts";
import { applyPlantEvents } from "../../src/plant/applyEvents.ts";
import { nobodyOnCall, onCallOf, shiftLeadOf } from "../../src/plant/duty/onCall.ts";
import { hamburg, line3, local, monday, plantOf, smallPlant, team } from "./cast.ts";
import { inWords } from "./inWords.ts";
import { away, standIn } from "./said.ts";

const { team: otControls } = team("ot-controls");
const { team: operators } = team("line-3-operators");
const { team: otScada } = team("ot-scada");

describe("a weekly rota", () => {
  test.each([
    { name: "in the morning", at: "2026-11-23T06:00", people: ["otto"], because: "weekly rota, Mon 06:00 to 14:00" },
    {
      name: "in the last minute",
      at: "2026-11-23T13:59",
      people: ["otto"],
      because: "weekly rota, Mon 06:00 to 14:00",
    },
    { name: "after the change", at: "2026-11-23T14:00", people: ["ole"], because: "weekly rota, Mon 14:00 to 22:00" },
    { name: "at night", at: "2026-11-23T23:00", people: [], because: "nobody is on call" },
    { name: "on Sunday", at: "2026-11-22T10:00", people: [], because: "nobody is on call" },
  ])("names $people $name", ({ at, people, because }) => {
    expect(inWords(hamburg, onCallOf(hamburg, otControls, local(at)))).toMatchObject({ people, because });
  });

  test("says until when the answer holds", () => {
    expect(onCallOf(hamburg, otControls, monday("09:00")).until).toBe(monday("14:00"));
  });
});

describe("crews with 2 days, 2 nights and 4 off", () => {
  test.each([
    { name: "the first day", at: "2026-11-23T07:00", people: ["olga"], because: "crew A, day shift, 06:00 to 18:00" },
    {
      name: "a night that began the day before",
      at: "2026-11-26T03:00",
      people: ["olga"],
      because: "crew A, night shift, 18:00 to 06:00",
    },
    {
      name: "a crew that is two days ahead",
      at: "2026-11-24T20:00",
      people: ["oksana"],
      because: "crew B, night shift, 18:00 to 06:00",
    },
    { name: "days off of both", at: "2026-11-28T12:00", people: [], because: "nobody is on call" },
    {
      name: "the pattern over again",
      at: "2026-12-01T07:00",
      people: ["olga"],
      because: "crew A, day shift, 06:00 to 18:00",
    },
    {
      name: "a day before the anchor",
      at: "2026-11-16T07:00",
      people: ["olga"],
      because: "crew A, day shift, 06:00 to 18:00",
    },
  ])("$name: $people", ({ at, people, because }) => {
    expect(inWords(hamburg, onCallOf(hamburg, operators, local(at)))).toMatchObject({ people, because });
  });
});

describe("four crews, each two days ahead of the next", () => {
  const plant = plantOf(
    smallPlant.replace(
      "- { name: B, people: [oksana], startsAt: 2 }",
      "- { name: B, people: [oksana], startsAt: 2 }\n        - { name: C, people: [lars], startsAt: 4 }\n        - { name: D, people: [karin], startsAt: 6 }",
    ),
  );

  test("leave no hour of two years without exactly one of them, changes of clocks included", () => {
    const hours = fc
      .integer({ min: 0, max: 2 * 366 * 24 * 4 })
      .map((quarter) => later(local("2026-01-01T00:00"), (quarter * HOUR_MS) / 4));
    fc.assert(fc.property(hours, (at) => expect(onCallOf(plant, operators, at).people).toHaveLength(1)));
    expect(nobodyOnCall(plant, operators, local("2026-01-01T00:00"), local("2028-01-01T00:00"))).toEqual([]);
  });
});

describe("somebody who is away", () => {
  test("is left out, and that is said", () => {
    const plant = applyPlantEvents(hamburg, [away("otto", monday("00:00"), local("2026-11-24T06:00"))]);
    expect(inWords(plant, onCallOf(plant, otControls, monday("09:00")))).toMatchObject({
      people: [],
      because: "Otto Brandt is away until Tue 06:00",
    });
  });

  test("leaves a list to the next on it", () => {
    const plant = applyPlantEvents(hamburg, [away("sven", monday("00:00"), monday("12:00"))]);
    expect(inWords(plant, onCallOf(plant, otScada, monday("09:00")))).toMatchObject({
      people: [],
      because: "Sven Adler is away until 12:00",
    });
    expect(inWords(plant, onCallOf(plant, otScada, monday("12:00")))).toMatchObject({
      people: ["sven"],
      because: "first on the list",
    });
  });
});

describe("an override", () => {
  const plant = applyPlantEvents(hamburg, [standIn("ot-controls", "sven", monday("08:00"), monday("18:00"))]);

  test("counts instead of the rota while it runs", () => {
    expect(inWords(plant, onCallOf(plant, otControls, monday("09:00")))).toEqual({
      people: ["sven"],
      because: "override until 18:00",
      until: monday("18:00"),
    });
  });

  test("leaves the rota as it was before and after", () => {
    expect(onCallOf(plant, otControls, monday("07:59")).people).toEqual(["otto"]);
    expect(onCallOf(plant, otControls, monday("18:00")).people).toEqual(["ole"]);
  });

  test("gives way to a newer one", () => {
    const newer = applyPlantEvents(plant, [standIn("ot-controls", "karin", monday("10:00"), monday("12:00"))]);
    expect(onCallOf(newer, otControls, monday("11:00")).people).toEqual(["karin"]);
    expect(onCallOf(newer, otControls, monday("12:00")).people).toEqual(["sven"]);
  });

  test("of somebody who is away leaves the turn to the rota", () => {
    const ill = applyPlantEvents(plant, [away("sven", monday("00:00"), monday("20:00"))]);
    expect(onCallOf(ill, otControls, monday("09:00")).people).toEqual(["otto"]);
  });
});

describe("the shift lead of a line", () => {
  test("is who leads the shift that runs", () => {
    expect(inWords(hamburg, shiftLeadOf(hamburg, line3, monday("07:00")))).toEqual({
      person: "lars",
      because: "day shift, 06:00 to 18:00",
    });
  });

  test("is nobody in a shift without one", () => {
    expect(shiftLeadOf(hamburg, line3, monday("20:00"))).toBeNull();
  });
});

describe("hours with nobody on call", () => {
  test("are what is left between the turns", () => {
    expect(nobodyOnCall(hamburg, otControls, monday("00:00"), local("2026-11-24T00:00"))).toEqual([
      { from: monday("00:00"), to: monday("06:00") },
      { from: monday("22:00"), to: local("2026-11-24T00:00") },
    ]);
  });

  test("grow by an absence and shrink by an override", () => {
    const plant = applyPlantEvents(hamburg, [
      away("otto", monday("10:00"), monday("14:00")),
      standIn("ot-controls", "sven", monday("00:00"), monday("07:00")),
    ]);
    expect(nobodyOnCall(plant, otControls, monday("00:00"), monday("22:00"))).toEqual([
      { from: monday("10:00"), to: monday("14:00") },
    ]);
  });

  test("do not exist for a list with somebody on it", () => {
    expect(nobodyOnCall(hamburg, otScada, monday("00:00"), later(monday("00:00"), 500 * HOUR_MS))).toEqual([]);
  });
});

test("a team nobody knows has nobody on call", () => {
  expect(onCallOf(hamburg, team("nobody").team, monday("09:00")).people).toEqual([]);
});
