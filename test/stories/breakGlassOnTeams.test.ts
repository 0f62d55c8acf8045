import { useBoth } from "./useBoth.ts";
import { OPS, OT, SECURITY } from "./useStory.ts";

/** The floor and OT live on Teams; IT and Ops in Slack. */
const story = useBoth({
  teams: ["line-3-operators", "ot-controls"],
  lines: ["line-3"],
  people: ["oksana", "olga", "ivan", "hanna", "lars", "leyla", "bernd", "otto", "ole", "karin", "sven"],
});
const REVIEW = { "What you found, and what comes of it": "justified" };

test("break glass on Teams: the shift lead agrees and hands it out, OT reviews it there and IT security in Slack", async () => {
  await story.teams.asks("oksana", "break glass for PLC-12 until 12:00", "line-3");
  await story.teams.presses("oksana", "line-3", "Fill in…", {
    "What is to be opened?": "the way in",
    "Why can it not wait for those who are asked else?": "the line stands",
  });
  await story.teams.presses("oksana", "line-3", "Send");
  expect(story.teams.said("ot-controls")).toEqual([]);
  await story.teams.presses("lars", "line-3", "Approve", undefined, "HAM-1");
  const opened = { "What was opened, and who uses it": "the way in, Jan" };
  await story.teams.presses("lars", "line-3", "Opened…", opened, "HAM-1");
  expect(story.teams.text(story.teams.card("ot-controls", "Emergency access"))).toContain("until Mon 12:00");
  expect(story.teams.buttons("otto", "ot-controls", "Emergency access")).toEqual(
    expect.arrayContaining(["Reviewed…", "Cut off now…"]),
  );
  await story.teams.presses("otto", "ot-controls", "Reviewed…", REVIEW, "Emergency access");
  await story.presses("sina", SECURITY, "Reviewed…", REVIEW);
  expect(story.said(OT)).toEqual([]);
  expect(story.card(OPS, "open now").text).toContain("Emergency access to PLC-12: open until Mon 12:00");
});
