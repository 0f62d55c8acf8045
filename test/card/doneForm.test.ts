import { decodeAction } from "../../src/card/action.ts";
import { button } from "../../src/card/buttons/button.ts";
import { formOf } from "../../src/card/verbs/verbs.ts";
import { RequestId } from "../../src/request/ids.ts";
import { FrozenType } from "../../src/request/stored/rules.ts";
import { StepId, stepsOf } from "../../src/workflow/requestType.ts";
import { asked, askedOf, demo, nils, open, pressing, refusal, stepOf } from "../request/scene.ts";
import { activeTypes, typeNamed } from "../workflow/activeTypes.ts";
import { pressedThrough, then, type Walk } from "../workflow/walk.ts";

const request = RequestId.parse("req_0123456789ab");
const done = { type: "finish", outcome: "done", evidence: "rule 4711", onSite: "", values: {} } as const;

/** What *Done* of a step asks, as things stand. */
function formFor({ state, world }: Walk, step: string, verb: "done" | "failed" = "done") {
  const { ask } = stepOf({ state, world, events: [] }, step);
  const { value } = button(request, verb, demo, { step: StepId.parse(step), ask });
  return formOf(decodeAction(value), state, world, state.at);
}

const labelsFor = (walk: Walk, step: string, verb: "done" | "failed" = "done") =>
  formFor(walk, step, verb)?.inputs.map(({ label }) => label);

const upTo = (name: string, step: string) => pressedThrough(askedOf(typeNamed(name)), typeNamed(name), step);

describe("the form of Done", () => {
  const works = activeTypes.flatMap((type) =>
    stepsOf(type)
      .filter(({ kind }) => kind === "do")
      .map(({ id }) => ({ type: type.type, step: id })),
  );

  test.each(works)("of $step in $type has three inputs at most", ({ type, step }) => {
    const walk = upTo(type, step);
    expect(stepOf(walk, step).status).toBe("open");
    expect(formFor(walk, step)?.inputs.length ?? 0).toBeLessThanOrEqual(3);
  });

  test("asks nobody who was on site where a rule is made at a desk: whoever does it has looked", () => {
    const form = formFor(upTo("open-port", "network"), "network");
    expect(form?.inputs.map(({ label }) => label)).toEqual(["Rule or ticket number"]);
    expect(form?.intro).toMatch(/^With this you say that you looked at it before: The rule names this source/);
  });

  test("asks who was on site where a machine may move", () => {
    expect(labelsFor(upTo("restart", "restart"), "restart")).toContain("Who was on site and checked before?");
    expect(labelsFor(upTo("restart", "restart"), "restart", "failed")).toContain("Who was on site and checked before?");
  });
});

describe("what was done", () => {
  test("at a desk is recorded without anybody on site", () => {
    const walk = upTo("open-port", "network");
    const after = then(walk, pressing(walk, "network", nils, walk.state.at, done));
    expect(stepOf(after, "network")).toMatchObject({ verdict: { type: "done", evidence: "rule 4711", onSite: "" } });
  });

  test("on a machine is not recorded before somebody is named who was there", () => {
    const walk = upTo("restart", "restart");
    const step = stepOf(walk, "restart");
    const by = step.status === "open" ? step.ball.pings[0]?.people[0] : undefined;
    if (by === undefined) throw new Error("Nobody was asked");
    expect(refusal(walk, pressing(walk, "restart", by, walk.state.at, done)).code).toBe("REASON_MISSING");
  });

  test("of a request sent before types could say so needs somebody on site, as it did then", () => {
    const before: unknown = JSON.parse(JSON.stringify(open(asked()).rules).replaceAll('"checkedAt":"desk",', ""));
    expect(stepsOf(FrozenType.parse(before)).find(({ id }) => id === "network")).toMatchObject({ checkedAt: "site" });
  });
});
