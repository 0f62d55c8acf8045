import { z } from "zod";
import { AccountId } from "../../src/plant/ids.ts";
import { withPresses } from "../support/manyPresses.ts";
import { SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3 } from "./useStory.ts";

const large = useBoth({ teams: ["it-security"], people: ["sina"], both: ["deniz"] }, (demo) => withPresses(demo, 300));
const everybodys = useBoth({ teams: ["it-security"], people: ["sina"], both: ["deniz"] }, (demo) => ({
  ...withPresses(demo, 300),
  readableBy: "everybody",
}));

const MACHINES = "Which machine or system should be reached?";
const WHY = { "What is it for?": "read the counters" };
const FormContext = z.object({ value: z.string() });

describe("a plant with more machines than any list holds", () => {
  test("is searched by name and by what else a machine is called, in Slack and on Teams", async () => {
    await large.asks("oksana", "can we open port 502 until friday noon?");
    await large.presses("oksana", LINE_3, "Fill in…");
    const oksana = large.world.as("oksana");
    expect((await oksana.searches(MACHINES, "press 27")).slice(0, 2)).toEqual(["Press 27", "Press 270"]);
    await oksana.searches(MACHINES, "stamping 271");
    await oksana.fills({ ...WHY, [MACHINES]: "Press 271" });
    await large.world.settled();
    expect(large.card(LINE_3, "Nothing has been sent yet").text).toContain("Press 271");
    await large.presses("oksana", LINE_3, "Send");
    const sina = large.teams.fake.as("sina");
    await sina.presses(large.teams.card("it-security", "HAM-1"), "Approve…");
    const offered = await sina.searches("Which machine or address connects?", "stamping 29");
    expect(offered[0]).toBe("Press 29");
    await sina.submits({ ...SECURITY_FACTS, "Which machine or address connects?": "Press 29" });
    await large.world.settled();
    expect(large.card(LINE_3, "HAM-1").text).toContain("Press 29");
  });

  test("shows its machines to nobody else", async () => {
    await large.asks("oksana", "can we open port 502 until friday noon?");
    await large.presses("oksana", LINE_3, "Fill in…");
    const view = large.world.slack.workspace.views.get("U0OKSANA")?.at(-1)?.view;
    const { value } = FormContext.parse(JSON.parse(view?.private_metadata ?? "{}"));
    const search = { value, input: "destination", words: "press" };
    const { find } = large.world.referee;
    expect(await find({ ...search, account: AccountId.parse("slack:U0STRANGER") })).toEqual([]);
    expect(await find({ ...search, value: "r1|fill", account: AccountId.parse("slack:U0OKSANA") })).toEqual([]);
    expect(await find({ ...search, input: "why", account: AccountId.parse("slack:U0OKSANA") })).toEqual([]);
    expect(await find({ ...search, account: AccountId.parse("slack:U0OKSANA") })).not.toEqual([]);
  });

  test.each([
    { who: "a stranger", person: "stranger", id: "U0STRANGER" },
    { who: "a vendor's guest", person: "elena", id: "U0ELENA" },
  ])("shows $who what stands in their own form, and lists no other", async ({ person, id }) => {
    await large.asks(person, "can we open port 502 to PLC-12 until friday noon?");
    await large.presses(person, LINE_3, "Fill in…");
    const view = large.world.slack.workspace.views.get(id)?.at(-1)?.view;
    expect(JSON.stringify(view)).toContain("PLC-12");
    expect(JSON.stringify(view)).not.toMatch(/Palletizer|Press 27/);
    const { value } = FormContext.parse(JSON.parse(view?.private_metadata ?? "{}"));
    const search = { value, input: "destination", words: "press", account: AccountId.parse(`slack:${id}`) };
    expect(await large.world.referee.find(search)).toEqual([]);
    await large.world.as(person).fills({ why: "read the counters", destination: "PLC-7" });
    await large.world.settled();
    expect(large.card(LINE_3, "PLC-7").text).toContain("PLC-12, PLC-7");
    // Whoever the plant knows has no way in by the form of somebody else either.
    await large.asks("oksana", "can we open port 502 until friday noon?");
    await large.presses("oksana", LINE_3, "Fill in…");
    const theirs = large.world.slack.workspace.views.get("U0OKSANA")?.at(-1)?.view;
    const form = FormContext.parse(JSON.parse(theirs?.private_metadata ?? "{}"));
    expect(await large.world.referee.find({ ...search, ...form })).toEqual([]);
  });

  test("lists them for everybody where the plant file says so", async () => {
    await everybodys.asks("stranger", "can we open port 502 to PLC-12 until friday noon?");
    await everybodys.presses("stranger", LINE_3, "Fill in…");
    expect(await everybodys.world.as("stranger").searches(MACHINES, "press 27")).toContain("Press 271");
  });
});
