import { DAY_MS, type EpochMs, later, MINUTE_MS } from "../../src/clock.ts";
import { AccountId, PersonId, TeamId } from "../../src/plant/ids.ts";
import { evolve } from "../../src/request/evolve.ts";
import { OPS_PLACE, PlaceName } from "../../src/request/place.ts";
import { UNSTARTED } from "../../src/request/state.ts";
import { contradictionsIn } from "../../src/workflow/check.ts";
import type { StepKind } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { then, valuesFrom, type Walk, wokenAt, wokenUntil } from "../workflow/walk.ts";
import {
  asked,
  askedOf,
  demo,
  FACTS,
  friday,
  monday,
  ole,
  open,
  openPort,
  otto,
  press,
  pressing,
  refusal,
  sina,
  stepOf,
  tuesday,
  typesSince,
} from "./scene.ts";

const sven = PersonId.parse("sven");
const lost = (walk: Walk, place: string) =>
  then(walk, {
    type: "placeUnreachable",
    place: PlaceName.parse(place),
    why: "not_in_channel",
    by: "referee:lanes",
    name: "Referee",
    at: monday("10:05"),
  });

test("security is asked of no other team because somebody named one: Ops rule, and only on security", () => {
  const notMine = { type: "notMine", whose: TeamId.parse("ot-scada"), reason: "" } as const;
  const walk = press(asked(), "security", sina, monday("10:10"), notMine);
  expect(stepOf(walk, "security")).toMatchObject({
    status: "disputed",
    reason: "IT security: not ours; they named OT SCADA",
  });
});

describe("a step is handed to those who stand in for its team", () => {
  const toSven = { type: "handOver", to: sven } as const;

  test("not before the chain has come to them", () => {
    expect(refusal(asked(), pressing(asked(), "owner", otto, monday("10:10"), toSven))).toMatchObject({
      code: "NOT_ALLOWED",
      message: expect.stringContaining("does not act for OT controls"),
    });
  });

  test("once they were asked too, and then they decide", () => {
    const handed = press(wokenUntil(asked(), monday("16:00")), "owner", otto, monday("16:01"), toSven);
    const yes = { type: "approve", limits: [], values: Values.parse(FACTS.owner) } as const;
    expect(stepOf(press(handed, "owner", sven, monday("16:05"), yes), "owner").status).toBe("settled");
  });
});

describe("a limit of an approval", () => {
  const until = (time: string) =>
    ({
      type: "approve",
      limits: [{ text: "", until: monday(time) }],
      values: Values.parse(FACTS.owner),
    }) as const;

  test.each(["10:29", "10:30"])("cannot end at %s when it is given at 10:30", (time) => {
    expect(refusal(asked(), pressing(asked(), "owner", otto, monday("10:30"), until(time)))).toMatchObject({
      code: "FIELD_INVALID",
      message: "A limit cannot end in the past.",
    });
  });

  test("cannot end before what it limits was to begin, where a time was agreed", () => {
    const walk = askedOf(typeNamed("remote-access"), { from: String(friday("08:00")), until: String(friday("18:00")) });
    const limited = (until: EpochMs) =>
      ({
        type: "approve",
        limits: [{ text: "", until }],
        values: valuesFrom(open(walk).rules, stepOf(walk, "owner").id, monday("10:00")),
      }) as const;
    for (const until of [tuesday("12:00"), friday("08:00")])
      expect(refusal(walk, pressing(walk, "owner", otto, monday("10:30"), limited(until)))).toMatchObject({
        code: "FIELD_INVALID",
        message: "It is to begin Fri 08:00: name an end after that, or deny it.",
      });
    const yes = press(walk, "owner", otto, monday("10:30"), limited(friday("08:01")));
    expect(open(yes).limits).toEqual([{ text: "", until: friday("08:01") }]);
  });

  test("can end a minute later, and is what counts then", () => {
    const walk = press(asked(), "owner", otto, monday("10:30"), until("10:31"));
    expect(open(walk).limits).toEqual([{ text: "", until: monday("10:31") }]);
  });
});

describe("somebody who has a step and can no longer be reached", () => {
  const unreached = (walk: Walk) => lost(lost(walk, "security"), "security-direct");

  test("keeps it: nobody is asked over their head, and Ops hear of it", () => {
    const taken = press(asked(), "security", sina, monday("10:03"), { type: "take" });
    expect(typesSince(taken, unreached(taken))).not.toContain("StepPinged");
    expect(open(unreached(taken)).places.get(OPS_PLACE)?.left).toBe(false);
  });

  test("is passed over at once where they had not taken it", () => {
    expect(typesSince(asked(), unreached(asked()))).toContain("StepPinged");
  });

  test("is not passed over because an older card of it is in a channel that is gone, while the newer one is read", () => {
    const walk = asked();
    const own = demo.people.get(ole);
    if (own === undefined) throw new Error("nobody to hand it to");
    const people = new Map(demo.people).set(ole, { ...own, accounts: [AccountId.parse("office:ole")] });
    const elsewhere = { ...walk, world: { ...walk.world, plant: { ...demo, people } } };
    const handed = press(elsewhere, "owner", otto, monday("10:03"), { type: "handOver", to: ole });
    const cards = [...open(handed).places.values()].flatMap(({ name, role, left }) =>
      role.type === "step" && role.step === "owner" && !left ? [name] : [],
    );
    expect(cards).toEqual(["owner", "owner-direct"]);
    expect(typesSince(handed, lost(handed, "owner"))).not.toContain("StepPinged");
    expect(typesSince(handed, lost(handed, "owner-direct"))).toContain("StepPinged");
  });

  test("keeps what has come back to them from the wait for an answer", () => {
    const taken = press(asked(), "security", sina, monday("10:03"), { type: "take" });
    const asking = press(taken, "security", sina, monday("10:04"), { type: "ask", question: "Which registers?" });
    expect(typesSince(asking, unreached(asking))).not.toContain("StepPinged");
  });
});

test("a draft that nobody sends is there for a day, to the minute, and then put away", () => {
  const { world, events } = asked();
  const [first] = events;
  if (first === undefined) throw new Error("Nothing was asked");
  const started: Walk = { world, events: [first], state: evolve(UNSTARTED, first) };
  const dayLater = later(monday("10:00"), DAY_MS);
  expect(wokenAt(started, later(dayLater, -MINUTE_MS)).state).toMatchObject({ status: "draft", discarded: null });
  expect(wokenAt(started, dayLater).state).toMatchObject({ discarded: "age" });
});

test("what was opened is closed by doing it, never by a yes", () => {
  const kind: StepKind = "confirm";
  const closing = openPort.stages.map((stage) =>
    stage.opens === "end" ? { ...stage, steps: stage.steps.map((step) => ({ ...step, kind })) } : stage,
  );
  expect(contradictionsIn({ ...openPort, stages: closing })).toContainEqual(
    expect.objectContaining({ what: "what was opened is closed by doing it" }),
  );
});
