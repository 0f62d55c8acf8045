import type { PersonId } from "../../src/plant/ids.ts";
import { evolve } from "../../src/request/evolve.ts";
import { isTheirs } from "../../src/request/rules/mayPress.ts";
import { StepId } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import { then, type Walk } from "../workflow/walk.ts";
import { friday, karin, olga, opened, otto, press, pressing, refusal, sina, stepOf, tuesday } from "./scene.ts";

const yes = { type: "approve", limits: [], values: Values.parse({}) } as const;
const toKarin = { type: "handOver", to: karin } as const;

/** Somebody answers now in the place of Olga, who left. */
function answeredFor(walk: Walk, to: PersonId): Walk {
  const left = { type: "RequesterLeft", to, because: "they lead her team", by: "referee:rules" } as const;
  const event = { ...left, at: tuesday("10:00") };
  return { ...walk, state: evolve(walk.state, event), events: [...walk.events, event] };
}

/** Karin, of the team that owns it, answers for what Olga asked and asks for a later end. */
const asked = () =>
  then(answeredFor(opened(), karin), {
    ...{ type: "extend", until: friday("18:00"), reason: "not done yet" },
    ...{ by: karin, at: tuesday("10:05"), name: "Karin" },
  });

describe.each([
  { when: "while they answer for it", walk: asked },
  { when: "once somebody else answers for it", walk: () => answeredFor(asked(), olga) },
])("whoever asked in another's place for a later end, $when", ({ walk }) => {
  const at = tuesday("10:10");

  test("does not approve it themselves, and is not shown that they could", () => {
    const now = walk();
    const step = StepId.parse("owner-longer-1");
    expect(refusal(now, pressing(now, step, karin, at, yes)).code).toBe("OWN_REQUEST");
    const about = { step, ask: stepOf(now, step).ask };
    expect(isTheirs(now.state, "holder", about, { by: karin, at }, now.world)).toBe(false);
    expect(isTheirs(now.state, "holder", about, { by: otto, at }, now.world)).toBe(true);
  });

  test("is not handed it by a colleague, who can approve it", () => {
    const now = walk();
    expect(refusal(now, pressing(now, "owner-longer-1", otto, at, toKarin)).code).toBe("NOT_ALLOWED");
    const one = press(now, "owner-longer-1", otto, at, yes);
    const all = press(one, "security-longer-1", sina, tuesday("10:20"), yes);
    expect(all.state).toMatchObject({ grant: { until: friday("18:00") } });
  });
});
