import { useBoth } from "./useBoth.ts";
import { OT } from "./useStory.ts";

/** The floor and Ops live on Teams, where nothing is seen by one alone in a channel; OT is in Slack. */
const story = useBoth({
  teams: ["line-3-operators"],
  lines: ["line-3"],
  ops: true,
  people: ["oksana", "olga", "ivan", "hanna", "lars", "leyla", "bernd", "paula", "piet", "max"],
});

test("who is there is said on Teams as in Slack: the draft comes to one's own chat, and one press confirms it", async () => {
  const { teams } = story;
  await teams.asks("olga", "who is on call for OT controls?", "line-3");
  expect(teams.said("line-3").at(-1)).toContain("Otto, until Mon 18:00 (weekly rota, Mon 06:00 to 18:00)");
  await teams.asks("paula", "freeze line 3 until 22:00", "ops");
  expect(teams.said("ops").join()).not.toContain("is frozen");
  expect(teams.buttons("paula", "paula", "Line 3 is frozen until Mon 22:00")).toEqual(["Confirm"]);
  await teams.presses("paula", "paula", "Confirm", undefined, "Line 3 is frozen until Mon 22:00");
  await teams.asks("oksana", "can we open port 502 to PLC-12 until friday noon?", "line-3");
  await teams.presses("oksana", "line-3", "Fill in…", { "What is it for?": "read the counters" });
  expect(teams.said("line-3").at(-1)).toMatch(/Freeze “.*”: it is carried out after (?:Mon )?22:10\./);
  await teams.asks("paula", "Otto is off until Tuesday, Karin covers", "ops");
  await teams.presses("paula", "paula", "Until Tue 06:00", undefined, "Otto Brandt is away until Tue 06:00");
  await teams.asks("olga", "who is on call for OT controls?", "line-3");
  expect(teams.said("line-3").at(-1)).toContain("Karin Vogt stands in for Otto Brandt until Tue 06:00");
  expect(story.said("U0OTTO").at(-1)).toContain("You are noted as away");
  expect(story.said(OT).join()).not.toContain("Otto Brandt is away");
});
