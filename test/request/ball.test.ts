import { nextUp } from "../../src/card/lines/nextUp.ts";
import { PersonId, TeamId } from "../../src/plant/ids.ts";
import { type Walk, wokenUntil } from "../workflow/walk.ts";
import {
  approve,
  asked,
  askedOf,
  called,
  demo,
  deniz,
  friday,
  karin,
  last,
  lineDown,
  max,
  monday,
  ole,
  olga,
  open,
  openPort,
  otto,
  paula,
  piet,
  press,
  pressing,
  refusal,
  sabine,
  sina,
  stepOf,
  tuesday,
  typesSince,
} from "./scene.ts";

const sven = PersonId.parse("sven");
const team = (id: string) => TeamId.parse(id);
const notMine = (whose: string | null, reason = "") =>
  ({ type: "notMine", whose: whose === null ? null : team(whose), reason }) as const;
const ruling = (whose: string) => ({ type: "rule", team: team(whose), reason: "they look after it" }) as const;

/** Ops' place, where the next of every step is said. */
function opsPlace(walk: Walk) {
  const place = [...open(walk).places.values()].find(({ role }) => role.type === "ops");
  if (place === undefined) throw new Error("Ops see it");
  return place;
}

const becauseOf = (walk: Walk, step: string) => {
  const now = stepOf(walk, step);
  return "ball" in now ? now.ball.because : null;
};

describe("a step that is taken", () => {
  const taken = () => press(asked(), "security", sina, monday("10:05"), { type: "take" });

  test("is not taken once more by whoever has it", () => {
    expect(typesSince(taken(), press(taken(), "security", sina, monday("10:06"), { type: "take" }))).toEqual([]);
  });

  test("can be taken over by a colleague", () => {
    const over = press(taken(), "security", deniz, monday("10:06"), { type: "take" });
    expect(stepOf(over, "security")).toMatchObject({ ball: { takenBy: deniz } });
  });
});

describe("not mine", () => {
  test("says why it came, with the words of whoever passed it on, and without where there are none", () => {
    const given = press(asked(), "owner", otto, monday("10:10"), notMine("ot-scada", "it is their gateway"));
    expect(becauseOf(given, "owner")).toBe("OT controls passed it on: “it is their gateway”");
    expect(becauseOf(press(asked(), "owner", otto, monday("10:10"), notMine("ot-scada")), "owner")).toBe(
      "OT controls passed it on",
    );
  });

  test("does not name the team that has it", () => {
    expect(refusal(asked(), pressing(asked(), "owner", otto, monday("10:10"), notMine("ot-controls")))).toEqual({
      code: "FIELD_INVALID",
      message: "It is with OT controls already. Name another team, or none.",
    });
  });

  test("names none of a vendor's teams, and none that the plant does not have", () => {
    for (const whose of ["packtec", "night-shift"])
      expect(refusal(asked(), pressing(asked(), "owner", otto, monday("10:10"), notMine(whose)))).toEqual({
        code: "NOT_ALLOWED",
        message: "Name one of the plant's own teams.",
      });
  });

  test("tells Ops in one sentence whose it is not, and why", () => {
    const unowned = press(asked(), "owner", otto, monday("10:10"), notMine(null, "never seen it"));
    expect(stepOf(unowned, "owner")).toMatchObject({ reason: "OT controls: not ours, “never seen it”" });
    const bare = press(asked(), "owner", otto, monday("10:10"), notMine(null));
    expect(stepOf(bare, "owner")).toMatchObject({ reason: "OT controls: not ours" });
    expect(last(bare, "StepDisputed").by).toBe(otto);
  });

  test("that names a team nobody knows any more is told with what was named", () => {
    const walk = press(asked(), "security", sina, monday("10:10"), notMine("night-shift"));
    expect(stepOf(walk, "security")).toMatchObject({ reason: "IT security: not ours; they named night-shift" });
  });
});

