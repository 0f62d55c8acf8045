import fc from "fast-check";
import { HOUR_MS, instant, later, MINUTE_MS } from "../../src/clock.ts";
import type { Party } from "../../src/plant/party.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { dayFrom } from "../../src/plant/time/localTime.ts";
import { dueAt, isWorking, nextWorking, workedBetween } from "../../src/plant/time/workingTime.ts";
import { hamburg, local, monday, operators, otControls, person, plantOf, smallPlant, team } from "./cast.ts";

/** The small plant with IT security on the given calendar. */
function keeping(calendar: string): { plant: Plant; party: Party } {
  const changed = smallPlant.replace("channel: { slack: C0SEC }, calendar: office", `calendar: ${calendar}`);
  return { plant: plantOf(changed), party: team("it-security") };
}

describe("a step of a team with office hours", () => {
  test.each([
    { name: "within a day", since: "2026-11-23T09:00", hours: 4, due: "2026-11-23T13:00" },
    { name: "to the last minute of the day", since: "2026-11-23T13:00", hours: 4, due: "2026-11-23T17:00" },
    { name: "over the night", since: "2026-11-23T15:00", hours: 4, due: "2026-11-24T10:00" },
    { name: "over the weekend", since: "2026-11-27T16:00", hours: 4, due: "2026-11-30T11:00" },
    { name: "asked at night", since: "2026-11-23T23:00", hours: 1, due: "2026-11-24T09:00" },
    { name: "over a holiday", since: "2026-12-24T16:00", hours: 2, due: "2026-12-28T09:00" },
    { name: "over the change to summer time", since: "2026-03-27T16:00", hours: 2, due: "2026-03-30T09:00" },
    { name: "without time", since: "2026-11-23T23:00", hours: 0, due: "2026-11-23T23:00" },
  ])("$name: $since + $hours h = $due", ({ since, hours, due }) => {
    expect(dueAt(hamburg, otControls, local(since), hours * HOUR_MS)).toBe(local(due));
  });

  test("runs through the night when its clock always runs", () => {
    expect(dueAt(hamburg, otControls, monday("23:00"), 5 * MINUTE_MS, { always: true })).toBe(monday("23:05"));
  });

  test("counts nothing of a lunch break", () => {
    const { plant, party } = keeping("two-blocks");
    expect(dueAt(plant, party, monday("11:00"), 2 * HOUR_MS)).toBe(monday("14:00"));
  });
});

describe("nights when the clocks change", () => {
  const { plant, party } = keeping("nights");

  test("are seven hours long in spring", () => {
    expect(workedBetween(plant, party, local("2026-03-28T20:00"), local("2026-03-29T12:00"))).toBe(7 * HOUR_MS);
  });

  test("are nine hours long in autumn", () => {
    expect(workedBetween(plant, party, local("2026-10-24T20:00"), local("2026-10-25T12:00"))).toBe(9 * HOUR_MS);
  });

  test("fall due an hour earlier by the wall clock in autumn", () => {
    expect(dueAt(plant, party, local("2026-10-24T22:00"), 6 * HOUR_MS)).toBe(instant("2026-10-25T03:00:00+01:00"));
  });
});

describe("whose hours count", () => {
  test("a person keeps those of their team", () => {
    expect(nextWorking(hamburg, { type: "person", person: person("otto") }, monday("18:00"))).toBe(
      local("2026-11-24T08:00"),
    );
  });

  test("a line, its shift lead and Ops work at any hour", () => {
    const atNight = monday("03:00");
    expect(isWorking(hamburg, operators, atNight)).toBe(true);
    expect(nextWorking(hamburg, { type: "ops" }, atNight)).toBe(atNight);
    expect(workedBetween(hamburg, { type: "manager" }, atNight, monday("04:00"))).toBe(HOUR_MS);
  });

  test("nobody works before the first minute or at the last of the day", () => {
    expect(isWorking(hamburg, otControls, later(monday("08:00"), -1))).toBe(false);
    expect(isWorking(hamburg, otControls, monday("08:00"))).toBe(true);
    expect(isWorking(hamburg, otControls, monday("17:00"))).toBe(false);
  });
});

test("a calendar without an hour in a year is reported, not waited for", () => {
  const closed = {
    ...hamburg,
    holidays: new Map(
      everyDay(2026)
        .concat(everyDay(2027))
        .map((day) => [day, "closed"]),
    ),
  };
  expect(() => dueAt(closed, otControls, monday("09:00"), HOUR_MS)).toThrow(
    expect.objectContaining({ code: "CALENDAR_EMPTY" }),
  );
  expect(() => nextWorking(closed, otControls, monday("09:00"))).toThrow(
    expect.objectContaining({ code: "CALENDAR_EMPTY" }),
  );
});

function everyDay(year: number): string[] {
  return Array.from({ length: 365 }, (_, at) => dayFrom(`${year}-01-01`).add({ days: at }).toString());
}

describe("whatever the calendar and the instant", () => {
  const calendars = fc.constantFrom(...["office", "nights", "two-blocks", "around-the-clock"].map(keeping));
  const instants = fc
    .integer({ min: instant("2026-01-01T00:00Z"), max: instant("2027-06-01T00:00Z") })
    .map((ms) => later(instant("1970-01-01T00:00Z"), ms));
  const durations = fc.integer({ min: 1, max: 60 * HOUR_MS });

  test("more time never falls due earlier", () => {
    fc.assert(
      fc.property(calendars, instants, durations, durations, ({ plant, party }, since, some, more) => {
        expect(dueAt(plant, party, since, some + more)).toBeGreaterThan(dueAt(plant, party, since, some));
      }),
    );
  });

  test("two waits in a row are one long wait", () => {
    fc.assert(
      fc.property(calendars, instants, durations, durations, ({ plant, party }, since, first, second) => {
        const inTwo = dueAt(plant, party, dueAt(plant, party, since, first), second);
        expect(inTwo).toBe(dueAt(plant, party, since, first + second));
      }),
    );
  });

  test("exactly the allowed time has been worked when a step falls due", () => {
    fc.assert(
      fc.property(calendars, instants, durations, ({ plant, party }, since, duration) => {
        expect(workedBetween(plant, party, since, dueAt(plant, party, since, duration))).toBe(duration);
      }),
    );
  });

  test("work resumes at an instant at which one works, and not before", () => {
    fc.assert(
      fc.property(calendars, instants, ({ plant, party }, at) => {
        const next = nextWorking(plant, party, at);
        expect(isWorking(plant, party, next)).toBe(true);
        expect(workedBetween(plant, party, at, next)).toBe(0);
      }),
    );
  });
});
