import { AccountId } from "../../../src/index.ts";
import type { FakeTeam } from "../../fakes/slack/fakeSlack.ts";
import { line3, olga, openSlack, type SlackUnderTest, useSlack } from "./useSlack.ts";

const open = useSlack();
const vera = "U0VERA";
const VENDOR = "T0VENDOR";

const mentions = "<@U0REFEREE> who owns the palletizer?";

/** Somebody of another company, in a channel that both companies share. */
function guest({ slack }: SlackUnderTest) {
  Object.assign(slack.workspace.addUser(vera, "Vera Vendor"), { team: VENDOR });
  slack.workspace.channels.get(line3)?.members.add(vera);
  return slack.as(vera);
}

describe("somebody of another company in a shared channel", () => {
  test("is heard under their account as the plant file would name it, and said to be external", async () => {
    await guest(open()).says(line3, mentions);
    expect(open().heard.inbound[0]).toMatchObject({ account: `slack:${vera}`, name: "Vera Vendor · external" });
  });

  test("is not linked by their address, though Slack tells it", async () => {
    guest(open());
    expect(await open().adapter.emailOf?.(AccountId.parse(`slack:${vera}`))).toMatchObject({ vouched: false });
  });

  test("may press and fill in: the delivery names their own workspace, and is of ours all the same", async () => {
    const form = { value: "form", title: "Ask", intro: "", submit: "Send", inputs: [] };
    const kind = { type: "line" as const, maxLength: 100 };
    const why = { id: "why", label: "Why?", kind, required: true, initial: "", hint: "" };
    open().heard.answers = [{ type: "form", form: { ...form, inputs: [why] } }];
    const person = guest(open());
    await person.says(line3, mentions);
    await open().adapter.post(
      { adapter: "slack", conversation: line3, thread: null },
      { text: "a card", mention: [], card: cardWith("Take it") },
      "e1",
    );
    open().heard.answers = [{ type: "form", form: { ...form, inputs: [why] } }];
    const card = open().slack.messages(line3).at(-1);
    if (card === undefined) throw new Error("The card stands there");
    expect(await person.presses(card, "Take it")).toMatchObject({ status: 200 });
    expect(await person.fills({ "Why?": "it jams" })).toMatchObject({ status: 200 });
    expect(new Set(open().heard.inbound.map(({ type }) => type))).toEqual(new Set(["said", "pressed", "submitted"]));
  });
});