describe("of a line that stands, not mine", () => {
  const down = () => called(monday("10:00"));
  const withOps = () => press(down(), "repair", otto, monday("10:05"), notMine(null));

  test("rings Ops, and waits for no ruling", () => {
    expect(stepOf(withOps(), "repair")).toMatchObject({
      status: "open",
      ball: { party: { type: "ops" }, because: "OT controls: not ours" },
    });
  });

  test("said by Ops must name a team", () => {
    expect(refusal(withOps(), pressing(withOps(), "repair", paula, monday("10:10"), notMine(null)))).toEqual({
      code: "FIELD_INVALID",
      message: "It is with Ops already. Name the team that it should go to.",
    });
  });

  test("is passed on by Ops as often as it takes", () => {
    const back = press(withOps(), "repair", paula, monday("10:10"), notMine("ot-scada"));
    expect(stepOf(back, "repair")).toMatchObject({ moves: 2, ball: { party: { team: "ot-scada" } } });
  });

  test("said by a second team rings Ops, whoever it names", () => {
    const second = press(down(), "repair", otto, monday("10:05"), notMine("ot-scada"));
    const walk = press(second, "repair", sven, monday("10:10"), notMine("it-servers"));
    expect(stepOf(walk, "repair")).toMatchObject({
      ball: { party: { type: "ops" }, because: "OT SCADA: not ours; they named IT servers" },
    });
  });
});

describe("a step handed to a colleague", () => {
  const toOle = { type: "handOver", to: ole } as const;

  test("stands where they read it too", () => {
    const walk = press(asked(), "security", sina, monday("10:10"), { type: "handOver", to: deniz });
    expect(last(walk, "StepHandedOver")).toMatchObject({ to: deniz, by: sina });
  });

  test("is refused in words that say why they cannot have it", () => {
    const own = asked({ by: ole });
    expect(refusal(own, pressing(own, "owner", otto, monday("10:10"), toOle)).message).toBe(
      "Ole Petersen asked for this, so somebody else decides it.",
    );
    const toDeniz = { type: "handOver", to: deniz } as const;
    expect(refusal(asked(), pressing(asked(), "owner", otto, monday("10:10"), toDeniz)).message).toMatch(
      /^Deniz Kaya does not act for OT controls\. Use .Not mine. to name another team\.$/,
    );
  });

  test("is refused for who is away, until when", () => {
    const absences = [{ person: ole, from: monday("08:00"), to: friday("06:00") }];
    const walk = { ...asked(), world: { ...asked().world, plant: { ...demo, absences } } };
    expect(refusal(walk, pressing(walk, "owner", otto, monday("10:10"), toOle))).toMatchObject({
      code: "NOT_ALLOWED",
      message: "Ole Petersen is away until Fri 06:00. Choose somebody who is there.",
    });
  });

  test("may go to whoever called for a line that stands: there is nothing to decide", () => {
    const walk = askedOf(lineDown, { place: "asset:plc-12" });
    const byOle = { ...walk, state: { ...open(walk), asked: { ...open(walk).asked, requester: ole } } };
    expect(stepOf(press(byOle, "repair", otto, monday("10:05"), toOle), "repair")).toMatchObject({
      ball: { pings: [{}, { rank: "named", people: [ole] }] },
    });
  });
});

