import { useBoth } from "./useBoth.ts";

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
});
