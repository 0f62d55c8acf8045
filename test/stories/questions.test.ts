import { OWNER_FACTS, portAsked, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, monday, OPS, OT } from "./useStory.ts";

/** IT lives in Teams, OT and the floor in Slack. */
const story = useBoth({ teams: ["it-security", "it-network"], people: ["sina", "nils"], both: ["deniz"] });

/** What they are told alone after the question, and not what they were told before it. */
const answered = async (person: string, question: string, shows: string) => {
  const told = () => story.world.as(person).ephemerals();
  const before = told().length;
  await story.asks(person, question, LINE_3);
  const answer = await story.world.slack.until(`"${shows}" for ${person} alone`, () =>
    told()
      .slice(before)
      .find(({ text }) => text.includes(shows)),
  );
  return answer.text;
};

describe("what people ask of the record", () => {
  test("is told to them alone, on both platforms, with who has it and who decided", async () => {
    expect(await answered("oksana", "what is waiting?", "What is waiting")).toContain("Nothing is open.");
    expect(await answered("oksana", "is it open yet", "You have asked for nothing yet")).toBeTruthy();
    await portAsked(story);
    expect(await answered("oksana", "my requests", "What you asked for")).toContain("HAM-1 Open port 502 to PLC-12");
    expect(await answered("oksana", "is it open yet?", "HAM-1 Open port 502")).toContain("Nobody has decided yet.");
    expect(await answered("oksana", "what is stuck?", "What is stuck")).toContain("Nothing is stuck.");
    expect(await answered("oksana", "what is on hold?", "What is on hold")).toContain("Nothing is on hold.");
    expect(await answered("otto", "what waits for my team?", "Waits for OT controls")).toContain("HAM-1");
    expect(await answered("oksana", "what is undecided?", "What is undecided")).toContain("HAM-1");
    expect(await answered("oksana", "what is PLC-12?", "PLC-12")).toMatch(/Owner[\s\S]*OT controls[\s\S]*HAM-1/);
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    expect(await answered("oksana", "who approved HAM-1?", "Who said what")).toContain("Otto Brandt approved");
    for (const asked of ["what happened to HAM-1?", "was ist mit HAM-1 passiert?"])
      expect(await answered("oksana", asked, "Who said what")).toContain("Otto Brandt approved");
    expect(await answered("oksana", "who owns HAM-1?", "As of")).toContain("with IT security");
    await story.teams.asks("sina", "who approved HAM-1?", "it-security");
    expect(story.teams.said("sina").join()).toContain("Otto Brandt approved");
    await story.teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
    await story.until(monday("17:30"));
    expect(await answered("oksana", "what is overdue?", "What is stuck")).toBeTruthy();
    expect(await answered("oksana", "when is the next freeze?", "Next freezes")).toMatch(/ to /);
    expect(story.said(LINE_3).some((text) => text.includes("Who said what"))).toBe(false);
    expect(story.said(OPS).some((text) => text.includes("Who said what"))).toBe(false);
  });

  test("and why something happened is told with who asked and who said yes, or has a way to its owner", async () => {
    await story.asks("oksana", "why was PLC-12 restarted on saturday?");
    await story.hears(LINE_3, "No request about it was sent through Referee in that time.");
    await story.presses("oksana", LINE_3, "Ask the owner…");
    expect(story.card(LINE_3, "Help with PLC-12").text).toContain("why was PLC-12 restarted on saturday?");
    await portAsked(story);
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    await story.asks("oksana", "what happened to PLC-12 today?");
    const told = await story.hears(LINE_3, "Newest first, as far as Referee knows");
    expect(told.text).toContain("by Oksana Melnyk, Line 3 operators");
    expect(told.text).toContain("OT controls: Otto Brandt approved");
  });
});
