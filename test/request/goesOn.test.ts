import { pingFor } from "../../src/card/pings/pings.ts";
import { requestCard } from "../../src/card/requestCard.ts";
import type { EpochMs } from "../../src/clock.ts";
import type { RequestCommand } from "../../src/request/commands.ts";
import { RequestId } from "../../src/request/ids.ts";
import type { StepId } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import { then, type Walk, wokenUntil } from "../workflow/walk.ts";
import {
  asked,
  askedLast,
  deny,
  FACTS,
  friday,
  max,
  monday,
  olga,
  open,
  otto,
  press,
  sina,
  since,
  stepOf,
  typesSince,
} from "./scene.ts";

const request = RequestId.parse("req_0123456789ab");
/** Security says no half an hour after it was asked, while OT has its own step still. */
const denied = () => press(asked(), "security", sina, monday("10:30"), deny);

type About = { readonly step: StepId; readonly ask: number; readonly at: EpochMs };
type Way = (about: About) => RequestCommand;
const appeals: Way = (about) => ({
  ...{ ...about, type: "appeal", news: "a jump host", values: Values.parse({}) },
  ...{ by: olga, name: "Olga" },
});
const takesRisk: Way = (about) => ({
  ...{ ...about, type: "takeRisk", reason: "the batch is lost else", values: Values.parse(FACTS.security) },
  ...{ by: max, name: "Max" },
});
const takesBack: Way = (about) => ({ ...about, type: "takeBack", reason: "my mistake", by: sina, name: "Sina" });

function goneOn(at: EpochMs, command: Way, before = wokenUntil(denied(), at)): Walk {
  const { id, ask } = stepOf(before, "security");
  return then(before, command({ step: id, ask, at }));
}

/** Who is called by what was said since, and with which words; at a place nothing is said from before it was opened. */
function calls(before: Walk, after: Walk): readonly (readonly [string, string])[] {
  const state = open(after);
  const opened = new Map(
    after.events.flatMap((event, nth) => (event.type === "PlaceOpened" ? [[event.place.name, nth]] : [])),
  );
  return since(before, after).flatMap((event, nth) =>
    [...state.places.values()].flatMap((place) => {
      if ((opened.get(place.name) ?? 0) > before.events.length + nth) return [];
      const ping = pingFor(event, { request, state, place, world: after.world });
      return (ping?.mention ?? []).map((each) => [each.split(":")[1] ?? "", ping?.text ?? ""] as const);
    }),
  );
}

describe.each([
  ["is asked about once more", appeals],
  ["has its risk taken", takesRisk],
  ["is taken back", takesBack],
] as const)("a request whose no %s", (_, command) => {
  test("calls those beside at once, who read a card without buttons meanwhile", () => {
    const at = monday("10:40");
    const told = calls(denied(), goneOn(at, command)).filter(([who]) => who === "otto");
    expect(told).toHaveLength(1);
  });

  test("days later asks those beside anew, and calls none of them overdue for what was closed to them", () => {
    const walk = goneOn(friday("09:00"), command);
    expect(calls(denied(), walk).filter(([who]) => who === askedLast(walk, "owner")[0])).toHaveLength(1);
    const step = stepOf(walk, "owner");
    expect(step.status === "open" && step.ball.clocks.dueAt).toBeGreaterThan(friday("09:00"));
    const soon = wokenUntil(walk, friday("09:30"));
    expect(since(walk, soon).filter((event) => "step" in event && event.step === "owner")).toEqual([]);
  });

  test("calls Ops again, before whom a step beside was", () => {
    const disputed = press(asked(), "owner", otto, monday("10:10"), { type: "notMine", whose: null, reason: "" });
    const no = press(disputed, "security", sina, monday("10:30"), deny);
    const told = calls(no, goneOn(monday("10:40"), command, no)).filter(([who]) => who === "paula");
    expect(told).toEqual([["paula", expect.stringContaining("It waits for you.")]]);
  });

  test("leaves what somebody has in hand with them while its time has not passed", () => {
    const taken = press(asked(), "owner", otto, monday("10:10"), { type: "take" });
    const no = press(taken, "security", sina, monday("10:30"), deny);
    expect(stepOf(goneOn(monday("10:40"), command, no), "owner")).toMatchObject({ ball: { takenBy: otto } });
    expect(typesSince(no, goneOn(monday("10:40"), command, no))).not.toContain("StepReopened");
  });
});

describe("a veto whose risk was taken", () => {
  test("is not counted among the approvals", () => {
    const walk = goneOn(monday("11:00"), takesRisk);
    const state = open(walk);
    const cards = [...state.places.values()].map((place) =>
      JSON.stringify(requestCard(request, state, place, walk.world)),
    );
    for (const card of cards) expect(card).not.toContain("1 of 2 approvals");
    expect(cards.some((card) => card.includes("Nothing approved yet."))).toBe(true);
  });
});