describe("a ruling by Ops", () => {
  const safety = () => asked({ values: { destination: "asset:safety-plc-3" } });
  const disputed = () => press(asked(), "security", sina, monday("10:10"), notMine("it-servers"));

  test("finds the right team among security's own, once they said that it was not theirs", () => {
    const walk = press(disputed(), "security", paula, monday("11:00"), ruling("it-security"));
    expect(stepOf(walk, "security")).toMatchObject({ status: "open", ball: { party: { team: "it-security" } } });
  });

  test("takes security from nobody who has it, though it would stay on their side", () => {
    const walk = asked();
    expect(refusal(walk, pressing(walk, "security", paula, monday("11:00"), ruling("it-security"))).code).toBe(
      "NOT_ALLOWED",
    );
  });

  test("gives security's step to no other side, though it is disputed", () => {
    expect(refusal(disputed(), pressing(disputed(), "security", paula, monday("11:00"), ruling("it-servers")))).toEqual(
      { code: "NOT_ALLOWED", message: "A ruling decides ownership, never around security or safety." },
    );
  });

  test("is made by no one of Ops on what they asked for themselves, and by another of them all the same", () => {
    const own = press(asked({ by: paula }), "owner", otto, monday("10:10"), notMine(null));
    expect(refusal(own, pressing(own, "owner", paula, monday("11:00"), ruling("ot-scada"))).code).toBe("OWN_REQUEST");
    const ruled = press(own, "owner", piet, monday("11:00"), ruling("ot-scada"));
    expect(stepOf(ruled, "owner")).toMatchObject({ ball: { party: { team: "ot-scada" } } });
  });

  test("is remembered for the machine only where the step is its owner's", () => {
    const walk = press(safety(), "safety", sabine, monday("10:10"), notMine(null));
    const ruled = press(walk, "safety", paula, monday("11:00"), ruling("safety"));
    expect(last(ruled, "OwnerRuled")).toMatchObject({ team: "safety", asset: null, also: [] });
  });

  test("says by the words that are missing what Ops are to write", () => {
    const walk = press(asked(), "owner", otto, monday("10:10"), notMine(null));
    const empty = { ...ruling("ot-scada"), reason: " " };
    expect(refusal(walk, pressing(walk, "owner", paula, monday("11:00"), empty))).toEqual({
      code: "REASON_MISSING",
      message: "Write the reason for the ruling; a few words are enough.",
    });
  });

  test("comes too late for a step that was answered meanwhile, and for one that changed", () => {
    const late = approve(asked(), "owner", otto, monday("10:30"));
    expect(refusal(late, pressing(late, "owner", paula, monday("11:00"), ruling("ot-scada")))).toMatchObject({
      code: "OUTDATED",
      message: expect.stringContaining("Otto Brandt already answered this for HAM-1"),
    });
    const before = press(asked(), "owner", otto, monday("10:10"), notMine(null));
    const old = pressing(before, "owner", paula, monday("11:00"), ruling("ot-scada"));
    const after = press(before, "owner", paula, monday("10:30"), ruling("ot-scada"));
    expect(refusal(after, old).code).toBe("OUTDATED");
  });

  test("is about a step that there is", () => {
    const nowhere = { ...pressing(asked(), "owner", paula, monday("11:00"), ruling("ot-scada")) };
    const unknown = openPort.stages.flatMap(({ steps }) => steps).find(({ owner }) => owner === "network");
    if (unknown === undefined) throw new Error("the type has no step of the network");
    expect(refusal(asked(), { ...nowhere, step: unknown.id }).code).toBe("OUTDATED");
  });
});

