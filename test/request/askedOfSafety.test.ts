import { RequestType } from "../../src/workflow/requestType.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { sent } from "../workflow/walk.ts";
import { askedOf, demo, friday, monday, olga, open, openPort, press, sabine, stepOf } from "./scene.ts";

type Steps = RequestType["stages"][number]["steps"];

const GUARD = "asset:safety-plc-3";
const LOOK = { id: "seen", kind: "confirm", owner: "safety", does: "looks", clock: { take: "1 h" } };
const YES = { id: "ehs", kind: "approve", owner: "safety", does: "agrees", veto: true, clock: { take: "1 h" } };

/** Opening a port, with one more step of Safety's beside those of one stage. */
function withStep(stage: number, step: object): RequestType {
  const stages = openPort.stages.map((each, i): { steps: Steps | object[] } =>
    i === stage ? { ...each, steps: [...each.steps, step] } : each,
  );
  return RequestType.parse({ ...openPort, stages });
}

/** Which steps a request has about what protects people. */
function stepsOnGuard(type: RequestType): readonly string[] {
  const facts = { destination: GUARD, until: String(friday("12:00")), why: "counters", port: "502/tcp" };
  return [...open(sent({ plant: demo, type, by: olga, at: monday("10:00") }, facts)).steps.keys()];
}

describe("what protects people", () => {
  test("is asked of Safety first where the type has them only look at it afterwards", () => {
    expect(stepsOnGuard(withStep(2, LOOK))[0]).toBe("safety");
  });

  test("is asked of Safety first where their yes comes beside the work, or could be passed over", () => {
    expect(stepsOnGuard(withStep(1, YES))[0]).toBe("safety");
    expect(stepsOnGuard(withStep(0, { ...YES, veto: false }))[0]).toBe("safety");
  });

  test("is asked of Safety once where the type has their yes before the work", () => {
    expect(stepsOnGuard(withStep(0, YES))).toEqual(["owner", "security", "ehs", "network", "works", "close"]);
  });

  test("is asked of Safety under another name where the type has that one", () => {
    const ids = stepsOnGuard(withStep(2, { ...LOOK, id: "safety" }));
    expect([ids[0], ids.filter((id) => id === "safety")]).toEqual(["safety-1", ["safety"]]);
  });

  test("is asked of Safety under another name than what an alarm calls for, which is called for, too", () => {
    const when = { field: "impact", is: ["standing"] };
    const alarm = { when, title: "Look", steps: [{ ...YES, owner: "ops", veto: false, id: "safety" }] };
    const type = RequestType.parse({ ...openPort, alarm });
    const facts = { destination: GUARD, until: String(friday("12:00")), why: "counters", port: "502/tcp" };
    const cast = { plant: demo, type, by: olga, at: monday("10:00") };
    const steps = [...open(sent(cast, { ...facts, impact: "standing" })).steps.keys()];
    expect(steps.slice(0, 2)).toEqual(["safety-1", "safety"]);
  });

  test("is come to by Safety at once where all that is done is theirs", () => {
    const walk = askedOf(typeNamed("safety-call"), { place: GUARD });
    expect([...open(walk).steps.keys()]).toEqual(["look", "settled"]);
    expect(stepOf(press(walk, "look", sabine, monday("10:01"), { type: "take" }), "look").status).toBe("open");
  });
});
