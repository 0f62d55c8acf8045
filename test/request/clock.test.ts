import fc from "fast-check";
import { type EpochMs, HOUR_MS, instant, later, MINUTE_MS } from "../../src/clock.ts";
import { answerMs } from "../../src/request/rules/chain.ts";
import { nextWake } from "../../src/request/rules/wake.ts";
import { StepClock } from "../../src/workflow/requestType.ts";
import { type Walk, wokenAt, wokenUntil } from "../workflow/walk.ts";
import {
  asked,
  called,
  lars,
  last,
  monday,
  open,
  otto,
  paula,
  press,
  pressing,
  refusal,
  saturday,
  sina,
  stepOf,
  tuesday,
  typesSince,
} from "./scene.ts";

const nextMonday = (time: string) => instant(`2026-11-30T${time}:00+01:00`);

/** The walk after every wake up to an instant, each at its time. */
const until = (walk: Walk, at: EpochMs) => wokenUntil(walk, later(at, 1));

const pings = (walk: Walk, step: string) => {
  const found = stepOf(walk, step);
  return "ball" in found ? found.ball.pings.map(({ rank, people }) => `${rank}: ${people.join(" ")}`) : [];
};

describe("a step nobody takes", () => {
  test("is asked of the next in the chain each hour, then Ops hears of it", () => {
    const walk = asked();
    expect(pings(walk, "owner")).toEqual(["onCall: otto"]);
    expect(pings(until(walk, monday("10:59")), "owner")).toEqual(["onCall: otto"]);
    expect(pings(until(walk, monday("11:00")), "owner")).toEqual(["onCall: otto", "backup: ole"]);
    expect(pings(until(walk, monday("12:00")), "owner")).toEqual(["onCall: otto", "backup: ole", "lead: karin"]);
    const stalled = until(walk, monday("14:00"));
    expect([...open(stalled).places.keys()]).toContain("ops");
    expect(last(stalled, "StepOverdue")).toMatchObject({ clock: "take" });
  });

  test("stays with its owner when Ops hears of it: nobody else can answer it", () => {
    const stalled = until(asked(), tuesday("17:00"));
    const yes = { type: "approve", limits: [], values: { access: "read" } } as const;
    expect(refusal(stalled, pressing(stalled, "owner", paula, tuesday("17:05"), yes)).code).toBe("NOT_YOUR_BALL");
    expect(stepOf(press(stalled, "owner", otto, tuesday("17:05"), yes), "owner").status).toBe("settled");
  });

  test("pages nobody five times in a second after an outage: one wake, one hop", () => {
    const late = wokenAt(asked(), monday("15:30"));
    expect(pings(late, "owner")).toEqual(["onCall: otto", "backup: ole"]);
    expect(pings(until(late, monday("16:29")), "owner")).toHaveLength(2);
    expect(pings(until(late, monday("16:30")), "owner")).toHaveLength(3);
  });
});

describe("a step somebody has taken", () => {
  const taken = () => press(asked(), "security", sina, monday("10:10"), { type: "take" });

  test("is not asked of anybody else; its holder is reminded once, and told when it is past its time", () => {
    const walk = until(taken(), tuesday("16:59"));
    expect(pings(walk, "security")).toEqual(["onCall: sina"]);
    const reminders = walk.events.filter((event) => event.type === "StepReminded" && event.step === "security");
    expect(reminders.map(({ at }) => at)).toEqual([monday("16:00")]);
    expect(last(walk, "StepOverdue")).toMatchObject({ at: tuesday("09:00") });
  });

  test("is not undone by a wake that comes early, late or twice", () => {
    const walk = taken();
    expect(typesSince(walk, wokenAt(walk, monday("10:11")))).toEqual([]);
    const reminded = until(walk, monday("16:00"));
    expect(typesSince(reminded, wokenAt(reminded, monday("16:00")))).toEqual([]);
  });
});

