import { OWNER_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";

/** The floor, OT and Ops live on Teams. */
const story = useBoth({
  teams: ["line-3-operators", "ot-controls"],
  lines: ["line-3"],
  ops: true,
  people: [
    "oksana",
    "olga",
    "ivan",
    "hanna",
    "lars",
    "leyla",
    "bernd",
    "paula",
    "piet",
    "otto",
    "ole",
    "karin",
    "sven",
  ],
});

const HOME = "Your home";

async function portAsked() {
  await story.teams.asks("oksana", "can we open port 502 to PLC-12 until friday noon?", "line-3");
  await story.teams.presses("oksana", "line-3", "Fill in…", { "What is it for?": "read the counters" });
  await story.teams.presses("oksana", "line-3", "Send");
}

function home(person: string): string {
  return story.teams.text(story.teams.card(person, HOME));
}

describe("a home in Teams", () => {
  test("comes when it is asked for, follows the record, and takes decisions", async () => {
    await story.teams.asks("otto", "home", "otto");
    expect(home("otto")).toContain("Nothing waits for you.");
    await portAsked();
    expect(home("otto")).toContain("HAM-1 Open port 502 to PLC-12: for OT controls, due Mon 17:00, asked by Oksana");
    await story.teams.presses("otto", "otto", "Approve…", OWNER_FACTS, HOME);
    expect(home("otto")).toContain("Nothing waits for you.");
    expect(story.teams.text(story.teams.card("line-3", "HAM-1"))).toContain("Otto Brandt approved");
  });

  test("stands once: the one above says that it is further down, and has no buttons left", async () => {
    await portAsked();
    await story.teams.asks("otto", "home", "otto");
    await story.teams.asks("otto", "Startseite", "otto");
    expect(story.teams.said("otto").filter((text) => text.startsWith(HOME) && text.includes("HAM-1"))).toHaveLength(1);
    expect(story.teams.buttons("otto", "otto", "Your home stands further down now")).toEqual([]);
    await story.teams.asks("otto", "home", "otto");
    expect(story.teams.said("otto").filter((text) => text.startsWith(HOME) && text.includes("HAM-1"))).toHaveLength(1);
  });

  test("asked for in a channel, it comes to their own chat, and nobody else reads it", async () => {
    await portAsked();
    await story.teams.asks("otto", "home", "line-3");
    expect(home("otto")).toContain("HAM-1");
    expect(story.teams.said("line-3").filter((text) => text.includes(HOME))).toEqual([]);
  });

  test("takes what is asked in its form as if it was written to Referee", async () => {
    await story.teams.asks("oksana", "home", "oksana");
    await story.teams.presses("oksana", "oksana", "Ask…", { "What do you need?": "can we open port 502 to PLC-12?" });
    expect(story.teams.said("oksana").some((text) => text.includes("Nothing has been sent yet"))).toBe(true);
  });
});

test("what waits for somebody is told in their own chat", async () => {
  await portAsked();
  await story.teams.asks("otto", "what waits for me?", "line-3");
  expect(story.teams.said("otto").at(-1)).toContain("HAM-1 Open port 502 to PLC-12: for OT controls");
  expect(story.teams.said("line-3").filter((text) => text.includes("Waiting for you"))).toEqual([]);
});
