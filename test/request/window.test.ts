import { type EpochMs, HOUR_MS, instant } from "../../src/clock.ts";
import { PersonId } from "../../src/plant/ids.ts";
import { readRequestTypes, sayProblem } from "../../src/workflow/read.ts";
import type { RequestType } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import { hamburg } from "../plant/cast.ts";
import { pressedThrough, sent, then, type Walk, wokenAt } from "../workflow/walk.ts";

const monday = (time: string) => instant(`2026-11-23T${time}:00+01:00`);
const saturday = (time: string) => instant(`2026-11-28T${time}:00+01:00`);
const olga = PersonId.parse("olga");
const otto = PersonId.parse("otto");

/** OT agrees and updates the machine in a window; the line says whether it runs. */
const update = typeOf(`
type: update
name: Update
icon: U
title: Update {machine}
asset: machine
fields:
  - { id: machine, label: Machine, ask: Which machine?, from: requester, kind: asset }
  - { id: from, label: From, ask: From when?, from: requester, kind: instant, required: false }
  - { id: until, label: Until, ask: Until when?, from: requester, kind: instant, required: false }
  - { id: impact, label: Production, ask: How does production stand?, from: requester, kind: choice, required: false,
      options: [{ value: standing, label: standing }] }
stages:
  - steps:
      - id: owner
        kind: approve
        owner: assetOwner
        does: agrees
        clock: { take: 1 h, decide: 8 h }
        sooner: { field: impact, is: standing, clock: { take: 5 min, decide: 15 min } }
  - steps:
      - id: work
        kind: do
        owner: assetOwner
        does: updates it
        clock: { take: 30 min, decide: 4 h }
        window: { from: from, until: until }
`);

/** The network opens something and closes it at its end; its owner looks afterwards. */
const opening = typeOf(`
type: opening
name: Opening
icon: O
title: Open {machine}
asset: machine
endsAt: until
fields:
  - { id: machine, label: Machine, ask: Which machine?, from: requester, kind: asset }
  - { id: until, label: Until, ask: Until when?, from: requester, kind: instant }
stages:
  - steps: [{ id: open, kind: do, owner: network, does: opens it, clock: { take: 1 d } }]
  - steps: [{ id: works, kind: confirm, owner: requester, does: confirms, clock: { take: 1 d } }]
  - { opens: end, steps: [{ id: close, kind: do, owner: network, does: closes it, clock: { take: 1 d } }] }
  - steps: [{ id: look, kind: confirm, owner: assetOwner, does: looks whether it is closed, clock: { take: 1 d } }]
`);

function typeOf(text: string): RequestType {
  const reading = readRequestTypes([{ file: `${/type: (.*)/.exec(text)?.[1]}.yaml`, text }]);
  if (!reading.ok) throw new Error(reading.problems.map(sayProblem).join("\n"));
  const [type] = reading.types.values();
  if (type === undefined) throw new Error("no type");
  return type;
}

function asked(values: Readonly<Record<string, string>> = {}): Walk {
  return sent({ plant: hamburg, type: update, by: olga, at: monday("10:00") }, { machine: "asset:plc-12", ...values });
}

function approved(walk: Walk, at: EpochMs): Walk {
  const ask = stepIn(walk, "owner")?.ask ?? 0;
  const about = { step: update.stages[0]?.steps[0]?.id, ask };
  if (about.step === undefined) throw new Error("no step");
  return then(walk, {
    type: "approve",
    step: about.step,
    ask,
    by: otto,
    at,
    name: "Otto",
    limits: [],
    values: {},
  });
}

function stepIn({ state }: Walk, id: string) {
  return state.status === "open" ? [...state.steps.values()].find((step) => step.id === id) : undefined;
}

const nextSaturday = { from: String(saturday("22:00")), until: String(saturday("23:30")) };

describe("a step with an agreed time", () => {
  test("holds until that time begins, and says so", () => {
    const step = stepIn(approved(asked(nextSaturday), monday("11:00")), "work");
    expect(step).toMatchObject({ status: "held", until: saturday("22:00"), because: "the agreed time begins then" });
  });

  test("is asked for when its time begins, at whatever hour, and is due when it ends", () => {
    const begun = wokenAt(approved(asked(nextSaturday), monday("11:00")), saturday("22:00"));
    expect(stepIn(begun, "work")).toMatchObject({
      status: "open",
      ball: { clocks: { hopAt: saturday("22:30"), remindAt: saturday("23:07") + 30_000, dueAt: saturday("23:30") } },
    });
  });

  test("never rings the plant manager, as a line that stands does", () => {
    let walk = wokenAt(approved(asked(nextSaturday), monday("11:00")), saturday("22:00"));
    for (const time of ["22:30", "23:00", "23:30"]) walk = wokenAt(walk, saturday(time));
    const pinged = walk.events.flatMap((event) => (event.type === "StepPinged" ? event.ping.rank : []));
    expect(pinged).not.toContain("manager");
  });

  test("is measured like any other step when nobody named a time", () => {
    const step = stepIn(approved(asked(), monday("11:00")), "work");
    expect(step).toMatchObject({ status: "open", ball: { clocks: { dueAt: monday("15:00") } } });
  });

  test("cannot be approved once its time is over", () => {
    expect(() => approved(asked(nextSaturday), saturday("23:31"))).toThrow(
      "The time it was to be done (22:00) has passed. Ask Olga Weber for a new one.",
    );
  });

  test("cannot be sent for a time that is over", () => {
    const over = { from: String(monday("07:00")), until: String(monday("09:00")) };
    expect(() => asked(over)).toThrow("The end has passed already.");
  });

  test("cannot be sent for a time that ends before it begins", () => {
    expect(() => asked({ from: nextSaturday.until, until: nextSaturday.from })).toThrow("It ends before it begins.");
  });
});

describe("a step with a sooner clock", () => {
  test("is due sooner when the request was sent with that value", () => {
    expect(stepIn(asked({ impact: "standing" }), "owner")).toMatchObject({
      ball: { clocks: { hopAt: monday("10:05"), dueAt: monday("10:15") } },
    });
  });

  test("is due sooner, or as usual again, once that value was changed", () => {
    const change = (walk: Walk, impact: string, at: EpochMs) =>
      then(walk, { type: "change", values: Values.parse({ impact }), by: olga, at, name: "Olga" });
    const standing = change(asked(), "standing", monday("10:05"));
    expect(stepIn(standing, "owner")).toMatchObject({ ball: { clocks: { dueAt: monday("10:20") } } });
    const usual = change(standing, "", monday("10:10"));
    expect(stepIn(usual, "owner")).toMatchObject({ ball: { clocks: { hopAt: monday("11:10") } } });
  });

  test("is due as usual otherwise", () => {
    expect(stepIn(asked(), "owner")).toMatchObject({ ball: { clocks: { hopAt: monday("11:00") } } });
  });
});

describe("a step after the closing one", () => {
  test("waits for its person, since what it looks at begins with the end", () => {
    const until = String(monday("10:00") + 48 * HOUR_MS);
    const walk = sent(
      { plant: hamburg, type: opening, by: olga, at: monday("10:00") },
      { machine: "asset:plc-12", until },
    );
    const { state } = pressedThrough(walk, opening);
    expect(state).toMatchObject({ status: "closed", outcome: "closedAgain" });
    expect(state.status === "closed" && [...state.steps.values()].at(-1)).toMatchObject({ verdict: { type: "works" } });
  });
});
