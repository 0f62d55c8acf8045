import { dutyChangesAt, relievedAt } from "../../src/plant/duty/duty.ts";
import { LineId, PersonId, TeamId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { demo, friday, ole, otto } from "../request/scene.ts";
import { demoText } from "../support/plantText.ts";
import { local } from "./cast.ts";

const OT = { type: "team", team: TeamId.parse("ot-controls") } as const;
const LINE = { type: "shiftLead", line: LineId.parse("line-7") } as const;

/** OT controls with Ole on call from Monday to Thursday and Otto on Friday, and nobody at night or at a weekend. */
function withWeekends(): Plant {
  const days = '- { days: mon-fri, hours: "06:00-18:00", person: otto }';
  return demoText((text) =>
    text
      .replace(
        days,
        '- { days: mon-thu, hours: "06:00-18:00", person: ole }\n        - { days: fri, hours: "06:00-18:00", person: otto }',
      )
      .replace('        - { days: mon-fri, hours: "18:00-06:00", person: ole }\n', "")
      .replace('        - { days: sat-sun, hours: "06:00-06:00", person: karin }\n', ""),
  ).plant;
}

function awayUntil(plant: Plant, until: string): Plant {
  const absences = [ole, otto].map((person) => ({ person, from: friday("18:00"), to: local(until) }));
  return { ...plant, absences };
}

describe("who has something when their shift is over", () => {
  test("hands it on after a weekend, too, when the next shift begins", () => {
    expect(relievedAt(withWeekends(), OT, otto, friday("10:00"), false)).toBe(local("2026-11-30T06:00"));
  });

  test.each([
    { name: "a night", until: "2026-11-30T06:00", changes: local("2026-11-30T06:00") },
    {
      name: "a stretch that ends where a look ahead does",
      until: "2026-12-04T18:00",
      changes: local("2026-12-07T06:00"),
    },
    { name: "ten days", until: "2026-12-08T10:00", changes: local("2026-12-08T10:00") },
    { name: "longer than anybody looks ahead", until: "2026-12-24T10:00", changes: null },
  ])("knows who comes after $name without anybody", ({ until, changes }) => {
    expect(dutyChangesAt(awayUntil(withWeekends(), until), OT, friday("19:00"))).toBe(changes);
  });

  test("hands a line on to the next lead after hours without one, too", () => {
    const absences = [{ person: PersonId.parse("bernd"), from: friday("06:00"), to: local("2026-11-28T06:00") }];
    expect(dutyChangesAt({ ...demo, absences }, LINE, friday("15:00"))).toBe(friday("22:00"));
  });
});
