import type { Shown } from "../fakes/slack/show.ts";
import { LINE_3, OT, SECURITY, useStory } from "./useStory.ts";

const story = useStory();

const ASK = "Can we open port 502 to PLC-12 until Friday 12:00 to read the counters for the OEE report?";

/** What opens in front of somebody who presses *Details* on the newest card of a channel; they close it again. */
async function details(person: string, where: string, card: Shown = story.card(where, "HAM-1")) {
  const someone = story.world.as(person);
  await someone.presses(card, "Details");
  const shown = someone.form();
  someone.closes();
  return shown;
}

function has(person: string, locale: string): void {
  const user = story.world.slack.workspace.users.get(`U0${person.toUpperCase()}`);
  if (user === undefined) throw new Error(`Nobody is called ${person}`);
  user.locale = locale;
}

const sent = async () => {
  await story.asks("oksana", ASK);
  await story.presses("oksana", LINE_3, "Send");
};

describe("what is not needed to decide, on Slack,", () => {
  test("is not on the card, and opens with one press, as often as somebody presses", async () => {
    await sent();
    const { text } = story.card(OT, "HAM-1");
    expect(text).toContain("● OT controls  nobody yet, Otto was asked, due Mon 17:00");
    expect(text).not.toMatch(/IT security|Production|closes it again/);
    const first = await details("otto", OT);
    expect(first).toMatchObject({ title: "HAM-1 · Details", inputs: [] });
    expect(first?.text).toContain("● IT security  nobody has it yet, Sina was asked Mon 09:00");
    expect(first?.text).toContain("○ IT network  closes it again");
    expect(await details("otto", OT)).toEqual(first);
    expect(story.world.as("otto").troubles).toEqual([]);
  });

  test("is told as it is when it is opened, though the card was drawn before", async () => {
    await sent();
    const before = story.card(OT, "HAM-1");
    await story.presses("sina", SECURITY, "Take it");
    expect((await details("otto", OT, before))?.text).toContain("● IT security  Sina has it since Mon 09:00");
  });

  test("is told in the words of whoever opens it", async () => {
    has("otto", "de-DE");
    await sent();
    await story.asks("otto", "help", OT);
    const shown = await details("otto", OT);
    expect(shown?.title).toBe("HAM-1 · Details");
    expect(shown?.text).toContain("● IT-Sicherheit  noch niemand, gefragt wurde Sina, Mo 09:00");
  });

  test("is told to nobody who presses where that card does not stand", async () => {
    await sent();
    const elsewhere = story.card(SECURITY, "HAM-1");
    await story.world.as("nils").presses(elsewhere, "Details", { buttons: story.card(OT, "HAM-1").buttons });
    expect(story.world.as("nils").form()).toBeNull();
    expect(await story.told("nils", "nothing")).not.toContain("PLC-12");
  });
});
