import { forOps } from "../../src/card/buttons/opsButtons.ts";
import { SECTIONS } from "../../src/card/digest/digestSections.ts";
import { AccountId } from "../../src/plant/ids.ts";
import { RequestId } from "../../src/request/ids.ts";
import { mustReview } from "../../src/request/rules/currentStage.ts";
import { openNow } from "../../src/request/rules/openNow.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { sent, then, type Walk, wokenUntil } from "../workflow/walk.ts";
import {
  askedLast,
  askedOf,
  changing,
  demo,
  lars,
  monday,
  open,
  otto,
  paula,
  press,
  refusal,
  sina,
  stepOf,
} from "./scene.ts";

const type = typeNamed("break-glass");
const at = (time: string) => monday(time);
const asked = (values: Record<string, string> = {}) => askedOf(type, { until: String(at("13:00")), ...values });
const DONE = { type: "finish", outcome: "done", evidence: "the way in, for Jan", onSite: "", values: {} } as const;
const values = () => ({
  machine: "asset:plc-12",
  opened: "the way in",
  why: "the line stands",
  until: String(at("13:00")),
});
const YES = { type: "approve", limits: [], values: {} } as const;

function opened(): Walk {
  const agreed = press(asked(), "operations", paula, at("10:02"), YES);
  return press(agreed, "open", askedLast(agreed, "open")[0], at("10:05"), DONE);
}

/** Its end has come, and whoever closes it has shown that it is closed. */
function closedAgain(walk: Walk): Walk {
  const ended = wokenUntil(walk, at("13:01"));
  return press(ended, "close", askedLast(ended, "close")[0], at("13:05"), { ...DONE, evidence: "the way in is shut" });
}

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
    expect(refusal(own, { ...YES, step: id, ask, by: lars, at: at("10:01"), name: "Lars" }).code).toMatch(
      /NOT_ALLOWED|OUTDATED/,
    );
    const agreed = press(own, "operations", paula, at("10:02"), YES);
    expect(stepOf(agreed, "lead").status).toBe("settled");
    expect(stepOf(agreed, "open").status).toBe("open");
  });

  test("is open for four hours at most, and only for people of the plant", () => {
    expect(() => asked({ until: String(at("14:01")) })).toThrow("At most 4 hours from now.");
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
