import { OWNER_FACTS, portAsked, portOpened, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, monday, NETWORK, OT, SECURITY, tuesday, useStory } from "./useStory.ts";

const REGISTERS = "Which registers do you need?";
const CODES = "Which function codes?";

describe("a message in Slack that asked for something", () => {
  const story = useStory();
  const labels = (text: string) => story.card(LINE_3, text).buttons.map(({ label }) => label);

  test("loses its buttons with the answer, wherever that was given, and so does the reminder of it", async () => {
    const asked = await portAsked(story);
    await story.presses("otto", OT, "Ask a question…", { Question: REGISTERS });
    await story.until(monday("20:00"));
    expect([labels(`“${REGISTERS}”`), labels("A reminder: Otto Brandt waits")]).toEqual([["Answer…"], ["Answer…"]]);
    const before = story.said(LINE_3).length;
    await story.replies("oksana", asked, "only 40001 to 40020");
    const about = story.world.slack.messages(LINE_3).filter(({ text }) => text.includes("Oksana Melnyk has answered."));
    expect(about.map(({ text, buttons }) => [text.includes(REGISTERS), buttons.length])).toEqual([
      [true, 0],
      [true, 0],
    ]);
    expect(story.said(LINE_3)).toHaveLength(before);

    // Asked anew, the new question has a button, and the old ones stay as they are.
    await story.presses("otto", OT, "Ask a question…", { Question: CODES });
    expect(labels(`“${CODES}”`)).toEqual(["Answer…"]);
    expect(story.world.times("Oksana Melnyk has answered.")).toBe(2);
    await story.presses("oksana", LINE_3, "Withdraw…", {});
    expect(story.card(LINE_3, `“${CODES}”`).text).toContain("No answer is needed here any more.");
    expect(labels(`“${CODES}”`)).toEqual([]);
  });

  test("asks whether it works until somebody has said so", async () => {
    await portOpened(story);
    const [ask] = story.world.slack.messages(LINE_3).filter(({ text }) => text.includes("Does it work?"));
    expect(ask?.buttons.map(({ label }) => label)).toEqual(["It works", "It does not work…"]);
    await story.presses("oksana", LINE_3, "It works");
    const said = story.world.slack.messages(LINE_3).find(({ ts }) => ts === ask?.ts);
    expect([said?.buttons, said?.text.includes("Oksana Melnyk: it works.")]).toEqual([[], true]);
  });

  test("is let stand where it was deleted meanwhile, and the card goes on", async () => {
    const asked = await portAsked(story);
    await story.presses("otto", OT, "Ask a question…", { Question: REGISTERS });
    const question = story.world.slack.workspace.find(LINE_3, story.card(LINE_3, `“${REGISTERS}”`).ts);
    if (question !== undefined) question.deleted = true;
    await story.replies("oksana", asked, "only 40001 to 40020");
    expect(story.card(LINE_3, "HAM-1").text).toContain("only 40001 to 40020");
    expect(story.said(LINE_3).filter((text) => text.includes("· HAM-1"))).toHaveLength(1);
    const tries = story.world.slack.calls.filter(({ error }) => error === "message_not_found");
    expect(tries).toHaveLength(1);
  });
});

describe("a call for help that nobody sent", () => {
  const story = useStory({ from: tuesday("03:00") });

  test("is asked about with buttons until it is sent, or put away", async () => {
    await story.asks("hanna", "the palletizer is down");
    await story.until(tuesday("03:01:05"));
    await story.presses("hanna", LINE_3, "Call OT now", undefined, "Is help still needed?");
    expect(story.card(LINE_3, "Sent as HAM-1.").buttons).toEqual([]);
    await story.asks("hanna", "the labeller is down");
    await story.until(tuesday("03:02:10"));
    await story.presses("hanna", LINE_3, "Not needed");
    expect(story.card(LINE_3, "Nobody was called.").buttons).toEqual([]);
  });
});

describe("a message on Teams that asked for something", () => {
  const story = useBoth({ teams: ["line-3-operators"], lines: ["line-3"], people: ["oksana", "olga", "ivan"] });
  const press = (label: string, filled?: Readonly<Record<string, string>>) =>
    story.teams.presses("oksana", "line-3", label, filled);

  test("loses its buttons with the answer, for whoever had them and for everybody", async () => {
    await story.teams.asks("oksana", "can we open port 502 to PLC-12 until friday noon?", "line-3");
    await press("Fill in…", { "What is it for?": "read the counters for the OEE report" });
    await press("Send");
    await story.presses("otto", OT, "Ask a question…", { Question: CODES });
    const before = story.teams.said("line-3").length;
    await press("Answer…", { Answer: "1 to 4" });
    for (const person of ["oksana", "olga"]) expect(story.teams.buttons(person, "line-3", CODES)).toEqual([]);
    expect(story.teams.text(story.teams.card("line-3", CODES))).toContain("Oksana Melnyk has answered.");
    expect(story.teams.said("line-3")).toHaveLength(before);
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    await story.presses("sina", SECURITY, "Approve…", SECURITY_FACTS);
    const done = { "Rule or ticket number": "rule 4711" };
    await story.presses("nils", NETWORK, "Opened…", done);
    await press("It works");
    expect(story.teams.buttons("oksana", "line-3", "Oksana Melnyk: it works.")).toEqual([]);
  });
});
