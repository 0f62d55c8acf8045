import { later, MINUTE_MS } from "../../src/clock.ts";
import { TeamId } from "../../src/plant/ids.ts";
import { evolve } from "../../src/request/evolve.ts";
import { UNSTARTED } from "../../src/request/state.ts";
import { type Walk, wokenUntil } from "../workflow/walk.ts";
import { asked, called, demo, karin, last, monday, otto, press, revisited, stepOf, typesSince } from "./scene.ts";

/** The plant is looked at when an override begins, by which Karin is on call in the middle of Otto's turn. */
function underOverride(walk: Walk, time: string): Walk {
  const team = TeamId.parse("ot-controls");
  const overrides = [{ team, person: karin, from: monday(time), to: monday("12:00") }];
  return revisited(walk, { ...demo, overrides }, monday(time));
}

describe("an override that begins while a line stands", () => {
  const walk = () => called(monday("10:00"));

  test("has whoever is on call now asked at once, and the chain go on when it would have", () => {
    const now = underOverride(walk(), "10:02");
    expect(last(now, "StepPinged")).toMatchObject({
      step: "repair",
      ping: { rank: "onCall", people: [karin] },
      hopAt: monday("10:05"),
      at: monday("10:02"),
    });
    expect(typesSince(now, underOverride(now, "10:03"))).not.toContain("StepPinged");
  });

  test("rings nobody between two rounds whom the last one rang", () => {
    const rung = wokenUntil(walk(), monday("12:00"));
    const over = rung.events.findIndex((event) => event.type === "StepOverdue" && event.step === "repair");
    const events = rung.events.slice(0, over + 1);
    const between = { ...rung, events, state: events.reduce(evolve, UNSTARTED) };
    const { at, againAt } = last(between, "StepOverdue");
    const soon = later(at, MINUTE_MS);
    expect(againAt).toBeGreaterThan(soon);
    const looked = revisited(between, between.world.plant, soon);
    expect(typesSince(between, looked)).not.toContain("StepPinged");
  });

  test("asks nobody where somebody has it", () => {
    const taken = press(walk(), "repair", otto, monday("10:01"), { type: "take" });
    const now = underOverride(taken, "10:02");
    expect(typesSince(taken, now)).toEqual([]);
    expect(stepOf(now, "repair")).toMatchObject({ ball: { takenBy: otto } });
  });

  test("asks nobody at once of what can wait", () => {
    expect(typesSince(asked(), underOverride(asked(), "10:02"))).toEqual([]);
  });
});
