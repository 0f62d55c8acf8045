import type { EpochMs } from "../../src/clock.ts";
import { evolve } from "../../src/request/evolve.ts";
import { type RequestState, UNSTARTED } from "../../src/request/state.ts";
import { Values } from "../../src/workflow/value.ts";
import { then, type Walk, wokenUntil } from "../workflow/walk.ts";
import {
  approve,
  asked,
  finish,
  friday,
  last,
  monday,
  nils,
  olga,
  open,
  otto,
  press,
  sina,
  stepOf,
  tuesday,
} from "./scene.ts";

const YES = { type: "approve", limits: [], values: Values.parse({}) } as const;

/** Opened on Monday at 11:30, until one o'clock unless said otherwise. */
function opened(until: EpochMs = monday("13:00")): Walk {
  const walk = asked({ values: { until: String(until) } });
  const agreed = approve(approve(walk, "owner", otto, monday("10:30")), "security", sina, monday("11:00"));
  return press(agreed, "network", nils, monday("11:30"), finish);
}

/** Olga needs it until Friday evening, and both agree by noon. */
function longer(walk: Walk): Walk {
  const until = friday("18:00");
  const wish = { type: "extend", until, reason: "the vendor comes later", name: "Olga" } as const;
  const wished = then(walk, { ...wish, by: olga, at: monday("11:50") });
  const one = press(wished, "owner-longer-1", otto, monday("11:55"), YES);
  return press(one, "security-longer-1", sina, monday("12:00"), YES);
}

const clocksOf = (walk: Walk, step: string) => {
  const now = stepOf(walk, step);
  if (!("ball" in now)) throw new Error(`${step} is with nobody`);
  return now.ball.clocks;
};

describe("what was due at an end that came sooner than its own time, once it ends later,", () => {
  test("is due when it would have been", () => {
    expect(clocksOf(opened(), "works").dueAt).toBe(monday("13:00"));
    expect(clocksOf(longer(opened()), "works")).toEqual(clocksOf(opened(friday("18:00")), "works"));
    expect(clocksOf(longer(opened()), "works").dueAt).toBe(tuesday("11:30"));
  });

  test("does not end as not confirmed at the end of before", () => {
    const walk = wokenUntil(longer(opened()), monday("13:01"));
    expect(stepOf(walk, "works").status).toBe("open");
    const silent = wokenUntil(longer(opened()), tuesday("11:31"));
    expect(stepOf(silent, "works")).toMatchObject({ status: "settled", verdict: { type: "notConfirmed" } });
  });

  test("has the time it had left when a question about it is answered", () => {
    const broken = { type: "confirm", outcome: "doesNotWork", note: "no answer on the port" } as const;
    const again = (until?: EpochMs) => {
      const walk = press(opened(until), "works", olga, monday("11:35"), broken);
      return press(walk, "network", nils, monday("11:40"), { type: "ask", question: "From which machine?" });
    };
    const answered = (walk: Walk) =>
      press(walk, "network", olga, monday("12:30"), { type: "answer", answer: "the historian" });
    expect(clocksOf(answered(again(friday("18:00"))), "network").dueAt).toBe(tuesday("11:25"));
    expect(clocksOf(answered(again()), "network").dueAt).toBe(monday("13:00"));
    expect(clocksOf(answered(longer(again())), "network").dueAt).toBe(tuesday("11:25"));
  });

  test("and is back from a question already, has what was left of its time", () => {
    const broken = { type: "confirm", outcome: "doesNotWork", note: "no answer on the port" } as const;
    const answered = (until?: EpochMs) => {
      const walk = press(opened(until), "works", olga, monday("11:35"), broken);
      const asks = press(walk, "network", nils, monday("11:40"), { type: "ask", question: "From which machine?" });
      return press(asks, "network", olga, monday("11:45"), { type: "answer", answer: "the historian" });
    };
    const [cut, whole] = [answered(), answered(friday("18:00"))];
    expect(clocksOf(cut, "network").dueAt).toBe(monday("13:00"));
    expect(clocksOf(longer(cut), "network")).toEqual(clocksOf(whole, "network"));
  });
});

test("what was due sooner by itself is due as it was", () => {
  const walk = longer(opened(friday("12:00")));
  expect(last(walk, "ExtensionGranted").clocks).toBeUndefined();
  expect(clocksOf(walk, "works").dueAt).toBe(tuesday("11:30"));
});

test("a later end that a release before this granted leaves everything due as it said", () => {
  const events = longer(opened()).events.map((event) =>
    event.type === "ExtensionGranted" ? { type: event.type, until: event.until, by: event.by, at: event.at } : event,
  );
  const state = events.reduce<RequestState>(evolve, UNSTARTED);
  expect(open({ ...longer(opened()), state }).grant).toMatchObject({ until: friday("18:00") });
  expect(clocksOf({ ...longer(opened()), state }, "works").dueAt).toBe(monday("13:00"));
});
