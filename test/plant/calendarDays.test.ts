import { readFileSync } from "node:fs";
import { readPlant } from "../../src/plant/file/read.ts";
import { asLongFrom, instantFrom } from "../../src/plant/time/localTime.ts";

// Weekends in which the clocks of Berlin and of Chicago change.
const WEEKENDS = [
  { zone: "Europe/Berlin", saturday: "2026-10-24", sunday: "2026-10-25", monday: "2026-10-26" },
  { zone: "Europe/Berlin", saturday: "2027-03-27", sunday: "2027-03-28", monday: "2027-03-29" },
  { zone: "America/Chicago", saturday: "2026-10-31", sunday: "2026-11-01", monday: "2026-11-02" },
  { zone: "America/Chicago", saturday: "2027-03-13", sunday: "2027-03-14", monday: "2027-03-15" },
] as const;

describe.each(WEEKENDS)("over the change of clocks of $zone on $sunday", ({ zone, saturday, sunday, monday }) => {
  test("a round of a rota's pattern is looked through to its last hour, and no further", () => {
    const demo = readFileSync("plants/demo.yaml", "utf8").replace("timeZone: Europe/Berlin", `timeZone: ${zone}`);
    const rota = `type: rotating, anchor: "${saturday}", pattern: [late, "off"], crews: [{ name: A, people: [lars], startsAt: 0 }]`;
    const text = demo.replace(/^( {4}shiftLeads:)\n {6}type: rotating[\s\S]*?(?=^ {2}line-7:)/m, `$1 { ${rota} }\n`);
    const reading = readPlant(text, "plants/demo.yaml");
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const [said] = reading.warnings.map(({ what }) => what).filter((what) => what.includes("Line 3"));
    expect(said).toMatch(/ 00:00 to 14:00, Sat .* 22:00 to Mon 00:00$/);
  });

  test("what is put off is as many days long as it was asked for, and its hours stay hours", () => {
    const at = (day: string, time: string) => instantFrom(`${day}T${time}`, zone);
    const days = { from: at(saturday, "09:00"), to: at(monday, "17:00") };
    expect(asLongFrom(at("2026-12-01", "10:00"), days, zone)).toBe(at("2026-12-03", "18:00"));
    const night = { from: at(saturday, "22:00"), to: at(sunday, "06:00") };
    const hours = asLongFrom(at("2026-12-01", "22:00"), night, zone) - at("2026-12-01", "22:00");
    expect(hours).toBe(night.to - night.from);
  });
});
