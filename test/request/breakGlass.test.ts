import { decodeAction } from "../../src/card/action.ts";
import { doable } from "../../src/card/buttons/doable.ts";
import { forOps } from "../../src/card/buttons/opsButtons.ts";
import { SECTIONS } from "../../src/card/digest/digestSections.ts";
import { stepLines } from "../../src/card/lines/stepLines.ts";
import { AccountId, TeamId } from "../../src/plant/ids.ts";
import { evolve } from "../../src/request/evolve.ts";
import { RequestId } from "../../src/request/ids.ts";
import { mustReview } from "../../src/request/rules/currentStage.ts";
import { isTheirs } from "../../src/request/rules/mayPress.ts";
import { openNow } from "../../src/request/rules/openNow.ts";
import { wouldReviewOwn } from "../../src/request/rules/tookPart.ts";
import { reviews } from "../../src/workflow/kinds/kinds.ts";
import { StepId } from "../../src/workflow/requestType.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { sent, then, type Walk, wokenUntil } from "../workflow/walk.ts";
import {
  askedLast,
  askedOf,
  changing,
  demo,
  deniz,
  lars,
  mira,
  monday,
  olga,
  open,
  otto,
  paula,
  press,
  refusal,
  sina,
  stepOf,
  typesSince,
} from "./scene.ts";

const type = typeNamed("break-glass");
const at = (time: string) => monday(time);
const asked = (values: Record<string, string> = {}) =>
  askedOf(type, { machine: "asset:plc-12", until: String(at("13:00")), ...values });
const LINE_3 = TeamId.parse("line-3-operators");
const DONE = { type: "finish", outcome: "done", evidence: "the way in, for Jan", onSite: "", values: {} } as const;
const values = () => ({
  machine: "asset:plc-12",
  opened: "the way in",
  why: "the line stands",
  until: String(at("13:00")),
});
const YES = { type: "approve", limits: [], values: {} } as const;

function about(walk: Walk, step: string) {
  const { id, ask } = stepOf(walk, step);
  return { step: id, ask };
}

function opened(): Walk {
  const agreed = press(asked(), "operations", paula, at("10:02"), YES);
  return press(agreed, "open", askedLast(agreed, "open")[0], at("10:05"), DONE);
}

/** Its end has come, and whoever closes it has shown that it is closed. */
function closedAgain(walk: Walk): Walk {
  const ended = wokenUntil(walk, at("13:01"));
  return press(ended, "close", askedLast(ended, "close")[0], at("13:05"), { ...DONE, evidence: "the way in is shut" });
}

describe("who had their hands in what was opened", () => {
  const review = open(opened())
    .rules.stages.flatMap(({ steps }) => steps)
    .find((step) => reviews(step));
  const opener = askedLast(press(asked(), "operations", paula, at("10:02"), YES), "open")[0];
  const isPart = ({ state }: Pick<Walk, "state">) => {
    if (state.status === "unstarted" || state.status === "draft" || review === undefined)
      throw new Error("It was not sent");
    return wouldReviewOwn(state, review, opener);
  };

  test.each(["done", "rolledBack", "failed"] as const)("reviews nothing where it was %s", (outcome) => {
    const agreed = press(asked(), "operations", paula, at("10:02"), YES);
    expect(isPart(agreed)).toBe(false);
    expect(isPart(press(agreed, "open", opener, at("10:05"), { ...DONE, outcome }))).toBe(true);
  });

  test("reviews nothing where it is to be done again", () => {
    const { state } = opened();
    const by = "referee:rules";
    const reopened = { type: "StepReopened", step: StepId.parse("open"), reason: "", by, at: at("10:10") } as const;
    expect(isPart({ state: evolve(state, reopened) })).toBe(true);
  });
});

