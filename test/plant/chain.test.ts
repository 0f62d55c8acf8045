import fc from "fast-check";
import { HOUR_MS, later } from "../../src/clock.ts";
import { applyPlantEvents } from "../../src/plant/applyEvents.ts";
import { mayActFor } from "../../src/plant/duty/authority.ts";
import { chainOf } from "../../src/plant/duty/chain.ts";
import { AccountId } from "../../src/plant/ids.ts";
import type { Party } from "../../src/plant/party.ts";
import { hamburg, line3, local, monday, operators, otControls, person, plantOf, smallPlant, team } from "./cast.ts";
import { inWords } from "./inWords.ts";
import { away, standIn } from "./said.ts";

const ops: Party = { type: "ops" };
const lead3: Party = { type: "shiftLead", line: line3 };

describe("the chain of a team", () => {
  test("goes from on call over backup and lead to the fallback team", () => {
    expect(chainOf(hamburg, otControls, monday("09:00")).map((link) => inWords(hamburg, link))).toEqual([
      { rank: "onCall", people: ["otto"], because: "on call: weekly rota, Mon 06:00 to 14:00", onDuty: true },
      { rank: "backup", people: ["ole"], because: "backup of OT controls", onDuty: true },
      { rank: "lead", people: ["karin"], because: "lead of OT controls", onDuty: true },
      {
        rank: "fallback",
        people: ["sven"],
        because: "OT SCADA stands in for OT controls, on call: first on the list",
        onDuty: true,
      },
    ]);
  });

  test("names nobody twice: who is on call is not the backup as well", () => {
    expect(chainOf(hamburg, otControls, monday("15:00")).map(({ rank, people }) => [rank, ...people])).toEqual([
      ["onCall", "ole"],
      ["lead", "karin"],
      ["fallback", "sven"],
    ]);
  });

  test("asks somebody of the fallback team who was not asked already", () => {
    const shared = plantOf(
      smallPlant
        .replace("members: [sven]", "members: [sven, karin]")
        .replace("people: [sven] }, lead: sven", "people: [karin] }, lead: sven"),
    );
    expect(inWords(shared, chainOf(shared, otControls, monday("09:00")).at(-1))).toEqual({
      rank: "fallback",
      people: ["sven"],
      because: "OT SCADA stands in for OT controls, lead of OT SCADA",
      onDuty: true,
    });
  });

  test("begins with the backup when nobody is on call, and says so", () => {
    expect(inWords(hamburg, chainOf(hamburg, otControls, monday("23:00"))[0])).toEqual({
      rank: "backup",
      people: ["ole"],
      because: "backup of OT controls; nobody is on call",
      onDuty: false,
    });
  });

  test("skips who is away, and says until when", () => {
    const plant = applyPlantEvents(hamburg, [
      away("otto", monday("00:00"), local("2026-11-24T06:00")),
      away("ole", monday("00:00"), monday("12:00")),
    ]);
    const [first] = chainOf(plant, otControls, monday("09:00"));
    expect(inWords(plant, first)).toMatchObject({
      people: ["karin"],
      because: "lead of OT controls; Otto Brandt is away until Tue 06:00; Ole Petersen is away until 12:00",
    });
  });

  test("asks the one who asked first, when they are on shift", () => {
    const both = plantOf(smallPlant.replace("people: [olga], startsAt", "people: [oksana, olga], startsAt"));
    expect(chainOf(both, operators, monday("07:00"), { first: person("olga") })[0]?.people).toEqual(["olga", "oksana"]);
    expect(chainOf(both, operators, local("2026-11-28T12:00"), { first: person("olga") })[0]?.people).toEqual(["lars"]);
  });
});