describe("the time to answer", () => {
  test.each([
    { clock: { take: "1 h", decide: "2 h" }, hours: 2 },
    { clock: { decide: "2 h" }, hours: 2 },
    // Once somebody had taken it nobody would ever hear of it again.
    { clock: { take: "1 h" }, hours: 8 },
    { clock: { take: "5 min", again: "1 h", always: true }, hours: 8 },
  ])("is $hours h where a type says $clock", ({ clock, hours }) => {
    expect(answerMs(StepClock.parse(clock))).toBe(hours * HOUR_MS);
  });

  test.each([{ clock: {} }, { clock: { progress: "2 h" } }, { clock: { take: "5 min", progress: "2 h" } }])(
    "has no end where something else asks: $clock",
    ({ clock }) => {
      expect(answerMs(StepClock.parse(clock))).toBeNull();
    },
  );
});

describe("a request sent while the offices are closed", () => {
  const sentOnSaturday = () =>
    asked({ at: saturday("10:00"), values: { until: String(instant("2026-12-04T12:00:00+01:00")) } });

  test("holds visibly until they open, and pings nobody", () => {
    const walk = sentOnSaturday();
    expect(stepOf(walk, "owner")).toMatchObject({ status: "held", until: nextMonday("06:00") });
    expect(stepOf(walk, "security")).toMatchObject({ status: "held", until: nextMonday("08:00") });
  });

  test("goes on by itself then, in the place where its card already stands", () => {
    const resumed = wokenAt(sentOnSaturday(), nextMonday("08:00"));
    expect(stepOf(resumed, "security")).toMatchObject({ status: "open", ball: { since: nextMonday("08:00") } });
    expect(typesSince(sentOnSaturday(), resumed)).toEqual(["StepOpened", "StepOpened"]);
  });
});

describe("a line that is down at three in the night", () => {
  const at = instant("2026-11-24T03:00:00+01:00");
  const minutesOn = (minutes: number) => later(at, minutes * MINUTE_MS);

  test("rings whoever is on call, then the backup, the lead, Ops and the plant manager, by minutes", () => {
    const walk = called(at);
    expect(pings(walk, "repair")).toEqual(["onCall: ole"]);
    expect(hopsOf(until(walk, minutesOn(40)))).toEqual(["5 min karin", "10 min paula piet", "25 min max"]);
  });

  test("rings on round the chain, as long as nobody has it; each round reaches Ops", () => {
    const walk = until(called(at), minutesOn(120));
    expect(hopsOf(walk).slice(3)).toEqual([
      "45 min ole",
      "50 min karin",
      "55 min paula piet",
      "70 min max",
      "90 min ole",
      "95 min karin",
      "100 min paula piet",
      "115 min max",
    ]);
  });

  test("tells whoever comes on call at once, and the ring goes on when it would have", () => {
    // The crew changes at six; Otto has the day.
    const walk = until(called(instant("2026-11-24T05:58:00+01:00")), instant("2026-11-24T06:04:00+01:00"));
    const pinged = walk.events.flatMap((event) =>
      event.type === "StepPinged" && event.step === "repair"
        ? [`${new Date(event.at).toISOString().slice(11, 16)} ${event.ping.people}`]
        : [],
    );
    expect(pinged).toEqual(["05:00 otto", "05:03 karin"]);
  });

  const hopsOf = (walk: Walk) =>
    walk.events.flatMap((event) =>
      event.type === "StepPinged" ? [`${(event.at - at) / MINUTE_MS} min ${event.ping.people.join(" ")}`] : [],
    );

  test("never holds, and tells the shift lead at once", () => {
    const walk = called(saturday("03:00"));
    expect(stepOf(walk, "repair").status).toBe("open");
    expect(stepOf(walk, "running").status).toBe("open");
    expect(walk.events.some(({ type }) => type === "StepHeld")).toBe(false);
  });

  test("is over in three presses: call, on it, running again", () => {
    const onIt = press(called(monday("10:00")), "repair", otto, monday("10:01"), { type: "take" });
    expect(nextWake(onIt.state, onIt.world.plant)).toBe(monday("10:31"));
    const running = press(onIt, "running", lars, monday("10:20"), { type: "confirm", outcome: "works", note: "" });
    expect(running.state).toMatchObject({ status: "closed", outcome: "done" });
  });
});

test("looking again when nothing is due changes nothing, whatever the instant", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 * 24 * 60 }), (minutes) => {
      const walk = until(asked(), later(monday("10:00"), minutes * MINUTE_MS));
      const next = nextWake(walk.state, walk.world.plant);
      const early = later(walk.state.at, 0);
      expect(next === null || next > early).toBe(true);
      expect(typesSince(walk, wokenAt(walk, early))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
