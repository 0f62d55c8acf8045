import { TeamId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { portAsked, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, monday, OPS, OT, SECURITY } from "./useStory.ts";

/** IT security has moved to Teams, and the plant file still names its old channel in Slack. */
const story = useBoth({ teams: ["it-network"], people: ["sina", "deniz", "nils", "vera"] }, withOldChannel);

function withOldChannel(plant: Plant): Plant {
  const id = TeamId.parse("it-security");
  const team = plant.teams.get(id);
  if (team === undefined) throw new Error("The demo plant has IT security");
  return { ...plant, teams: new Map(plant.teams).set(id, { ...team, channel: { slack: SECURITY } }) };
}

describe("a team whose channel is on a platform that none of its people is on", () => {
  test("is asked in person, one after the other, and can answer there", async () => {
    await portAsked(story);
    expect(story.said(SECURITY)).toEqual([]);
    expect(story.teams.text(story.teams.card("sina", "HAM-1"))).toContain("Sina was asked Mon 09:00");
    await story.until(monday("10:00:01"));
    expect(story.card(LINE_3, "HAM-1").text).toContain("● IT security  nobody has it yet, Deniz was asked Mon 10:00");
    await story.teams.presses("deniz", "deniz", "Approve…", SECURITY_FACTS);
    expect(await story.details("ole", OT, "· HAM-1")).toContain("✓ IT security  Deniz Kaya approved");
  });

  test("is told of to Ops once all of them were asked and nobody took it", async () => {
    await portAsked(story);
    await story.until(monday("11:00:01"));
    expect(story.card(OPS, "HAM-1").text).toContain("Ops knows since Mon 11:00");
  });
});
