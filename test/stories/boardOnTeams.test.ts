import { portOpened } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, NETWORK } from "./useStory.ts";

/** Ops live on Teams, where nothing can be pinned; everybody else is in Slack. */
const story = useBoth({ teams: [], ops: true, people: ["paula", "piet", "max", "lars"] });
const BOARD = "open now";
const board = () => story.teams.text(story.teams.card("ops", BOARD));
const boards = () => story.teams.said("ops").filter((text) => text.includes(BOARD));
const CLOSED = { "Rule number, and how you saw that it is closed": "rule 4711 removed, scanned" };

test("what is open stands on Teams as one card, with Cut off now for those who may", async () => {
  await portOpened(story);
  await story.presses("oksana", LINE_3, "It works");
  expect(boards()).toHaveLength(1);
  expect(board()).toContain(
    "HAM-1 Open port 502/tcp to PLC-12: open until Fri 12:00; then IT network: closes it again",
  );
  expect(story.teams.buttons("paula", "ops", BOARD)).toContain("Cut off now…");
  expect(story.teams.buttons("stranger", "ops", BOARD)).not.toContain("Cut off now…");
  await story.teams.presses("paula", "ops", "Cut off now…", { "Why?": "strange traffic" }, BOARD);
  expect(board()).toContain("still open past its end");
  await story.presses("nils", NETWORK, "Closed again…", CLOSED);
  expect(board()).toContain("nothing is open now");
  expect(boards()).toHaveLength(1);
});

test("what is open is told on Teams to whoever asks, and stands in the home of Ops", async () => {
  await portOpened(story);
  await story.teams.asks("paula", "what is open?", "paula");
  expect(story.teams.said("paula").at(-1)).toContain("Hamburg · 1 open now");
  await story.teams.asks("paula", "home", "paula");
  const home = () => story.teams.text(story.teams.card("paula", "Your home"));
  expect(home()).toContain("Open in the plant, the first to end first");
  expect(home()).toContain("HAM-1 Open port 502/tcp to PLC-12: open until Fri 12:00");
});
