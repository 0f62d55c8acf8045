import { useBoth } from "./useBoth.ts";
import { OT } from "./useStory.ts";

// Line 3 is on Teams, where the fake's stranger is of the tenant, and nobody of the plant.
const story = useBoth({ teams: [], lines: ["line-3"], people: ["olga"] });

const heard = () => [...story.teams.said("stranger"), story.teams.told("stranger")].join("\n");

describe("whoever is not linked, on Teams", () => {
  test("is told nothing of a request by its key", async () => {
    await story.asks("ivan", "can we open port 502 to PLC-12 until friday noon?", "C0LINE7");
    await story.presses("ivan", "C0LINE7", "Fill in…", { "What is it for?": "read the counters" });
    await story.presses("ivan", "C0LINE7", "Send");
    for (const question of ["who has HAM-1?", "HAM-1 approved", "HAM-1: extend until next friday 10:00"])
      await story.teams.asks("stranger", question, "stranger");
    expect(heard()).toContain("Only people whose account is linked to the plant can be told that.");
    expect(heard()).not.toMatch(/Open port|Otto|OT controls/);
  });

  test("reads the emergency number and whom Referee asks, and nobody's own number", async () => {
    await story.teams.asks("stranger", "can you bypass the light curtain?", "stranger");
    await story.teams.asks("stranger", "the palletizer is down", "stranger");
    await story.teams.presses("stranger", "stranger", "Call OT now");
    expect(story.teams.text(story.teams.card("stranger", "Help was called"))).toContain("In danger, call 112 first.");
    expect(heard()).toContain("The guard stays where it is");
    expect(heard()).not.toMatch(/Sabine|Phone|\+49/);
    expect(story.card(OT, "HAM-1").text).toMatch(/Phone: .*\+49/);
  });
});
