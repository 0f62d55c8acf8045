import type { EpochMs } from "../../src/clock.ts";
import { closesLate } from "../../src/request/rules/closing.ts";
import { Values } from "../../src/workflow/value.ts";
import { wokenAt } from "../workflow/walk.ts";
import {
  approve,
  asked,
  FACTS,
  friday,
  monday,
  nils,
  olga,
  open,
  otto,
  press,
  saturday,
  sina,
  stepOf,
} from "./scene.ts";

// The network people of the demo plant, who close a port again, work from Monday to Friday, 08:00 to 17:00.
const until = (end: EpochMs) => asked({ values: { until: String(end) } });
const late = (end: EpochMs) => {
  const walk = until(end);
  return closesLate(open(walk), walk.world, monday("10:00"));
};

describe("an end", () => {
  test("in the hours of whoever closes it again needs no word", () => {
    expect(late(friday("12:00"))).toBeNull();
  });

  test.each([
    { name: "in the evening", end: friday("18:00") },
    { name: "on a Saturday", end: saturday("12:00") },
    { name: "at the very minute they leave", end: friday("17:00") },
  ])("$name is told with their last hour before and their first hour after", ({ end }) => {
    expect(late(end)).toMatchObject({
      party: { type: "team", team: "it-network" },
      worksUntil: friday("17:00"),
      backAt: monday("08:00") + 7 * 86_400_000,
    });
  });

  test("that a limit has moved into their hours needs no word any more", () => {
    const walk = press(until(friday("18:00")), "owner", otto, monday("10:30"), {
      type: "approve",
      limits: [{ text: "", until: friday("12:00") }],
      values: Values.parse(FACTS.owner),
    });
    expect(closesLate(open(walk), walk.world, monday("10:30"))).toBeNull();
  });
});

test("what ends when nobody is there to close it comes before Ops at once", () => {
  const agreed = approve(
    approve(until(friday("18:00")), "owner", otto, monday("10:30")),
    "security",
    sina,
    monday("11:00"),
  );
  const done = press(agreed, "network", nils, monday("11:30"), {
    type: "finish",
    outcome: "done",
    evidence: "rule 4711",
    onSite: "Nils",
    values: {},
  });
  const works = press(done, "works", olga, monday("12:00"), { type: "confirm", outcome: "works", note: "" });
  expect([...open(works).places.keys()]).not.toContain("ops");
  const ended = wokenAt(works, friday("18:00"));
  expect(stepOf(ended, "close")).toMatchObject({ status: "held", until: monday("08:00") + 7 * 86_400_000 });
  expect([...open(ended).places.keys()]).toContain("ops");
});
