import { z } from "zod";
import { AccountId } from "../../src/plant/ids.ts";
import { withPresses } from "../support/manyPresses.ts";
import { SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3 } from "./useStory.ts";

const large = useBoth({ teams: ["it-security"], people: ["sina"], both: ["deniz"] }, (demo) => withPresses(demo, 300));

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
});
