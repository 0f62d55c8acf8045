import { useBoth } from "./useBoth.ts";
import { NETWORK, OT, SAFETY, SCADA, SECURITY, thursday } from "./useStory.ts";

/** The floor and Ops live on Teams, OT, IT and Safety in Slack. */
const story = useBoth({
  teams: ["line-3-operators"],
  lines: ["line-3"],
  ops: true,
  people: ["oksana", "olga", "ivan", "hanna", "lars", "leyla", "bernd", "paula", "piet", "max"],
});
const READ_ONLY = { "May it only read, or also write?": "read only" };
const WAY = {
  "Which machine or address connects?": "historian",
  "Which side opens the connection?": "the source",
};
const NO = { "Why not?": "no login on Modbus", "What would make it a yes?": "a jump host" };

async function portAsked(): Promise<void> {
  await story.teams.asks("oksana", "can we open port 502 to PLC-12 until friday noon?", "line-3");
  await story.teams.presses("oksana", "line-3", "Fill in…", { "What is it for?": "read the counters" });
  await story.teams.presses("oksana", "line-3", "Send");
}

const card = (text: string) => story.teams.text(story.teams.card("line-3", text));

describe("whoever asked on Teams", () => {
  test("asks again with new facts after a no, and words lead them to the button", async () => {
    await portAsked();
    await story.presses("sina", SECURITY, "Deny…", NO);
    await story.teams.replies(
      "oksana",
      story.teams.card("line-3", "Not approved: Sina Roth"),
      "ask again, we have a new firewall now",
    );
    expect(story.teams.said("oksana").at(-1)).toContain("changes nothing until you press");
    expect(story.teams.buttonsOf("oksana", story.teams.card("oksana", "changes nothing until you press"))).toContain(
      "Ask again with new facts…",
    );
    await story.teams.presses("oksana", "oksana", "Ask again with new facts…", {
      "What was not known before?": "there is a firewall now",
    });
    expect(story.card(SECURITY, "Asked again with new facts.").text).toContain("there is a firewall now");
  });

  test("has it open longer, approved again in Slack with one press each", async () => {
    await portAsked();
    await story.presses("otto", OT, "Approve…", READ_ONLY);
    await story.presses("sina", SECURITY, "Approve…", { ...WAY });
    await story.presses("nils", NETWORK, "Opened…", { "Rule or ticket number": "rule 4711" });
    await story.until(thursday("12:00:01"));
    expect(card("Is it still needed?")).toContain("ends Fri 12:00. Is it still needed?");
    await story.teams.presses(
      "oksana",
      "line-3",
      "Needed longer…",
      { "Until when is it needed?": "Fri 15:00", "What is it still needed for?": "the vendor comes later" },
      "Is it still needed?",
    );
    await story.presses("otto", OT, "Approve", undefined, "To be open longer");
    await story.presses("sina", SECURITY, "Approve", undefined, "To be open longer");
    expect(story.teams.said("line-3").at(-1)).toContain("open until Fri 15:00 now.");
  });

  test("and wants a guard out of the way is refused, and calls Safety with one button", async () => {
    await story.teams.asks("oksana", "bridge the door switch of the palletizer so we can finish the batch", "line-3");
    const refused = story.teams.card("oksana", "The guard stays where it is");
    expect(story.teams.text(refused)).toContain("For Safety now");
    await story.teams.presses("oksana", "oksana", "Call Safety", undefined, "The guard stays where it is");
    await story.teams.presses("oksana", "line-3", "Send", undefined, "Safety to come to");
    expect(story.card(SAFETY, "Safety to come to").text).toContain("Palletizer");
  });
});

test("a ruling of Ops is taken back on Teams, and the next request goes by the plant file", async () => {
  await portAsked();
  await story.presses("otto", OT, "Not mine…", {});
  await story.teams.presses("paula", "ops", "Decide whose…", { "Whose is it?": "OT SCADA", "Why?": "they run it" });
  expect(story.card(SCADA, "HAM-1").text).toContain("It is remembered and holds for every later request");
  await story.teams.presses("piet", "ops", "Take the ruling back…", { "Why?": "it was handed over" }, "HAM-1");
  expect(story.teams.said("ops").join("\n")).toContain("Piet Jansen took back the ruling that OT SCADA owns PLC-12");
  expect(story.card(SCADA, "This went to OT controls").buttons).toEqual([]);
});
