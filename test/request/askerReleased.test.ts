import { AccountId } from "../../src/plant/ids.ts";
import { demoText } from "../support/plantText.ts";
import { afterLeaving } from "../support/whoLeft.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { sent } from "../workflow/walk.ts";
import {
  askedLast,
  askedOf,
  demo,
  friday,
  last,
  monday,
  olga,
  open,
  openPort,
  otto,
  press,
  revisited,
  stepOf,
  take,
  typesSince,
} from "./scene.ts";

const file = demoText().plant;

describe("whoever answers for the request of somebody who left", () => {
  const walk = askedOf(typeNamed("restart"));
  const [lead] = askedLast(walk, "line");
  const left = afterLeaving(file, olga);

  test("gives up what they had taken of it, and whoever is asked next reads why", () => {
    const after = revisited(press(walk, "line", lead, monday("10:02"), take), left, monday("10:05"));
    expect(open(after).asked.speaksFor).toBe(lead);
    expect(last(after, "StepReleased")).toMatchObject({
      person: lead,
      step: "line",
      reason: "now answers for the request",
    });
    expect(typesSince(after, revisited(after, left, monday("10:06")))).toEqual([]);
  });

  test("waits no longer to be asked for it themselves", () => {
    const after = revisited(walk, left, monday("10:05"));
    const step = stepOf(after, "line");
    expect(step.status === "open" && step.ball.pings.at(-1)?.people.includes(lead)).toBe(false);
  });
});

describe("whoever turns out to have asked by an account that was not known", () => {
  const account = AccountId.parse("slack:UNEW");
  const facts = { destination: "asset:plc-12", until: String(friday("12:00")), why: "counters", port: "502/tcp" };
  const walk = sent({ plant: demo, type: openPort, by: account, name: "ninja", at: monday("10:00") }, facts);
  const person = demo.people.get(otto);
  const accounts = [...(person?.accounts ?? []), account];
  const people = person === undefined ? demo.people : new Map(demo.people).set(otto, { ...person, accounts });
  const linked = { ...demo, people };

  test("gives up what they had taken of it once that is known", () => {
    const after = revisited(press(walk, "owner", otto, monday("10:05"), take), linked, monday("10:10"));
    expect(last(after, "StepReleased")).toMatchObject({ person: otto, step: "owner", reason: "asked for it" });
    const step = stepOf(after, "owner");
    expect(step.status === "open" && step.ball.pings.at(-1)?.people.includes(otto)).toBe(false);
  });

  test("is not waited for", () => {
    expect(askedLast(walk, "owner")).toEqual([otto]);
    expect(askedLast(revisited(walk, linked, monday("10:10")), "owner")).not.toContain(otto);
  });
});
