import { tellingsOf } from "../../src/card/presence/presenceTold.ts";
import { applyPlantEvents } from "../../src/plant/applyEvents.ts";
import { eventsOf } from "../../src/plant/arrangement/arrangement.ts";
import { chainOf } from "../../src/plant/duty/chain.ts";
import { nobodyOnCall, onCallOf } from "../../src/plant/duty/onCall.ts";
import type { PlantEvent, StandInSet } from "../../src/plant/events.ts";
import { begunOrEnded, nextBoundary } from "../../src/plant/inForce/boundaries.ts";
import { evolvePlant, NEW_PLANT } from "../../src/plant/inForce/state.ts";
import { freezeAt } from "../../src/plant/time/freeze.ts";
import { hamburg, line3, local, monday, otControls, person } from "./cast.ts";
import { inWords } from "./inWords.ts";
import { away } from "./said.ts";

const told = { by: person("karin"), at: monday("07:00") };
const ole = person("ole");

function standsIn(who: string, forWhom: string, from = monday("08:00"), to = monday("12:00")): StandInSet {
  return { type: "StandInSet", person: person(forWhom), standIn: person(who), from, to, ...told };
}

function onCall(events: readonly PlantEvent[], at = monday("09:00")) {
  return onCallOf(applyPlantEvents(hamburg, events), otControls.team, at);
}

describe("whoever stands in for somebody", () => {
  test("is on call in their place, and it says so", () => {
    expect(inWords(hamburg, onCall([standsIn("ole", "otto")]))).toEqual({
      people: [ole],
      because: "weekly rota, Mon 06:00 to 14:00; Ole Petersen stands in for Otto Brandt until 12:00",
      until: monday("12:00"),
    });
    expect(onCall([standsIn("ole", "otto")], monday("12:00")).people).toEqual([person("otto")]);
  });

  test("leaves no hour without anybody when the other is away", () => {
    const absence = away("otto", monday("08:00"), monday("12:00"));
    const gaps = (events: readonly PlantEvent[]) =>
      nobodyOnCall(applyPlantEvents(hamburg, events), otControls.team, monday("06:00"), monday("14:00"));
    expect(gaps([absence])).toEqual([{ from: monday("08:00"), to: monday("12:00") }]);
    expect(gaps([absence, standsIn("ole", "otto")])).toEqual([]);
  });

  test("is asked for nothing while away themselves", () => {
    const events = [away("ole", monday("08:00"), monday("10:00")), standsIn("ole", "otto")];
    expect(onCall(events).people).toEqual([person("otto")]);
    expect(onCall(events, monday("10:00")).people).toEqual([ole]);
  });

  test("is given no authority: who may not act for a team is not asked for it", () => {
    expect(onCall([standsIn("sina", "otto")]).people).toEqual([person("otto")]);
  });

  test("is asked as the lead, where they stand in for the lead", () => {
    const plant = applyPlantEvents(hamburg, [standsIn("otto", "karin", monday("18:00"), monday("23:00"))]);
    const lead = chainOf(plant, otControls, monday("22:30")).at(-2);
    expect(inWords(plant, lead)).toMatchObject({
      rank: "lead",
      people: [person("otto")],
      because: "lead of OT controls; Otto Brandt stands in for Karin Vogt until 23:00",
    });
  });

  test("does so no more when the other is back, or is away for another time", () => {
    const absence = away("otto", monday("08:00"), monday("12:00"));
    const back: PlantEvent = { type: "AbsenceEnded", person: person("otto"), by: person("otto"), at: monday("08:30") };
    const covered = { ...standsIn("ole", "otto"), at: absence.at };
    expect(onCall([absence, covered, back]).people).toEqual([person("otto")]);
    const shorter = away("otto", monday("08:00"), monday("08:30"));
    expect(onCall([absence, covered, shorter]).people).toEqual([person("otto")]);
  });

  test("goes on with a turn that was swapped for itself, when the other is back", () => {
    const week = away("otto", monday("06:00"), local("2026-11-28T06:00"));
    const turn = {
      ...standsIn("ole", "otto", local("2026-11-26T06:00"), local("2026-11-26T18:00")),
      at: monday("08:20"),
    };
    const covered = { ...standsIn("karin", "otto", week.from, week.to), at: week.at };
    const plant = applyPlantEvents(hamburg, [week, covered, turn]);
    const back = eventsOf({ type: "back", person: person("otto") }, plant, person("otto"), monday("08:30"));
    const after = applyPlantEvents(plant, back);
    expect(after.standIns.filter(({ to }) => to > monday("08:30"))).toMatchObject([{ standIn: ole, to: turn.to }]);
    const told = back.flatMap((event) => tellingsOf(event, plant).map(({ text }) => text));
    expect(told).toEqual([expect.stringContaining("You no longer stand in for Otto Brandt")]);
  });

  test("does so no more from the moment it is taken back, and not at all where it had not begun", () => {
    const [now, later] = [standsIn("ole", "otto"), standsIn("ole", "otto", monday("13:00"), monday("14:00"))];
    const plant = applyPlantEvents(hamburg, [now, later]);
    const span = { from: monday("09:00"), to: monday("14:00") };
    const end = { type: "standInEnd", person: person("otto"), standIn: null, ...span } as const;
    const after = applyPlantEvents(plant, eventsOf(end, plant, person("otto"), monday("09:00")));
    expect(after.standIns).toMatchObject([{ standIn: ole, from: monday("08:00"), to: monday("09:00") }]);
  });
});

describe("a freeze that people set", () => {
  const things = { assets: [], lines: [line3] };
  const frozen: PlantEvent = { type: "FreezeSet", ...things, from: monday("08:00"), to: monday("22:00"), ...told };
  const active = (events: readonly PlantEvent[]) =>
    freezeAt(applyPlantEvents(hamburg, events), { assets: [], lines: [line3] }, monday("10:00"));

  test("covers what it names, and says who said so", () => {
    expect(active([frozen])).toMatchObject({ freeze: { name: "Line 3, by Karin Vogt" }, until: monday("22:00") });
  });

  test("ends when it is lifted; those of the file stay", () => {
    const lifted: PlantEvent = { type: "FreezeLifted", ...things, by: person("karin"), at: monday("09:00") };
    const all: PlantEvent = { type: "FreezeLifted", assets: [], lines: [], by: person("karin"), at: monday("09:00") };
    expect(active([frozen, lifted])).toBeNull();
    expect(applyPlantEvents(hamburg, [frozen, all]).freezes).toEqual(hamburg.freezes);
  });
});

describe("what people told of the days ahead", () => {
  const absence = away("otto", monday("12:00"), local("2026-11-24T06:00"));
  const now = away("ole", monday("08:00"), monday("18:00"));
  const state = [absence, now].reduce(evolvePlant, NEW_PLANT);

  test("is looked at when it begins and when it ends, each once", () => {
    expect(nextBoundary(state)).toBe(monday("12:00"));
    expect(begunOrEnded(state, monday("12:00"))).toEqual([absence]);
    const looked = evolvePlant(state, { type: "DutyChanged", at: monday("12:00") });
    expect(nextBoundary(looked)).toBe(monday("18:00"));
    expect(begunOrEnded(looked, local("2026-11-24T07:00"))).toEqual([absence, now]);
    expect(nextBoundary(evolvePlant(looked, { type: "DutyChanged", at: local("2026-11-24T07:00") }))).toBeNull();
  });
});
