import { readFileSync } from "node:fs";
import { readRequestTypes } from "../../src/workflow/read.ts";
import type { RequestType } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import { sent, then, type Walk } from "../workflow/walk.ts";
import {
  demo,
  FACTS,
  finish,
  friday,
  last,
  monday,
  nils,
  olga,
  open,
  otto,
  press,
  sina,
  stepOf,
  tuesday,
} from "./scene.ts";

const yes = { type: "approve", limits: [], values: Values.parse({}) } as const;

/** The type for opening a port, with its two approvals under other names. */
function named(owner: string, security: string): RequestType {
  const text = readFileSync("workflows/open-port.yaml", "utf8")
    .replace(/^( +)owner:(?= *$)/gm, `$1${owner}:`)
    .replace(/^( +)security:(?= *$)/gm, `$1${security}:`)
    .replaceAll("- id: owner", `- id: ${owner}`)
    .replaceAll("step:owner", `step:${owner}`)
    .replaceAll("- id: security", `- id: ${security}`)
    .replaceAll("step:security", `step:${security}`);
  const reading = readRequestTypes([{ file: "open-port.yaml", text }]);
  const [type] = reading.ok ? [...reading.types.values()] : [];
  if (type === undefined) throw new Error(`The type cannot be read: ${JSON.stringify(reading)}`);
  return type;
}

/** Open until Friday noon, and asked for until its evening. */
function longer(owner: string, security: string): Walk {
  const facts = { destination: "asset:plc-12", until: String(friday("12:00")), why: "read", port: "502/tcp" };
  const asked = sent({ plant: demo, type: named(owner, security), by: olga, at: monday("10:00") }, facts);
  const one = press(asked, owner, otto, monday("10:30"), { ...yes, values: Values.parse(FACTS.owner) });
  const two = press(one, security, sina, monday("11:00"), { ...yes, values: Values.parse(FACTS.security) });
  const running = press(two, "network", nils, monday("11:30"), finish);
  return extended(running, friday("18:00"), tuesday("10:00"));
}

const extended = (walk: Walk, until: ReturnType<typeof friday>, at: ReturnType<typeof tuesday>) =>
  then(walk, { type: "extend", until, reason: "the vendor comes later", by: olga, at, name: "Olga" });

const LONG = "agrees-to-this-connection-for";

describe.each([
  { named: "begin with the same 28 letters", owner: `${LONG}-ot`, security: `${LONG}-it` },
  { named: "are named as what is asked for longer would be", owner: "owner", security: "owner-longer-1" },
])("a later end of steps that $named", ({ owner, security }) => {
  test("is asked of each, and is not granted by one", () => {
    const walk = longer(owner, security);
    const steps = last(walk, "ExtensionAsked").steps.map(({ step }) => step);
    expect(new Set([...steps, owner, security]).size).toBe(4);
    const [ots, its] = steps;
    if (ots === undefined || its === undefined) throw new Error("Both are asked");
    expect([stepOf(walk, ots).status, stepOf(walk, its).status]).toEqual(["open", "open"]);
    const one = press(walk, ots, otto, tuesday("10:10"), yes);
    expect(open(one).grant).toMatchObject({ until: friday("12:00") });
    const both = press(one, its, sina, tuesday("10:20"), yes);
    expect(open(both).grant).toMatchObject({ until: friday("18:00") });
    const again = last(extended(both, friday("20:00"), tuesday("11:00")), "ExtensionAsked").steps;
    expect(new Set([...again.map(({ step }) => step), ...steps, owner, security]).size).toBe(6);
  });
});
