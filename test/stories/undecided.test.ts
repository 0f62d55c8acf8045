import { useBoth } from "./useBoth.ts";
import { friday, OT, SECURITY } from "./useStory.ts";

/** The floor and Ops live on Teams, OT and IT in Slack. */
const story = useBoth({
  teams: ["line-3-operators"],
  lines: ["line-3"],
  ops: true,
  people: ["oksana", "olga", "ivan", "hanna", "lars", "leyla", "bernd", "paula", "piet", "max"],
});

const asked = async () => {
  await story.teams.asks("oksana", "can we open port 502 to PLC-12 until friday noon?", "line-3");
  await story.teams.presses("oksana", "line-3", "Fill in…", { "What is it for?": "read the counters" });
  await story.teams.presses("oksana", "line-3", "Send");
};
const newestIn = (where: string, text: string) => story.teams.text(story.teams.card(where, text));

test("nobody decides: they hear of it before its end, and whoever asked asks again with one press", async () => {
  await asked();
  await story.presses("otto", OT, "Take it");
  await story.until(friday("10:00:01"));
  const soon = "HAM-1 Open port 502 to PLC-12 ends Fri 12:00, and is not decided yet: it waits for you.";
  expect(story.said(OT).at(-1)).toBe(`@U0OTTO ${soon}`);
  expect(story.said(SECURITY).at(-1)).toBe(`@U0DENIZ ${soon}`);
  expect(story.teams.said("ops").at(-1)).toContain(
    "@Paula Stein HAM-1 Open port 502 to PLC-12: ends Fri 12:00, and is not decided yet; still to come: OT controls (agrees",
  );
  await story.until(friday("12:00:01"));
  const over =
    "HAM-1 Open port 502 to PLC-12. Over, Fri 12:00: its time came before it was decided: OT controls and IT security had not answered. If it is still needed, ask again with a new time.";
  expect(newestIn("line-3", "Over, Fri 12:00")).toContain(`@Oksana Melnyk\n${over}`);
  expect(newestIn("ops", "Over, Fri 12:00")).toBe(over);
  expect(story.said(OT).at(-1)).toContain(over);

  await story.teams.presses("oksana", "line-3", "Ask again…");
  expect(story.teams.told("oksana")).toContain("The draft is like HAM-1 and needs a new time.");
  expect(newestIn("line-3", "Still needed")).toContain("read the counters");
  const count = story.teams.said("line-3").length;
  await story.teams.presses("oksana", "line-3", "Ask again…");
  await story.teams.presses("lars", "line-3", "Ask again…");
  expect(story.teams.told("lars")).toBe("Oksana Melnyk asked for HAM-1, so they ask for it again.");
  expect(story.teams.said("line-3")).toHaveLength(count);
  await story.teams.presses(
    "oksana",
    "line-3",
    "Fill in…",
    { "Until when is it needed?": "monday noon" },
    "Still needed",
  );
  await story.teams.presses("oksana", "line-3", "Send");
  expect(story.card(OT, "· HAM-2").text).toContain("until Mon 12:00");
  await story.teams.presses("oksana", "line-3", "Ask again…");
  expect(story.teams.told("oksana")).toBe("You have asked again already: HAM-2.");
  await story.until("2026-12-05T06:00:05+01:00");
  expect(newestIn("ops", "Ended undecided:")).toContain(
    "HAM-1 Open port 502 to PLC-12: over Fri 12:00, OT controls and IT security had not answered; it would have taken: OT controls (agrees that it may be reached), IT security (agrees to the connection) and IT network (opens it)",
  );
});
