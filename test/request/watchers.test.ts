import type { RequestType } from "../../src/workflow/requestType.ts";
import { sent, type Walk, wokenUntil } from "../workflow/walk.ts";
import { demo, monday, olga, openPort, paula, press, pressing, refusal, sina, stepOf, tuesday } from "./scene.ts";

const FACTS = { destination: "asset:plc-12", until: String(tuesday("18:00")), why: "counters", port: "502/tcp" };

/** A file of before that was refused: approvals whose clock always runs, so that Ops are rung in the end. */
const always: RequestType = {
  ...openPort,
  stages: openPort.stages.map((stage) => ({
    ...stage,
    steps: stage.steps.map((step) => ({ ...step, clock: { ...step.clock, always: true } })),
  })),
};
const asked = (by = olga): Walk => sent({ plant: demo, type: always, by, at: monday("10:00") }, FACTS);

describe("Ops, rung for an approval that nobody took", () => {
  const rung = () => wokenUntil(asked(), monday("23:00"));

  test("read of it, and have no vote: nor does the plant manager", () => {
    const walk = rung();
    expect(stepOf(walk, "security")).toMatchObject({
      ball: { pings: expect.arrayContaining([expect.objectContaining({ rank: "ops" })]) },
    });
    for (const by of [paula, demo.ops.manager])
      for (const step of ["owner", "security"]) {
        const yes = pressing(walk, step, by, monday("23:10"), { type: "approve", limits: [], values: {} });
        expect(refusal(walk, yes).code).toBe("NOT_YOUR_BALL");
        expect(refusal(walk, pressing(walk, step, by, monday("23:10"), { type: "take" })).code).toBe("NOT_YOUR_BALL");
      }
  });

  test("do not become its owner when security says that it is not theirs: they are asked whose it is", () => {
    const walk = press(asked(), "security", sina, monday("10:10"), { type: "notMine", whose: null, reason: "" });
    expect(stepOf(walk, "security").status).toBe("disputed");
  });
});

describe("who answers", () => {
  test("is never chosen by an Ops lead for a request of their own", () => {
    const walk = asked(paula);
    const [team] = [...demo.teams.keys()];
    if (team === undefined) throw new Error("the demo plant has teams");
    const { ask } = stepOf(walk, "owner");
    const ruling = {
      type: "rule",
      step: stepOf(walk, "owner").id,
      ask,
      team,
      reason: "quicker",
      by: paula,
      at: monday("10:05"),
      name: "Paula",
    } as const;
    expect(refusal(walk, ruling).code).toBe("OWN_REQUEST");
  });
});
