import { readPlant } from "../../src/plant/file/read.ts";
import { dayFrom } from "../../src/plant/time/localTime.ts";
import { holidayOn } from "../../src/plant/time/publicHolidays.ts";
import { workBetween } from "../../src/plant/time/workingTime.ts";
import { local, plantOf, smallPlant, team } from "./cast.ts";

// Days as the labour ministries of the countries and states publish them.
const withHolidays = (lines: string) => smallPlant.replace("holidays:\n", `holidays:\n${lines}`);
const namesOf = (lines: string, ...days: readonly string[]) =>
  days.map((day) => holidayOn(plantOf(withHolidays(lines)), dayFrom(day)));

describe("public holidays of a country and a region", () => {
  test.each([
    {
      place: "{ DE, HH }",
      lines: "  country: DE\n  region: HH\n",
      off: ["2026-04-03", "2026-10-31", "2031-10-31"],
      on: ["2026-11-01", "2026-06-04"],
    },
    {
      place: "{ DE, BY }",
      lines: "  country: DE\n  region: BY\n",
      off: ["2026-01-06", "2026-06-04", "2026-11-01"],
      on: ["2026-10-31"],
    },
    {
      place: "{ US, IL }",
      lines: "  country: US\n  region: IL\n",
      off: ["2026-11-26", "2026-07-03"],
      on: ["2026-11-27", "2026-12-24"],
    },
    {
      place: "{ ES, CT }",
      lines: "  country: ES\n  region: CT\n",
      off: ["2026-09-11", "2026-10-12"],
      on: ["2026-10-31"],
    },
    { place: "{ TR }", lines: "  country: TR\n", off: ["2026-10-29"], on: ["2026-10-28"] },
  ])("of $place are days off", ({ lines, off, on }) => {
    expect(namesOf(lines, ...off).every((name) => name !== null)).toBe(true);
    expect(namesOf(lines, ...on)).toEqual(on.map(() => null));
  });

  test("stand beside the plant's own days, of which one may be worked", () => {
    const lines = '  country: DE\n  region: HH\n  "2026-12-30": Stocktaking\n  "2026-10-31": worked\n';
    expect(namesOf(lines, "2026-12-30", "2026-10-31", "2026-05-01")).toEqual(["Stocktaking", null, "Labour Day"]);
  });

  test("are no working hours, in any year", () => {
    const plant = plantOf(withHolidays("  country: DE\n  region: HH\n"));
    const party = team("ot-scada");
    const hoursOn = (day: string) => workBetween(plant, party, local(`${day}T00:00`), local(`${day}T23:59`)).length;
    expect([hoursOn("2030-05-02"), hoursOn("2030-05-01")]).toEqual([1, 0]);
  });

  test.each([
    { lines: "  country: XX\n", says: "no holidays are known for the country XX" },
    { lines: "  country: DE\n  region: HX\n", says: "DE has no region HX: write one of BB, BE" },
    { lines: "  region: HH\n", says: "a region needs its country" },
    { lines: '  "24.12.2026": Eve\n', says: 'a day is written "2026-12-25"' },
  ])("are refused with file and line for $lines", ({ lines, says }) => {
    const reading = readPlant(withHolidays(lines), "p.yaml");
    expect(reading.ok ? [] : reading.problems.map(({ what }) => what)).toContainEqual(expect.stringContaining(says));
  });
});
