import { useBoth } from "./useBoth.ts";
import { LINE_3 } from "./useStory.ts";

/** OT lives on Teams, the floor in Slack. */
const story = useBoth({ teams: ["ot-controls"], people: ["otto", "ole", "karin", "sven"] });

test("equal approvals are given with one press on Teams, in a dialog over somebody's own chat", async () => {
  for (const n of [1, 2]) {
    await story.asks("oksana", `can we open port 50${n} to PLC-12 read only until friday 1${n}:00?`);
    await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "counters" });
    await story.presses("oksana", LINE_3, "Send");
  }
  await story.teams.asks("otto", "what waits for me?", "otto");
  // The list stands in a dialog, whose one button is Approve all 2.
  await story.teams.presses("otto", "otto", "Approve together…", {});
  for (const key of ["HAM-1", "HAM-2"])
    expect(story.teams.text(story.teams.card("ot-controls", key))).toContain("Otto Brandt approved");
});
