import { type EpochMs, instant } from "../../src/clock.ts";
import type { PersonId } from "../../src/plant/ids.ts";
import { type Walk, wokenUntil } from "../workflow/walk.ts";
import {
  asked,
  askedLast,
  demo,
  friday,
  last,
  monday,
  olga,
  press,
  revisited,
  sabine,
  stepOf,
  take,
  tuesday,
  typesSince,
} from "./scene.ts";

const wednesday = (time: string) => instant(`2026-11-25T${time}:00+01:00`);
const guard = [...demo.assets.values()].find(({ safety }) => safety !== null)?.id ?? "";

/** Sabine is away from an instant until Friday, and Referee looks at it then. */
function away(walk: Walk, from: EpochMs, people: readonly PersonId[] = [sabine]): Walk {
  const absences = people.map((person) => ({ person, from, to: friday("00:00") }));
  return revisited(walk, { ...walk.world.plant, absences }, from);
}

const guarded = (at = monday("10:00")) => asked({ at, values: { destination: `asset:${guard}` } });
const taken = () => press(guarded(), "safety", sabine, monday("10:10"), take);

describe("whoever has a step goes away outside the hours of their team", () => {
  const late = () => wokenUntil(taken(), wednesday("00:00"));

  test("it is released, stays as late as it is, and the next is asked as soon as they work", () => {
    const before = stepOf(late(), "safety");
    const after = away(late(), wednesday("00:00"));
    expect(typesSince(late(), after)).toEqual(["StepReleased", "ReliefPassed"]);
    const now = stepOf(after, "safety");
    if (before.status !== "open" || now.status !== "open") throw new Error("It is open before and after");
    expect(now.ball.overdue).toEqual(before.ball.overdue);
    expect(now.ball).toMatchObject({ takenBy: null, since: before.ball.since });
    const morning = wokenUntil(after, wednesday("09:00"));
    expect(typesSince(after, morning)).toContain("StepPinged");
    expect(askedLast(morning, "safety")).not.toContain(sabine);
    expect(stepOf(morning, "safety")).toMatchObject({ ball: { overdue: { clock: "decide" } } });
  });

  test("looked at twice, it is the same", () => {
    const after = away(late(), wednesday("00:00"));
    expect(typesSince(after, away(after, wednesday("00:00")))).toEqual([]);
  });

  test("what nobody had taken waits no longer than until they work", () => {
    const asking = wokenUntil(guarded(monday("17:30")), tuesday("00:00"));
    expect(askedLast(asking, "safety")).toEqual([sabine]);
    const after = away(asking, tuesday("00:00"));
    expect(stepOf(after, "safety").status).toBe("open");
    const morning = wokenUntil(after, tuesday("07:01"));
    expect(typesSince(after, morning)).toContain("StepPinged");
    expect(askedLast(morning, "safety")).not.toContain(sabine);
  });
});

describe("a question whose asker goes away outside the hours of their team", () => {
  const waits = () =>
    press(guarded(), "safety", sabine, monday("13:00"), { type: "ask", question: "Who stands there?" });
  const gone = () => away(waits(), tuesday("00:00"));

  test("stays a question", () => {
    expect(stepOf(gone(), "safety")).toMatchObject({ status: "asked", question: { text: "Who stands there?" } });
  });

  test("goes to the next in the chain once it is answered, at once or as soon as they work", () => {
    const answer = { type: "answer", answer: "nobody does" } as const;
    const byDay = press(gone(), "safety", olga, tuesday("10:00"), answer);
    expect(askedLast(byDay, "safety")).not.toContain(sabine);
    const atNight = press(gone(), "safety", olga, tuesday("03:00"), answer);
    const morning = wokenUntil(atNight, tuesday("08:00"));
    expect(typesSince(atNight, morning)).toContain("StepPinged");
    expect(last(morning, "StepPinged").ping.people).not.toContain(sabine);
  });
});