describe("break glass", () => {
  test("takes a second person, Ops or the shift lead, whoever comes first", () => {
    for (const [step, other, by] of [
      ["lead", "operations", lars],
      ["operations", "lead", paula],
    ] as const) {
      const agreed = press(asked(), step, by, at("10:02"), YES);
      expect(stepOf(agreed, other)).toMatchObject({ status: "settled", verdict: { type: "through", step } });
      expect(stepOf(agreed, "open").status).toBe("open");
    }
  });

  test("says of the step that another's yes settled who gave it", () => {
    const agreed = press(asked(), "operations", paula, at("10:02"), YES);
    const said = stepLines(open(agreed), agreed.world, ({ id }) => id === "lead").map(({ says }) => says);
    expect(said).toEqual(["settled by what Paula Stein answered to another step, Mon 10:02"]);
  });

  test("lets Ops say of each of two reviews whose it is, by whose it was, where a type says the same of both", () => {
    const walk = opened();
    const state = open(walk);
    const stages = state.rules.stages.map((stage) => ({
      ...stage,
      steps: stage.steps.map((step) => (step.kind === "review" ? { ...step, does: "reviews it", veto: false } : step)),
    }));
    const alike = { ...state, rules: { ...state.rules, stages } };
    const { actions, more = [] } = forOps(RequestId.parse("req_000000000001"), alike, walk.world.plant);
    const labels = [...actions, ...more]
      .map(({ label }) => label)
      .filter((label) => label.startsWith("Decide who reviews"));
    expect(labels).toEqual(["Decide who reviews it (OT controls)…", "Decide who reviews it (IT security)…"]);
  });

  test("is asked of the other again when the yes that stood for both is taken back", () => {
    const agreed = press(asked(), "operations", paula, at("10:02"), YES);
    const back = press(agreed, "operations", paula, at("10:03"), { type: "takeBack", reason: "wrong machine" });
    expect(stepOf(back, "lead").status).toBe("open");
    expect(stepOf(back, "operations").status).toBe("open");
    expect(stepOf(back, "open").status).toBe("waiting");
  });

  test("is not for one person alone, also if they lead the shift", () => {
    const own = sent({ plant: demo, type, by: lars, at: at("10:00") }, values());
    const { id, ask } = stepOf(own, "lead");
    expect(refusal(own, { ...YES, step: id, ask, by: lars, at: at("10:01"), name: "Lars" }).code).toBe("OUTDATED");
    const agreed = press(own, "operations", paula, at("10:02"), YES);
    expect(stepOf(agreed, "lead").status).toBe("settled");
    expect(stepOf(agreed, "open").status).toBe("open");
  });

  test("asks Ops for nothing but their own yes where the shift lead asked for it", () => {
    const own = sent({ plant: demo, type, by: lars, at: at("10:00") }, values());
    expect([stepOf(own, "lead").status, stepOf(own, "operations").status]).toEqual(["waiting", "open"]);
    expect(own.events.map((event) => event.type)).not.toContain("StepDisputed");
    expect([...open(own).places.keys()]).not.toContain("ops");
  });

  test("asks whoever else comes to lead the shift while Ops have not answered", () => {
    const own = sent({ plant: demo, type, by: lars, at: at("10:00") }, values());
    const line = [...demo.lines.values()].find(({ id }) => id === "line-3");
    if (line === undefined) throw new Error("There is a line 3");
    const plant = {
      ...demo,
      lines: new Map(demo.lines).set(line.id, { ...line, shiftLeads: { type: "list", people: [mira] } as const }),
    };
    const later = then(
      { ...own, world: { ...own.world, plant } },
      { type: "revisit", by: "referee:rules", at: at("10:05"), name: "Referee" },
    );
    expect(stepOf(later, "lead")).toMatchObject({ status: "open", ball: { pings: [{ people: [mira] }] } });
  });

  test("goes to Ops to be looked at where neither of the two can be asked", () => {
    const plant = { ...demo, ops: { ...demo.ops, leads: [lars], manager: lars } };
    const own = sent({ plant, type, by: lars, at: at("10:00") }, values());
    expect([stepOf(own, "lead").status, stepOf(own, "operations").status]).toEqual(["disputed", "disputed"]);
  });

  test("is agreed to by nobody but Ops or the shift lead, whoever they would pass it to", () => {
    const passed = press(asked(), "lead", lars, at("10:01"), { type: "notMine", whose: LINE_3, reason: "you" });
    expect(stepOf(passed, "lead").status).toBe("disputed");
    expect(stepOf(passed, "operations").status).toBe("open");
    const ruling = { type: "rule", team: LINE_3, reason: "theirs", by: paula, at: at("10:02"), name: "Paula" } as const;
    for (const step of ["lead", "operations"]) {
      const refused = refusal(passed, { ...ruling, ...about(passed, step) });
      expect(refused).toMatchObject({ code: "NOT_ALLOWED" });
      expect(refused.message).toContain("It cannot go to another team");
    }
    const notOps = { ...about(passed, "operations"), by: paula, at: at("10:02"), name: "Paula" } as const;
    expect(refusal(passed, { type: "notMine", whose: LINE_3, reason: "", ...notOps }).code).toBe("NOT_ALLOWED");
    const buttons = doable(RequestId.parse("req_000000000001"), open(passed), demo).map(({ value }) =>
      decodeAction(value),
    );
    expect(buttons.filter(({ verb }) => verb === "rule" || verb === "notMine")).toEqual([]);
    expect(buttons.map(({ verb }) => verb)).toContain("approve");
    const line = SECTIONS.decide.line(RequestId.parse("req_0123456789ab"), open(passed), demo, at("10:06"));
    expect(line?.text).toContain("waits for Ops");
    const agreed = press(passed, "operations", paula, at("10:03"), YES);
    expect([stepOf(agreed, "lead").status, stepOf(agreed, "open").status]).toEqual(["settled", "open"]);
  });

  test("is open for four hours at most, and only for people of the plant", () => {
    expect(() => asked({ until: String(at("14:01")) })).toThrow("It can be open for 4 hours at most.");
    const guest = AccountId.parse("slack:U0GUEST");
    expect(() => sent({ plant: demo, type, by: guest, at: at("10:00") }, values())).toThrow();
  });

  test("goes around nothing that protects people, also not by a fact that is changed later", () => {
    const guard = [...demo.assets.values()].find(({ safety }) => safety !== null);
    if (guard === undefined) throw new Error("The demo plant has something that protects people");
    expect(() => asked({ machine: `asset:${guard.id}` })).toThrow("protects people");
    const walk = asked();
    expect(refusal(walk, changing({ machine: `asset:${guard.id}` }, at("10:01"))).message).toContain("protects people");
  });

  test("is only for what the plant file has: free text and an address may be what protects people", () => {
    const guards = ["text:Safety PLC line 3", "text:PLC-12, the F-PLC", "host:safety-plc-3", "text:E-Stop von Linie 3"];
    for (const machine of guards) expect(() => asked({ machine })).toThrow("protects people. Nobody goes around that");
    for (const machine of ["ip:10.30.3.9", "text:the old press", "asset:plc-12\ntext:the old press"])
      expect(() => asked({ machine })).toThrow("is not in the plant file");
    const refused = refusal(asked(), changing({ machine: "ip:10.30.3.9" }, at("10:01")));
    expect(refused).toMatchObject({ code: "FIELD_INVALID" });
  });

  test("tells those who were not asked as soon as it is open, and leads the digest until they have reviewed it", () => {
    const walk = opened();
    expect(openNow(open(walk))).toMatchObject({ type: "running", until: at("13:00") });
    expect(stepOf(walk, "owner").status).toBe("open");
    expect(stepOf(walk, "security").status).toBe("open");
    expect(mustReview(open(walk))).toBe(true);
    const pastEnd = 4;
    expect(SECTIONS.decide.rank(open(walk))).toBeLessThan(at("10:00") - pastEnd * 1e13);
    const line = SECTIONS.decide.line(RequestId.parse("req_0123456789ab"), open(walk), demo, at("10:06"));
    expect(line?.text).toBe(
      "open until Mon 13:00; opened in an emergency, not reviewed yet by OT controls and IT security",
    );
  });

  test("is said to be reviewed by nobody yet also while both ask back, and past its end whoever closes it is asked first", () => {
    const id = RequestId.parse("req_0123456789ab");
    const lineOf = (walk: Walk, time: string) => SECTIONS.decide.line(id, open(walk), demo, at(time));
    const pressesOf = (walk: Walk, time: string) =>
      (lineOf(walk, time)?.actions ?? []).map((action) =>
        action.type === "press" ? decodeAction(action.value) : null,
      );
    const one = press(opened(), "owner", otto, at("10:06"), { type: "ask", question: "why?" });
    expect(lineOf(one, "10:10")?.text).toContain("not reviewed yet by OT controls and IT security");
    expect(pressesOf(one, "10:10")).toMatchObject([{ verb: "nudge", step: "security" }]);
    const both = press(one, "security", sina, at("10:07"), { type: "ask", question: "why?" });
    expect(lineOf(both, "10:10")?.text).toContain("not reviewed yet by OT controls and IT security");
    expect(pressesOf(both, "10:10")).toMatchObject([{ verb: "nudge", step: "owner" }]);
    expect(typesSince(both, press(both, "owner", paula, at("11:10"), { type: "nudge" }))).toContain("QuestionReminded");
    const ended = wokenUntil(opened(), at("13:30"));
    expect(lineOf(ended, "13:30")?.text).toContain("not reviewed yet by OT controls and IT security");
    expect(pressesOf(ended, "13:30")).toMatchObject([{ verb: "nudge", step: "close" }]);
  });

  test("is over once it was closed again and all have reviewed it, and not before", () => {
    const one = press(opened(), "owner", otto, at("10:30"), { ...DONE, evidence: "justified" });
    const closed = closedAgain(one);
    expect(openNow(open(closed))).toBeNull();
    expect(mustReview(open(closed))).toBe(true);
    const close = { type: "close", reason: "enough", by: paula, at: at("13:20"), name: "Paula" } as const;
    expect(refusal(closed, close).message).toContain("reviewed");
    const both = press(closed, "security", sina, at("13:30"), { ...DONE, evidence: "the rule is gone" });
    expect(both.state).toMatchObject({ status: "closed", outcome: "closedAgain" });
  });

  test("is open longer once whoever agreed does again, and nobody else is asked", () => {
    const longer = { type: "extend", until: at("13:30"), reason: "more", at: at("12:00"), name: "Olga" } as const;
    for (const [by, step, other, who] of [
      [olga, "lead", "operations", lars],
      [olga, "operations", "lead", paula],
      [lars, "operations", "lead", paula],
    ] as const) {
      const sentBy = sent({ plant: demo, type, by, at: at("10:00") }, values());
      const agreed = press(sentBy, step, who, at("10:02"), YES);
      const walk = then(press(agreed, "open", askedLast(agreed, "open")[0], at("10:05"), DONE), { ...longer, by });
      expect(open(walk).steps.has(StepId.parse(`${other}-longer-1`))).toBe(false);
      expect(stepOf(walk, `${step}-longer-1`).status).toBe("open");
      const all = press(walk, `${step}-longer-1`, who, at("12:10"), YES);
      expect(open(all).grant).toMatchObject({ status: "running", until: at("13:30") });
    }
  });

  test("is reviewed by nobody who agreed or opened it, is not asked of them, and is not handed to them", () => {
    const plant = { ...demo, ops: { ...demo.ops, leads: [...demo.ops.leads, sina] } };
    const agreed = press(
      sent({ plant, type, by: olga, at: at("10:00") }, values()),
      "operations",
      sina,
      at("10:02"),
      YES,
    );
    const walk = press(agreed, "open", lars, at("10:05"), DONE);
    const review = stepOf(walk, "security");
    expect(review.status === "open" && review.ball.pings.flatMap(({ people }) => people)).toEqual([deniz]);
    const own = { ...about(walk, "security"), by: sina, at: at("10:11"), name: "Sina" };
    expect(refusal(walk, { ...DONE, ...own }).message).toBe(
      "You agreed to HAM-1 or carried it out, so somebody else reviews it.",
    );
    expect(refusal(walk, { type: "take", ...own }).code).toBe("NOT_ALLOWED");
    expect(isTheirs(walk.state, "holder", about(walk, "security"), own, walk.world)).toBe(false);
    expect(isTheirs(walk.state, "holder", about(walk, "security"), { ...own, by: deniz }, walk.world)).toBe(true);
    expect(refusal(walk, { type: "handOver", to: sina, ...own, by: deniz }).message).toBe(
      "Sina Roth agreed to HAM-1 or carried it out, so somebody else reviews it.",
    );
    const reviewed = press(walk, "security", deniz, at("10:20"), { ...DONE, evidence: "justified" });
    expect(stepOf(reviewed, "security").status).toBe("settled");
  });

  test("goes to Ops where the review was passed to a team of which only who opened it could act", () => {
    const walk = press(press(asked(), "lead", lars, at("10:02"), YES), "open", lars, at("10:05"), DONE);
    const moved = press(walk, "owner", otto, at("10:10"), { type: "notMine", whose: LINE_3, reason: "theirs" });
    expect(stepOf(moved, "owner").status).toBe("disputed");
  });

  test("is reviewed in words, and neither rolled back nor failed", () => {
    const walk = opened();
    const about = {
      step: stepOf(walk, "owner").id,
      ask: stepOf(walk, "owner").ask,
      by: otto,
      at: at("10:30"),
      name: "Otto",
    };
    expect(refusal(walk, { ...DONE, ...about, evidence: "" }).code).toBe("REASON_MISSING");
    expect(refusal(walk, { ...DONE, ...about, outcome: "failed" }).code).toBe("OUTDATED");
  });

  test("may be cut off by those who were not asked", () => {
    const cut = { type: "cutOff", reason: "strange traffic", by: sina, at: at("10:30"), name: "Sina" } as const;
    const walk = then(opened(), cut);
    expect(openNow(open(walk))).toMatchObject({ type: "pastEnd" });
    expect(stepOf(walk, "close").status).toBe("open");
  });
});