describe("asking once more", () => {
  const nudge = { type: "nudge" } as const;
  const nudged = (walk: Walk, step: string, time: string, by = paula) => press(walk, step, by, monday(time), nudge);

  test("reaches whoever was asked last, or has it", () => {
    expect(last(nudged(asked(), "security", "10:15"), "StepNudged").people).toEqual([sina]);
    const over = press(asked(), "security", deniz, monday("10:05"), { type: "take" });
    expect(last(nudged(over, "security", "10:20"), "StepNudged").people).toEqual([deniz]);
  });

  test("gives them a little time first, a quarter of an hour, and then asks by itself", () => {
    const walk = nudged(asked(), "security", "10:05");
    expect(last(walk, "NudgeAsked")).toMatchObject({ due: monday("10:15"), by: paula });
    expect(typesSince(walk, wokenUntil(walk, monday("10:15")))).not.toContain("StepNudged");
    expect(last(wokenUntil(walk, monday("10:16")), "StepNudged")).toMatchObject({
      people: [sina],
      at: monday("10:15"),
    });
  });

  test("is asked for once, however often it is pressed", () => {
    const later = nudged(asked(), "security", "10:05");
    expect(typesSince(later, nudged(later, "security", "10:06"))).toEqual([]);
    const done = nudged(asked(), "security", "10:20");
    expect(typesSince(done, nudged(done, "security", "10:21"))).toEqual([]);
  });

  test("is moot once somebody else was asked, or it was answered", () => {
    const later = nudged(asked(), "security", "10:05");
    const handed = press(later, "security", deniz, monday("10:06"), { type: "handOver", to: sina });
    expect(typesSince(handed, wokenUntil(handed, monday("10:30")))).not.toContain("StepNudged");
    const answered = approve(later, "security", sina, monday("10:07"));
    expect(typesSince(answered, wokenUntil(answered, monday("10:30")))).not.toContain("StepNudged");
  });

  test("comes when it was promised, though others were rung to watch meanwhile", () => {
    const promised = nudged(wokenUntil(called(monday("10:00")), monday("10:14")), "repair", "10:14");
    expect(last(promised, "NudgeAsked").due).toBe(monday("10:25"));
    const rung = wokenUntil(promised, monday("10:20"));
    expect(last(rung, "StepPinged").ping.rank).toBe("ops");
    const [said] = nextUp(open(rung), opsPlace(rung), rung.world);
    expect(JSON.stringify(said)).toContain("Karin is asked Mon 10:25");
    const asked = last(wokenUntil(promised, monday("10:26")), "StepNudged");
    expect(asked).toMatchObject({ at: monday("10:25"), people: [karin] });
  });

  test("is moot once the next in the chain was asked", () => {
    const promised = nudged(wokenUntil(called(monday("10:00")), monday("10:04")), "repair", "10:04");
    expect(last(promised, "NudgeAsked").due).toBe(monday("10:15"));
    const asked = wokenUntil(promised, monday("10:26"));
    expect(asked.events.map(({ type }) => type)).not.toContain("StepNudged");
  });

  test("is moot once whoever has it asks a question: its answer asks them", () => {
    const waiting = nudged(asked(), "security", "10:05");
    const question = press(waiting, "security", sina, monday("10:06"), { type: "ask", question: "Which host?" });
    const answered = press(question, "security", olga, monday("10:40"), { type: "answer", answer: "The historian" });
    expect(typesSince(answered, wokenUntil(answered, monday("10:42")))).not.toContain("StepNudged");
  });

  test("is for Ops to do", () => {
    expect(refusal(asked(), pressing(asked(), "security", olga, monday("10:20"), nudge)).code).toBe("NOT_ALLOWED");
  });

  test("waits for the hours of whoever is asked, but never while a line stands", () => {
    const evening = nudged(wokenUntil(asked(), monday("18:30")), "security", "18:30");
    expect(last(evening, "NudgeAsked").due).toBe(tuesday("08:00"));
    expect(last(wokenUntil(evening, tuesday("08:01")), "StepNudged").at).toBe(tuesday("08:00"));
    const down = called(monday("20:00"));
    expect(last(nudged(down, "repair", "20:20"), "StepNudged").people).toEqual([ole]);
  });

  test("does not ask those who were rung to watch", () => {
    const rung = wokenUntil(called(monday("10:00")), monday("10:40"));
    const step = stepOf(rung, "repair");
    if (!("ball" in step)) throw new Error("nobody has it");
    expect(step.ball.pings.map(({ rank }) => rank)).toEqual(expect.arrayContaining(["ops", "manager"]));
    const asked = last(nudged(rung, "repair", "10:58", piet), "StepNudged").people;
    expect(asked).not.toContain(paula);
    expect(asked).not.toContain(max);
    expect(asked).not.toHaveLength(0);
  });

  test("reaches Ops where the step is theirs", () => {
    const withOps = press(called(monday("10:00")), "repair", otto, monday("10:05"), notMine(null));
    expect(last(nudged(withOps, "repair", "10:30"), "StepNudged").people).toContain(paula);
  });
});