describe("an app in one workspace of Enterprise Grid", () => {
  let gridded: SlackUnderTest;
  beforeEach(async () => {
    gridded = await openSlack("http", { organisation: "E0WORKS" });
    const user = gridded.slack.workspace.users.get(olga);
    if (user === undefined) throw new Error("Olga is in this workspace");
    Object.assign(user, { team: "T0SOUTH", organisation: "E0WORKS" });
  });
  afterEach(() => gridded.stop());

  test("hears a colleague whose home is another workspace as one of the plant, and vouches for their address", async () => {
    await gridded.slack.as(olga).says(line3, mentions);
    expect(gridded.heard.inbound[0]).toMatchObject({ account: `slack:${olga}`, name: "Olga" });
    expect(await gridded.adapter.emailOf?.(AccountId.parse(`slack:${olga}`))).toEqual({
      email: "olga@plant.example",
      vouched: true,
    });
  });

  test("takes their click, which names the workspace they are at home in", async () => {
    const spot = { adapter: "slack", conversation: line3, thread: null } as const;
    await gridded.adapter.post(spot, { text: "a card", mention: [], card: cardWith("Take it") }, "e1");
    const card = gridded.slack.messages(line3).at(-1);
    if (card === undefined) throw new Error("The card stands there");
    expect(await gridded.slack.as(olga).presses(card, "Take it")).toMatchObject({ status: 200 });
    expect(gridded.heard.inbound[0]).toMatchObject({ type: "pressed", account: `slack:${olga}` });
    expect(await gridded.slack.as(olga).runs("/referee who owns it?", line3)).toMatchObject({ status: 200 });
    expect(gridded.heard.inbound).toHaveLength(2);
  });

  describe("beside a workspace of the same organisation that did not install it", () => {
    const SOUTH = "T0SOUTH";
    const theirs = "U0THEIRS";
    let south: FakeTeam;
    beforeEach(() => {
      south = gridded.slack.addTeam(SOUTH, "E0WORKS");
      Object.assign(south.workspace.addUser(theirs, "Theo"), { team: SOUTH, organisation: "E0WORKS" });
      south.workspace.addChannel(line3, "line-3", [theirs, south.bot.userId]);
      // People of an organisation can be looked up in all of it.
      Object.assign(gridded.slack.workspace.addUser(theirs, "Theo"), { team: SOUTH, organisation: "E0WORKS" });
    });

    const statuses = () => gridded.slack.deliveries.map(({ status }) => status);

    test("refuses its messages and commands, and says in the log which workspace that is", async () => {
      await south.as(theirs).says(line3, `<@${south.bot.userId}> who owns the palletizer?`);
      await south.as(theirs).runs("/referee who owns it?", line3);
      await south.as(theirs).opensHome();
      expect(statuses()).toEqual([403, 403, 403, 403]);
      expect(gridded.heard.inbound).toEqual([]);
      expect(gridded.logged.join("\n")).toMatch(/in which Referee is not installed.*"from":"T0SOUTH, E0WORKS"/);
    });

    test("refuses a shortcut there, and a press on what another Referee said there", async () => {
      await south.as(theirs).says(line3, "the palletizer is down");
      const said = south.messages(line3).at(-1);
      if (said === undefined) throw new Error("Theo said something");
      await south.as(theirs).uses("ask_referee", said);
      expect(statuses().at(-1)).toBe(403);
      const old = south.workspace.say({
        ...{ channel: line3, user: south.bot.userId, botId: south.bot.botId, text: "an old card" },
        blocks: [{ type: "actions", elements: [button("Take it")] }],
      });
      const card = south.messages(line3).find(({ ts }) => ts === old.ts);
      if (card === undefined) throw new Error("The old card stands there");
      expect(await south.as(theirs).presses(card, "Take it")).toMatchObject({ status: 403 });
      expect(gridded.heard.inbound).toEqual([]);
    });

    test("takes a shortcut of a member of its own who is at home there", async () => {
      Object.assign(gridded.slack.workspace.users.get(olga) ?? {}, { memberOf: ["T0PLANT"] });
      await gridded.slack.as(olga).says(line3, "the palletizer is down");
      const said = gridded.slack.messages(line3).at(-1);
      if (said === undefined) throw new Error("Olga said something");
      expect(await gridded.slack.as(olga).uses("ask_referee", said)).toMatchObject({ status: 200 });
    });
  });

  test("vouches for nobody of another organisation", async () => {
    Object.assign(gridded.slack.workspace.users.get(olga) ?? {}, { team: VENDOR, organisation: "E0VENDOR" });
    expect(await gridded.adapter.emailOf?.(AccountId.parse(`slack:${olga}`))).toMatchObject({ vouched: false });
  });
});

describe("what comes from a workspace whose token Referee does not have", () => {
  let other: FakeTeam;
  beforeEach(() => {
    other = open().slack.addTeam("T0OTHER");
    other.workspace.addUser(olga, "Olga");
    other.workspace.addChannel(line3, "line-3", [olga, other.bot.userId]);
  });

  test("is refused though it is signed, counted once for all, and not asked for again", async () => {
    await other.as(olga).says(line3, `<@${other.bot.userId}> hello`);
    await other.as(olga).runs("/referee who owns it?", line3);
    expect(open().slack.deliveries.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(await open().slack.redeliver()).toEqual([]);
    expect(open().heard.inbound).toEqual([]);
    const told = open().logged.filter((line) => line.includes("in which Referee is not installed"));
    expect(told).toHaveLength(1);
  });
});

function cardWith(label: string) {
  return {
    title: "A card",
    key: null,
    blocks: [
      {
        type: "actions" as const,
        actions: [{ type: "press" as const, label, value: "press", style: "plain" as const }],
        more: [],
      },
    ],
  };
}

function button(label: string) {
  const text = { type: "plain_text", text: label } as const;
  return { type: "button", text, action_id: "referee:0", value: "press" } as const;
}