describe("the chain of others", () => {
  test("a person is asked before the lead of their team", () => {
    const chain = chainOf(hamburg, { type: "person", person: person("otto") }, monday("09:00"));
    expect(chain.map(({ people }) => people)).toEqual([["otto"], ["ole"], ["karin"]]);
  });

  test("a shift lead comes before the lead of the line's team", () => {
    const plant = plantOf(smallPlant.replace("day: [lars]", "day: [karin]"));
    expect(chainOf(plant, lead3, monday("07:00")).map((link) => inWords(plant, link))).toMatchObject([
      { rank: "onCall", people: ["karin"], because: "shift lead of Line 3: day shift, 06:00 to 18:00" },
      { rank: "lead", people: ["lars"] },
    ]);
  });

  test("Ops leads are asked in the order of the file, and the manager never", () => {
    expect(chainOf(hamburg, ops, monday("03:00")).map(({ people }) => people)).toEqual([["paula"], ["piet"]]);
  });

  test("an account nobody knows has no chain", () => {
    expect(chainOf(hamburg, { type: "account", account: AccountId.parse("web:guest") }, monday("09:00"))).toEqual([]);
  });

  test("fallbacks that a later file made a circle end after one round", () => {
    const teams = [...hamburg.teams].map(([id, each]) => [id, { ...each, fallback: otControls.team }] as const);
    const circle = { ...hamburg, teams: new Map(teams) };
    expect(chainOf(circle, team("ot-scada"), monday("09:00")).map(({ people }) => people)).toEqual([
      ["sven"],
      ["otto"],
    ]);
  });
});

describe("whatever party, hour and absences", () => {
  const parties = fc.constantFrom<Party>(otControls, operators, team("ot-scada"), team("it-security"), lead3, ops, {
    type: "manager",
  });
  const hours = fc.integer({ min: 0, max: 24 * 366 }).map((hour) => later(monday("00:00"), hour * HOUR_MS));
  const absentees = fc.subarray([...hamburg.people.keys()]);

  test("a chain has no empty link, nobody twice, nobody who is away, and only people who may act", () => {
    fc.assert(
      fc.property(parties, hours, absentees, (party, at, absent) => {
        const plant = applyPlantEvents(
          hamburg,
          absent.map((who) => away(who, monday("00:00"), later(at, 1))),
        );
        const chain = chainOf(plant, party, at);
        const people = chain.flatMap((link) => link.people);
        expect(chain.filter((link) => link.people.length === 0)).toEqual([]);
        expect(new Set(people).size).toBe(people.length);
        expect(people.filter((each) => absent.includes(each))).toEqual([]);
        expect(
          people.filter((each) => party.type !== "manager" && !mayActFor(plant, party, each, { at, fallback: true })),
        ).toEqual([]);
      }),
    );
  });
});

describe("who may act for a party", () => {
  test.each([
    { name: "a member of the team", party: otControls, who: "otto", may: true },
    { name: "its lead, though not a member", party: otControls, who: "karin", may: true },
    { name: "somebody of the fallback team, before it is asked", party: otControls, who: "sven", may: false },
    { name: "somebody of another team", party: otControls, who: "sina", may: false },
    { name: "an Ops lead, for a team", party: otControls, who: "paula", may: false },
    { name: "somebody the plant does not know", party: otControls, who: "stranger", may: false },
    { name: "the shift lead, for the line", party: lead3, who: "lars", may: true },
    { name: "an operator, for the shift lead", party: lead3, who: "olga", may: false },
    { name: "the manager, for Ops", party: ops, who: "max", may: true },
    {
      name: "a colleague, for a person asked by name",
      party: { type: "person", person: person("otto") } as const,
      who: "sina",
      may: false,
    },
  ])("$name: $may", ({ party, who, may }) => {
    expect(mayActFor(hamburg, party, person(who), { at: monday("09:00") })).toBe(may);
  });

  test("the fallback team, once it is asked", () => {
    expect(mayActFor(hamburg, otControls, person("sven"), { fallback: true })).toBe(true);
  });

  test("who stands in, only while the override runs", () => {
    const plant = applyPlantEvents(hamburg, [standIn("ot-controls", "sina", monday("08:00"), monday("18:00"))]);
    expect(mayActFor(plant, otControls, person("sina"), { at: monday("09:00") })).toBe(true);
    expect(mayActFor(plant, otControls, person("sina"), { at: monday("18:00") })).toBe(false);
    expect(mayActFor(plant, otControls, person("sina"))).toBe(false);
  });
});
