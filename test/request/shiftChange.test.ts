import { PersonId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { RequestType, StepClock } from "../../src/workflow/requestType.ts";
import { sent, then, type Walk, wokenUntil } from "../workflow/walk.ts";
import {
  called,
  demo,
  last,
  leyla,
  lineDown,
  monday,
  ole,
  olga,
  otto,
  press,
  since,
  stepOf,
  take,
  tuesday,
} from "./scene.ts";

const lars = PersonId.parse("lars");
const released = ({ events }: Walk) => events.flatMap((event) => (event.type === "StepReleased" ? [event] : []));
const onIt = (walk: Walk) => press(walk, "repair", otto, monday("17:31"), take);

describe("at the end of a shift", () => {
  test("what somebody has goes to who comes on, and they are released", () => {
    const walk = wokenUntil(onIt(called(monday("17:30"))), monday("18:01"));
    expect(released(walk)).toMatchObject([{ person: otto, reason: "went off shift at 18:00", at: monday("18:00") }]);
    expect(stepOf(walk, "repair")).toMatchObject({ ball: { takenBy: null } });
    expect(last(walk, "StepPinged")).toMatchObject({ ping: { rank: "onCall", people: [ole] } });
  });

  test("it stays where whoever has it is on duty still, or took it off duty", () => {
    const early = onIt(called(monday("17:30")));
    expect(released(wokenUntil(early, monday("17:59")))).toEqual([]);
    const byLead = press(called(monday("17:30")), "repair", ole, monday("17:31"), take);
    expect(released(wokenUntil(byLead, tuesday("05:59")))).toEqual([]);
  });

  test("goes to the next crew of a line, too", () => {
    const walk = press(called(monday("13:30")), "running", lars, monday("13:31"), take);
    expect(released(wokenUntil(walk, monday("14:01")))).toMatchObject([{ person: lars, at: monday("14:00") }]);
  });

  test("it stays with its person where the type says so", () => {
    const stages = lineDown.stages.map(({ steps, ...stage }) => ({
      ...stage,
      steps: steps.map((step) => ({ ...step, stays: true })),
    }));
    const type = RequestType.parse({ ...lineDown, stages });
    const walk = sent({ plant: demo, type, by: olga, at: monday("17:30") }, { place: "asset:plc-12" });
    expect(released(wokenUntil(onIt(walk), tuesday("05:59")))).toEqual([]);
  });

  test("it stays with its person where the team says so", () => {
    const teams = new Map([...demo.teams].map(([id, team]) => [id, { ...team, takenStays: true }] as const));
    const plant: Plant = { ...demo, teams };
    const walk = sent({ plant, type: lineDown, by: olga, at: monday("17:30") }, { place: "asset:plc-12" });
    expect(released(wokenUntil(onIt(walk), tuesday("05:59")))).toEqual([]);
  });

  test("what can wait is not handed on at an hour at which its team does not work", () => {
    const stages = lineDown.stages.map(({ steps, ...stage }) => ({
      ...stage,
      steps: steps.map((step) => ({ ...step, clock: StepClock.parse({ take: "1 h", decide: "8 h" }) })),
    }));
    const type = RequestType.parse({ ...lineDown, stages });
    const walk = sent({ plant: demo, type, by: olga, at: monday("16:30") }, { place: "asset:plc-12" });
    const taken = press(walk, "repair", otto, monday("16:40"), take);
    expect(released(wokenUntil(taken, tuesday("08:00")))).toEqual([]);
  });

  test("once, however often it is looked at", () => {
    const walk = wokenUntil(onIt(called(monday("17:30"))), monday("18:01"));
    const again = then(walk, { type: "wake", by: "referee:clock", at: monday("18:01"), name: "Referee" });
    expect(released(again)).toHaveLength(1);
  });
});

describe("a line that stands over a shift change", () => {
  const repaired = { type: "finish", outcome: "done", evidence: "", onSite: "", values: {} } as const;
  const toldOf = (before: Walk, after: Walk) =>
    since(before, after).flatMap((event) => {
      if (event.type === "ProgressAsked" && event.step === "running") return [event.people];
      return event.type === "StepPinged" && event.step === "running" ? [event.ping.people] : [];
    });

  test("is shown to who leads the next shift as it begins, who is asked whether it runs again", () => {
    const mended = press(called(monday("13:30")), "repair", otto, monday("13:50"), repaired);
    const change = wokenUntil(mended, monday("14:01"));
    expect(toldOf(mended, change)).toEqual([[leyla]]);
    const asks = toldOf(change, wokenUntil(change, monday("15:30")));
    expect(asks.length).toBeGreaterThan(0);
    expect(asks.flat()).toEqual(asks.map(() => leyla));
  });

  test("is asked of nobody anew while whoever leads the shift stays", () => {
    const mended = press(called(monday("10:00")), "repair", otto, monday("10:30"), repaired);
    expect(toldOf(mended, wokenUntil(mended, monday("12:01"))).flat()).not.toContain(leyla);
  });
});
