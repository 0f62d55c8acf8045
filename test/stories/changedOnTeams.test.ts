import type { Edited } from "../../src/adapter.ts";
import { AccountId } from "../../src/plant/ids.ts";
import type { TeamsMessage } from "../fakes/teams/world.ts";
import { useBoth } from "./useBoth.ts";

const story = useBoth({ teams: ["it-security", "it-network"], people: ["sina", "nils", "vera"], both: ["deniz"] });
const ASKED = "can we open port 502 to PLC-12 until friday noon?";
const MENTION = "<at>Referee</at>";

const settled = async (done: Promise<unknown>) => {
  await done;
  await story.world.settled();
};
const edit = (person: string, message: TeamsMessage, text: string) =>
  settled(story.teams.fake.as(person).edits(message, text));
const inChat = (person: string) => story.teams.said(person);

describe("a message that its author edits on Teams", () => {
  test.each(["it-security", "sina"])("is read anew in %s, while it is a draft", async (where) => {
    const message = await story.teams.asks("sina", ASKED, where);
    const text = "can we open port 44818 to PLC-12 until thursday noon?";
    await edit("sina", message, where === "sina" ? text : `${MENTION} ${text}`);
    const draft = story.teams.text(story.teams.card(where, "I read this as"));
    expect(draft).toContain("44818");
    expect(draft).not.toContain("502");
    expect(story.teams.said(where).filter((said) => said.includes("I read this as"))).toHaveLength(1);
  });

  test("is put away when they delete it, and comes back when they take that back", async () => {
    const message = await story.teams.asks("sina", ASKED, "it-security");
    await settled(story.teams.fake.as("sina").deletes(message));
    expect(story.teams.buttons("sina", "it-security", "was deleted")).toEqual([]);
    await settled(story.teams.fake.as("sina").undeletes(message));
    expect(story.teams.buttons("sina", "it-security", "I read this as")).toContain("Discard");
  });

  test("changes nothing once it was sent, and tells them so in their own chat", async () => {
    const message = await story.teams.asks("sina", ASKED, "it-security");
    await story.teams.presses("sina", "it-security", "Fill in…", { "What is it for?": "read the counters" });
    await story.teams.presses("sina", "it-security", "Send");
    await edit("sina", message, `${MENTION} can we open port 80 to PLC-12?`);
    expect(inChat("sina").at(-1)).toContain("HAM-1 goes on as you sent it: that you edited your message");
    expect(story.teams.said("it-security").join("\n")).not.toContain("that you edited your message");
    await settled(story.teams.fake.as("sina").deletes(message));
    expect(inChat("sina").at(-1)).toContain("that you deleted your message does not withdraw it");
  });
});

describe("somebody else's hand", () => {
  test("on a message changes nothing of another's draft: the account of the change is not its author's", async () => {
    const message = await story.teams.asks("sina", ASKED, "it-security");
    const { fake } = story.teams;
    const before = story.teams.said("it-security");
    for (const by of ["nils", "stranger"]) {
      const chat = inChat(by);
      const asTheirs = { ...message, from: fake.world.people.get(by) ?? null };
      const index = fake.world.messages.findIndex(({ id }) => id === message.id);
      fake.world.messages[index] = asTheirs;
      await edit(by, asTheirs, `${MENTION} can we open port 80 to PLC-12?`);
      await settled(fake.as(by).deletes(asTheirs));
      expect(inChat(by)).toEqual(chat);
    }
    expect(story.teams.said("it-security")).toEqual(before);
  });

  test("does not come in by another platform, whatever message it names", async () => {
    await story.teams.asks("sina", ASKED, "it-security");
    const said = story.teams.fake.deliveries.at(-1);
    const before = story.teams.said("it-security");
    const { id, conversation } = Object(said?.activity);
    const edited: Edited = {
      type: "edited",
      id: "slack:edited:forged",
      about: `teams/${story.teams.fake.world.tenant}/${conversation.id}/${id}`,
      edition: Number.MAX_SAFE_INTEGER,
      account: AccountId.parse("slack:U0OTTO"),
      name: "Otto Brandt",
      text: "can we open port 80 to PLC-12?",
      files: [],
      spot: { adapter: "slack", conversation: "C0OTCONTROLS", thread: "1.000001" },
      isReply: false,
      via: "mention",
    };
    expect(await story.world.referee.receive(edited)).toEqual({ type: "nothing" });
    await story.world.settled();
    expect(story.teams.said("it-security")).toEqual(before);
  });
});
