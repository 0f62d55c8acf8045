import fc from "fast-check";
import { nextUp } from "../../src/card/lines/nextUp.ts";
import { later, MINUTE_MS } from "../../src/clock.ts";
import { Values } from "../../src/workflow/value.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { sent, wokenUntil } from "../workflow/walk.ts";
import { asked, demo, friday, monday, olga, open, opened, otto, press, saturday, stepOf } from "./scene.ts";

const clocksOf = (walk: ReturnType<typeof asked>, step: string) => {
  const now = stepOf(walk, step);
  if (!("ball" in now)) throw new Error(`${step} is with nobody`);
  return now.ball.clocks;
};

describe("an answer to what ends soon", () => {
  const soon = () => asked({ values: { until: String(monday("13:00")) } });

  test("is due when it ends, and not in a working day", () => {
    expect(clocksOf(asked(), "owner").dueAt).toBeGreaterThan(monday("13:00"));
    expect(clocksOf(soon(), "owner").dueAt).toBe(monday("13:00"));
    expect(clocksOf(soon(), "security").dueAt).toBe(monday("13:00"));
  });

  test("is reminded of in time", () => {
    // Three quarters of the time that is left.
    expect(clocksOf(soon(), "owner").remindAt).toBe(monday("12:15"));
  });

  test("is over then, and cards say so instead of that Ops hear of it", () => {
    const walk = soon();
    const place = [...open(walk).places.values()].find(({ name }) => name === "owner");
    if (place === undefined) throw new Error("The owner is asked");
    const [line] = nextUp(open(walk), place, walk.world);
    expect(JSON.stringify(line)).toContain("it is over Mon 13:00");
    const over = wokenUntil(walk, monday("13:01"));
    expect(over.state).toMatchObject({ status: "closed", outcome: "lapsed" });
    expect(over.events.some(({ type, at }) => type === "StepOverdue" && at === monday("13:00"))).toBe(false);
  });

  test("comes back from a question due no later", () => {
    const question = press(soon(), "owner", otto, monday("10:30"), { type: "ask", question: "Which codes?" });
    const answered = press(question, "owner", olga, monday("11:30"), { type: "answer", answer: "3 and 4" });
    expect(clocksOf(answered, "owner").dueAt).toBe(monday("13:00"));
  });

  test("of whoever does not work before it is over is due then, too, and they are reminded of nothing", () => {
    const walk = asked({ at: friday("20:00"), values: { until: String(saturday("10:00")) } });
    const step = stepOf(walk, "security");
    if (step.status === "held") expect(step.until).toBeGreaterThan(saturday("10:00"));
    else expect(clocksOf(walk, "security")).toMatchObject({ remindAt: null, dueAt: saturday("10:00") });
  });
});

test("whether it works is asked no longer than it is open", () => {
  const walk = opened();
  expect(clocksOf(walk, "works").dueAt).toBeLessThanOrEqual(friday("12:00"));
});

test("nothing of any session falls due after its end", () => {
  const type = typeNamed("remote-access");
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 60 * 24 * 4 }), fc.integer({ min: 15, max: 60 * 30 }), (after, lasts) => {
      const at = monday("10:00");
      const from = later(at, after * MINUTE_MS);
      const until = later(from, lasts * MINUTE_MS);
      const facts = { machine: "asset:palletizer", visitor: "Elena Ruiz", sponsor: "Karin", why: "service" };
      const times = { from: String(from), until: String(until) };
      const walk = sent({ plant: demo, type, by: olga, at }, Values.parse({ ...facts, ...times }));
      for (const step of open(walk).steps.values())
        if ("ball" in step) expect(step.ball.clocks.dueAt ?? 0).toBeLessThanOrEqual(until);
    }),
    { numRuns: 60 },
  );
});
