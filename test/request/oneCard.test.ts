import { decodeAction } from "../../src/card/action.ts";
import { buttonsFor } from "../../src/card/buttons/buttons.ts";
import { formOf } from "../../src/card/verbs/verbs.ts";
import { HOUR_MS, later } from "../../src/clock.ts";
import { PersonId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import type { CommandOf } from "../../src/request/commands.ts";
import { RequestId } from "../../src/request/ids.ts";
import { RequestType, type StepClock, StepId } from "../../src/workflow/requestType.ts";
import { type Values, withValues } from "../../src/workflow/value.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { pressedThrough, sent, then, valuesFrom, type Walk, wokenAt } from "../workflow/walk.ts";
import { demo, leadToo, monday, ole, olga, open, otto, press, refusal, sina, since, stepOf } from "./scene.ts";

const request = RequestId.parse("req_0123456789ab");
const restart = typeNamed("restart");
const id = (step: string) => StepId.parse(step);
const DEFAULT = { by: otto, time: "10:05" };

function asked(type: RequestType = restart, plant: Plant = leadToo(), by = olga): Walk {
  const at = monday("10:00");
  return sent({ plant, type, by, at }, { ...valuesFrom(type, "requester", at), destination: "asset:plc-12" });
}

const facts = (type: RequestType = restart): Values =>
  withValues(valuesFrom(type, id("owner"), monday("10:00")), valuesFrom(type, id("line"), monday("10:00")));

function bothOf(walk: Walk, { by, time } = DEFAULT, values = facts()): CommandOf<"both"> {
  const about = (step: string) => ({ step: id(step), ask: stepOf(walk, step).ask });
  return { type: "both", ...about("owner"), also: about("line"), values, by, at: monday(time), name: by };
}

function cards(walk: Walk): readonly string[] {
  return [...open(walk).places.values()].flatMap(({ name, role, left, onCardOf }) =>
    role.type === "step" && !left && onCardOf === undefined ? [name] : [],
  );
}

function placeOf(walk: Walk, step: string) {
  const { place } = stepOf(walk, step);
  const found = place === null ? undefined : open(walk).places.get(place);
  if (found === undefined) throw new Error(`${step} stands nowhere`);
  return found;
}

/** The buttons of the card of a step, by verb. */
function verbsAt(walk: Walk, name: string): readonly string[] {
  const place = [...open(walk).places.values()].find((each) => each.name === name);
  if (place === undefined) throw new Error(`There is no place ${name}`);
  const { actions, more } = buttonsFor(request, open(walk), place, walk.world.plant);
  return [...actions, ...more].flatMap((action) => (action.type === "press" ? [decodeAction(action.value).verb] : []));
}

const approvals = (before: Walk, after: Walk) =>
  since(before, after).flatMap((event) => (event.type === "StepApproved" ? [[event.step, event.by]] : []));

describe("two steps of one person", () => {
  test("stand on one card, with one button for both", () => {
    const walk = asked();
    expect(cards(walk)).toEqual(["owner"]);
    expect(verbsAt(walk, "owner").slice(0, 3)).toEqual(["both", "limits", "deny"]);
    expect([stepOf(walk, "owner").status, stepOf(walk, "line").status]).toEqual(["open", "open"]);
  });

  test("are two decisions of one press, each with its own facts", () => {
    const walk = asked();
    const after = then(walk, bothOf(walk));
    expect(approvals(walk, after)).toEqual([
      ["owner", otto],
      ["line", otto],
    ]);
    const given = since(walk, after).flatMap((event) =>
      event.type === "FactsGiven" ? [[event.step, Object.keys(event.values)]] : [],
    );
    expect(given).toEqual([
      ["owner", ["depends", "saved"]],
      ["line", ["state", "stands"]],
    ]);
    expect(stepOf(after, "restart").status).toBe("held");
  });

  test("ask in one form for what both need", () => {
    const walk = asked();
    const place = placeOf(walk, "owner");
    const [first] = buttonsFor(request, open(walk), place, walk.world.plant).actions;
    if (first?.type !== "press") throw new Error("There is no button");
    const form = formOf(decodeAction(first.value), walk.state, walk.world, walk.state.at);
    expect(form?.inputs.map((input) => input.id)).toEqual(["depends", "saved", "state", "stands"]);
  });

  test("are given once, however often the press comes", () => {
    const walk = asked();
    const after = then(walk, bothOf(walk));
    expect(then(after, bothOf(walk)).events).toHaveLength(after.events.length);
    expect(then(after, { ...bothOf(walk), at: monday("11:00") }).events).toHaveLength(after.events.length);
  });

  test("are both left as they are where one cannot be given any more", () => {
    const walk = asked();
    const line = press(walk, "line", otto, monday("10:02"), { type: "ask", question: "Which one?" });
    expect(refusal(line, bothOf(walk)).code).toBe("OUTDATED");
    const without = valuesFrom(restart, id("owner"), monday("10:00"));
    expect(refusal(walk, bothOf(walk, DEFAULT, without)).code).toBe("FIELD_MISSING");
    expect(refusal(walk, bothOf(walk, { by: sina, time: "10:05" }))).toMatchObject({ code: "NOT_YOUR_BALL" });
  });

  test("are taken with one press", () => {
    const walk = press(asked(), "owner", otto, monday("10:02"), { type: "take" });
    expect([stepOf(walk, "owner"), stepOf(walk, "line")]).toEqual([
      expect.objectContaining({ ball: expect.objectContaining({ takenBy: otto }) }),
      expect.objectContaining({ ball: expect.objectContaining({ takenBy: otto }) }),
    ]);
    expect(cards(walk)).toEqual(["owner"]);
  });

  test("are not both taken by a colleague who has only one of them", () => {
    const shiftLeads = { type: "list", people: [otto] } as const;
    const lines = new Map([...demo.lines].map(([key, line]) => [key, { ...line, shiftLeads }] as const));
    const walk = press(asked(restart, { ...demo, lines }), "owner", ole, monday("10:02"), { type: "take" });
    expect(stepOf(walk, "owner")).toMatchObject({ ball: { takenBy: ole } });
    expect(stepOf(walk, "line")).toMatchObject({ ball: { takenBy: null } });
    expect(verbsAt(walk, stepOf(walk, "line").place ?? "")[0]).toBe("approve");
  });

  test("may be answered one by one: the other then gets a card of its own", () => {
    const values = valuesFrom(restart, id("owner"), monday("10:00"));
    const walk = press(asked(), "owner", otto, monday("10:05"), { type: "approve", limits: [], values });
    expect(cards(walk)).toEqual(["owner", "line-again-2"]);
    expect(verbsAt(walk, "line-again-2")[0]).toBe("approve");
    const done = press(walk, "line", otto, monday("10:06"), {
      type: "approve",
      limits: [],
      values: valuesFrom(restart, id("line"), monday("10:00")),
    });
    expect(stepOf(done, "restart").status).toBe("held");
  });

  test("go apart once somebody else is asked for one of them", () => {
    const walk = press(asked(), "owner", otto, monday("10:05"), { type: "handOver", to: ole });
    expect(cards(walk)).toEqual(["owner", "line-again-2"]);
    expect(verbsAt(walk, "owner")).not.toContain("both");
  });

  test("are each chased where nobody takes them", () => {
    const walk = wokenAt(wokenAt(asked(), monday("10:10")), monday("10:10"));
    const pinged = walk.events.flatMap((event) => (event.type === "StepPinged" ? [event.step] : []));
    expect(new Set(pinged)).toEqual(new Set(["owner", "line"]));
    expect(cards(walk).length).toBeGreaterThan(0);
    for (const step of ["owner", "line"]) expect(placeOf(walk, step)).toMatchObject({ left: false });
  });

  test("come to their end as two people's do", () => {
    const walk = asked();
    expect(pressedThrough(then(walk, bothOf(walk)), restart).state).toMatchObject({
      status: "closed",
      outcome: "done",
    });
  });
});

describe("two people stay two", () => {
  const withSteps = (change: (step: RequestType["stages"][number]["steps"][number]) => object, of = restart) =>
    RequestType.parse({
      ...of,
      stages: of.stages.map(({ opens, steps }) => ({
        opens,
        steps: steps.map((step) => ({ ...step, ...change(step) })),
      })),
    });

  test("where the type does not say that one may answer both", () => {
    const type = withSteps(() => ({ together: [] }));
    const walk = asked(type);
    expect(cards(walk)).toEqual(["owner", "line"]);
    expect(refusal(walk, bothOf(walk)).code).toBe("OUTDATED");
    const values = valuesFrom(type, id("owner"), monday("10:00"));
    const first = press(walk, "owner", otto, monday("10:05"), { type: "approve", limits: [], values });
    const second = {
      ...bothOf(first),
      type: "approve",
      limits: [],
      step: id("line"),
      ask: stepOf(first, "line").ask,
    } as const;
    expect(refusal(first, { ...second, values: valuesFrom(type, id("line"), monday("10:00")) }).code).toBe(
      "NOT_ALLOWED",
    );
  });

  test.each(["veto", "emergency"])("where there is a %s, whatever the type says", (what) => {
    const type =
      what === "veto" ? withSteps(({ id: step }) => ({ veto: step === "line" })) : { ...restart, emergency: true };
    const walk = asked(type);
    expect(cards(walk)).toEqual(["owner", "line"]);
    expect(refusal(walk, bothOf(walk)).code).toBe("OUTDATED");
  });

  test("where another clock runs for one of them", () => {
    const slow: StepClock | undefined = typeNamed("open-port").stages[0]?.steps[0]?.clock;
    const walk = asked(withSteps((step) => (step.id === "line" ? { clock: slow, sooner: null } : {})));
    expect(cards(walk)).toEqual(["owner", "line"]);
  });

  test("where two people are asked, as everywhere else", () => {
    expect(cards(asked(restart, demo))).toEqual(["owner", "line"]);
  });

  test("never with whoever asked: nobody answers their own, with one press or two", () => {
    const walk = asked(restart, leadToo(), otto);
    expect(refusal(walk, bothOf(walk)).code).toBe("OWN_REQUEST");
  });
});

test("what two people of one plant confirm, one who has both confirms with one press", () => {
  const type = typeNamed("network-change");
  const walk = pressedThrough(asked(type), type, "tried");
  expect(verbsAt(walk, stepOf(walk, "tried").place ?? "")[0]).toBe("both");
  const step = stepOf(walk, "tried");
  const by =
    step.status === "open" ? (step.ball.pings.at(-1)?.people[0] ?? PersonId.parse("nobody")) : PersonId.parse("nobody");
  const about = (name: string) => ({ step: id(name), ask: stepOf(walk, name).ask });
  const press = {
    type: "both",
    ...about("tried"),
    also: about("running"),
    values: {},
    by,
    at: walk.state.at,
    name: by,
  } as const;
  const after = then(walk, press);
  expect(after.state).toMatchObject({ status: "closed", outcome: "done" });
  expect(since(walk, after).flatMap((event) => (event.type === "StepConfirmed" ? [event.step] : []))).toEqual([
    "tried",
    "running",
  ]);
});

test("a later end of what one person answered twice is answered by them twice, too", () => {
  const port = typeNamed("remote-access");
  const type = RequestType.parse({
    ...port,
    stages: port.stages.map(({ opens, steps }, index) => ({
      opens,
      steps: steps.map((step) => ({
        ...step,
        ...(index === 0 ? { veto: false, agreed: null, owner: "assetOwner" } : {}),
        ...(step.id === "owner" ? { together: ["security"] } : {}),
      })),
    })),
  });
  const at = monday("10:00");
  const facts = { ...valuesFrom(type, "requester", at), machine: "asset:plc-12" };
  const begun = pressedThrough(sent({ plant: demo, type, by: olga, at }, facts), type, "watch");
  const { grant } = open(begun);
  if (grant.status !== "running") throw new Error("It is open");
  const until = later(grant.until, HOUR_MS);
  const now = later(begun.state.at, 1);
  const asks = then(begun, { type: "extend", until, reason: "not done yet", by: olga, name: "Olga", at: now });
  const longer = (step: string) => ({ step: id(`${step}-longer-1`), ask: stepOf(asks, `${step}-longer-1`).ask });
  const given = then(asks, {
    ...{ type: "both", ...longer("owner"), also: longer("security"), values: {}, by: otto, name: "Otto" },
    at: later(now, 1),
  });
  expect(open(given).grant).toMatchObject({ status: "running", until });
});
