import type { Deleted, Said, Spot } from "../../src/adapter.ts";
import { RefereeError } from "../../src/errors.ts";
import { AccountId } from "../../src/plant/ids.ts";
import type { RequestEvent } from "../../src/request/events.ts";
import { RequestId } from "../../src/request/ids.ts";
import { streamsOf } from "../../tools/record.ts";
import type { Shown } from "../fakes/slack/show.ts";
import { portApproved, portAsked } from "./openPort.ts";
import { LINE_3, OT, SECURITY, type Story, useStory } from "./useStory.ts";

const story = useStory();
const REFEREE = "<@U0REFEREE>";
const ASKED = "can we open port 502 to PLC-12 until friday noon?";

const edit = async (person: string, message: Pick<Shown, "channel" | "ts">, text: string) => {
  await story.world.as(person).edits(message, text);
  await story.world.settled();
};
const remove = async (person: string, message: Pick<Shown, "channel" | "ts">) => {
  await story.world.as(person).deletes(message);
  await story.world.settled();
};
/** What was said to nobody alone so far. */
const whispers = (person: string) =>
  story.world
    .as(person)
    .ephemerals()
    .map(({ text }) => text);

/** All events of all requests and drafts. */
async function record({ world }: Story): Promise<readonly RequestEvent[]> {
  const { worker: redis, prefix } = world.record;
  const events: RequestEvent[] = [];
  for await (const stream of streamsOf({ redis, prefix })) {
    const request = RequestId.safeParse(stream);
    if (request.success) events.push(...(await world.referee.requests.load(request.data)).events);
  }
  return events;
}
const types = async () => (await record(story)).map(({ type }) => type);
const drafts = () =>
  story.said(LINE_3).filter((text) => text.includes("I read this as") || text.includes("What is this about?"));

describe("the message of a draft is edited", () => {
  test("and the draft is read anew, in its own card", async () => {
    const message = await story.asks("oksana", ASKED);
    await edit("oksana", message, `${REFEREE} can we open port 44818 to PLC-12 until thursday noon?`);
    const draft = story.card(LINE_3, "I read this as");
    expect(draft.text).toContain("44818");
    expect(draft.text).toContain("Thu 12:00");
    expect(draft.text).not.toContain("502");
    expect(drafts()).toHaveLength(1);
  });

  test("and what its author filled in since stays; what the message says otherwise now is named", async () => {
    const message = await story.asks("oksana", ASKED);
    await story.presses("oksana", LINE_3, "Fill in…", {
      "What is it for?": "read the counters",
      "Until when is it needed?": "Wed 18:00",
    });
    await edit("oksana", message, `${REFEREE} can we open port 44818 to PLC-12 until thursday noon?`);
    const draft = story.card(LINE_3, "I read this as");
    expect(draft.text).toContain("Wed 18:00");
    expect(draft.text).toContain("read the counters");
    expect(draft.text).toContain("44818");
    expect(await story.told("oksana", "The draft keeps what you filled in yourself")).toContain("Until");
  });

  test("and becomes another kind of request", async () => {
    const message = await story.asks("oksana", ASKED);
    await edit("oksana", message, `${REFEREE} please restart the MES client on line 3`);
    expect(story.card(LINE_3, "I read this as").text).toContain("Restart");
    expect(drafts()).toHaveLength(1);
  });

  test("and asks for nothing any more: the draft is put away, and comes back with the next edit", async () => {
    const message = await story.asks("oksana", ASKED);
    await edit("oksana", message, `${REFEREE} thanks, never mind`);
    expect(story.card(LINE_3, "no longer asks for it").buttons).toEqual([]);
    await edit("oksana", message, `${REFEREE} ${ASKED}`);
    expect(story.buttons(LINE_3, "I read this as")).toContain("Discard");
  });

  test("and one of its two wishes is taken out: only that draft is put away", async () => {
    const message = await story.asks("oksana", "open 502 to PLC-12 and please restart the MES client");
    expect(drafts()).toHaveLength(2);
    await edit("oksana", message, `${REFEREE} please restart the MES client`);
    expect(drafts()).toHaveLength(1);
    expect(drafts()[0]).toContain("Restart");
    await edit("oksana", message, `${REFEREE} open 502 to PLC-12 and please restart the MES client`);
    expect(drafts()).toHaveLength(2);
  });

  test("and gets a second wish: that becomes a draft of its own", async () => {
    const message = await story.asks("oksana", "please restart the MES client");
    await edit("oksana", message, `${REFEREE} open 502 to PLC-12 and please restart the MES client`);
    expect(drafts()).toHaveLength(2);
  });

  test("and asks for a guard to be out of the way: nothing is drafted, and its author reads why", async () => {
    const message = await story.asks("oksana", ASKED);
    await edit("oksana", message, `${REFEREE} can you bypass the light curtain on the palletizer?`);
    await story.told("oksana", "A guard or an interlock protects people");
    expect(drafts()).toEqual([]);
  });

  test("and names Referee only now, for a guard to be out of the way: its author reads why, and nothing is drafted", async () => {
    const { ts } = await story.world
      .as("oksana")
      .says(LINE_3, "the light curtain on the palletizer trips all the time");
    await edit("oksana", { channel: LINE_3, ts }, `${REFEREE} can you bypass the light curtain on the palletizer?`);
    await story.told("oksana", "A guard or an interlock protects people");
    expect(drafts()).toEqual([]);
  });

  test("and holds a password: that is kept nowhere, and its author reads so", async () => {
    const message = await story.asks("oksana", ASKED);
    await edit("oksana", message, `${REFEREE} ${ASKED} the password: Sommer2026!`);
    await story.told("oksana", "looked as if it held a password");
    expect(JSON.stringify(await record(story))).not.toContain("Sommer2026");
  });

  test("and is sent with the words it has then", async () => {
    const message = await story.asks("oksana", ASKED);
    await edit("oksana", message, `${REFEREE} can we open port 44818 to PLC-12 until thursday noon?`);
    await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "read the counters" });
    await story.presses("oksana", LINE_3, "Send");
    expect(story.card(OT, "HAM-1").text).toContain("44818");
  });
});

describe("what its author put away or chose", () => {
  test("stays put away, whatever becomes of the message", async () => {
    const message = await story.asks("oksana", ASKED);
    await story.presses("oksana", LINE_3, "Discard");
    await edit("oksana", message, `${REFEREE} can we open port 44818 to PLC-12?`);
    expect(drafts()).toEqual([]);
    expect(await types()).toEqual(["DraftStarted", "DraftDiscarded"]);
  });

  test("stays of the kind they chose", async () => {
    const message = await story.asks("oksana", "please restart the MES client");
    await story.presses("oksana", LINE_3, "Something else…", { "It is about": "🔌 Open a port" });
    await edit("oksana", message, `${REFEREE} please restart the MES client at PLC-12, port 502`);
    const draft = story.card(LINE_3, "I read this as");
    expect(draft.text).toContain("Open a port");
    expect(draft.text).toContain("502");
  });
});

describe("a message that named nobody", () => {
  test("is asked when its author puts Referee's name in", async () => {
    const message = await story.world.as("oksana").says(LINE_3, ASKED);
    await edit("oksana", message, `${REFEREE} ${ASKED}`);
    expect(story.card(LINE_3, "I read this as").thread).toBe(message.ts);
  });

  test("stays talk when it is edited without it", async () => {
    const message = await story.world.as("oksana").says(LINE_3, "we should open port 502");
    await edit("oksana", message, "we should open port 503");
    expect(await types()).toEqual([]);
  });

  test("and that Referee made nothing of is read once its author puts it right", async () => {
    const message = await story.asks("oksana", "hello there");
    await edit("oksana", message, `${REFEREE} ${ASKED}`);
    expect(drafts()).toHaveLength(1);
  });
});

describe("the message of a draft is deleted", () => {
  test("and the draft is put away", async () => {
    const message = await story.asks("oksana", ASKED);
    await remove("oksana", message);
    const card = story.card(LINE_3, "was deleted. Nothing was sent to anyone.");
    expect(card.buttons).toEqual([]);
    expect(whispers("oksana")).toEqual([]);
  });

  test("and an edit of it that comes late brings nothing back", async () => {
    const message = await story.asks("oksana", ASKED);
    const { slack } = story.world;
    story.world.hears(false);
    await story.world.as("oksana").edits(message, `${REFEREE} can we open port 44818 to PLC-12?`);
    story.world.hears(true);
    await remove("oksana", message);
    await slack.redeliver();
    await story.world.settled();
    expect(drafts()).toEqual([]);
  });

  test("before it arrived: when it arrives, nothing is made of it", async () => {
    const { slack } = story.world;
    story.world.hears(false);
    const text = `${REFEREE} open 502 to PLC-12 and please restart the MES client`;
    const message = await story.world.as("oksana").says(LINE_3, text);
    story.world.hears(true);
    await remove("oksana", message);
    await slack.redeliver();
    await story.world.settled();
    expect(story.said(LINE_3).filter((said) => said !== "")).toEqual([]);
    expect(await types()).toEqual([]);
  });

  test("and leaves nothing in the record where it was talk, though an edit of it comes late", async () => {
    const message = await story.asks("oksana", "hello there");
    const { slack } = story.world;
    story.world.hears(false);
    await story.world.as("oksana").edits(message, `${REFEREE} ${ASKED}`);
    story.world.hears(true);
    await remove("oksana", message);
    await slack.redeliver();
    await story.world.settled();
    expect(await types()).toEqual([]);
  });

  test("while its drafts are made: they are put away, or never made", async () => {
    const { referee, record: kept } = story.world;
    const account = AccountId.parse("slack:U0OKSANA");
    const spot: Spot = { adapter: "slack", conversation: LINE_3, thread: "1.000001" };
    const common = { account, name: "Oksana", spot, isReply: false, via: "mention" } as const;
    const id = "slack:said:C0LINE3:1.000001";
    const asked: Said = { ...common, type: "said", id, text: ASKED, quoted: null, files: [] };
    const gone: Deleted = { ...common, type: "deleted", id: "slack:deleted:1", about: id, edition: 2_000_000 };
    jest.spyOn(kept.store, "handle").mockRejectedValueOnce(new RefereeError("STORE_AWAY", "Redis is away."));
    await expect(referee.receive(asked)).rejects.toThrow("Redis is away");
    await referee.receive(gone);
    await referee.receive(asked);
    expect(await types()).toEqual(["MessageDeleted"]);
  });
});

describe("edits that come in another order", () => {
  test("leave the newest words, whichever comes last", async () => {
    const message = await story.asks("oksana", ASKED);
    const { slack } = story.world;
    story.world.hears(false);
    await story.world.as("oksana").edits(message, `${REFEREE} can we open port 80 to PLC-12?`);
    story.world.hears(true);
    await edit("oksana", message, `${REFEREE} can we open port 44818 to PLC-12?`);
    await slack.redeliver();
    await story.world.settled();
    expect(story.card(LINE_3, "I read this as").text).toContain("44818");
  });

  test("leave the first words taken back, too: an edit that says again what was said before counts as the newest", async () => {
    const message = await story.asks("oksana", ASKED);
    const { slack } = story.world;
    story.world.hears(false);
    await story.world.as("oksana").edits(message, `${REFEREE} can we open port 80 to PLC-12?`);
    story.world.hears(true);
    await edit("oksana", message, `${REFEREE} ${ASKED}`);
    await slack.redeliver();
    await story.world.settled();
    expect(story.card(LINE_3, "I read this as").text).toContain("502");
  });

  test("make nothing of a message that comes last, where its newest words ask for nothing", async () => {
    const { slack } = story.world;
    story.world.hears(false);
    const message = await story.world.as("oksana").says(LINE_3, `${REFEREE} ${ASKED}`);
    story.world.hears(true);
    await edit("oksana", message, `${REFEREE} never mind, thanks`);
    await slack.redeliver();
    await story.world.settled();
    expect(await types()).toEqual([]);
  });

  test("start the draft with the newest words when the message itself comes last", async () => {
    const { slack } = story.world;
    story.world.hears(false);
    const message = await story.world
      .as("oksana")
      .says(LINE_3, `${REFEREE} open 502 to PLC-12 and please restart the MES client`);
    story.world.hears(true);
    await edit("oksana", message, `${REFEREE} please restart the MES client`);
    await slack.redeliver();
    await story.world.settled();
    expect(drafts()).toHaveLength(1);
    expect(drafts()[0]).toContain("Restart");
  });
});

describe("a message that is edited or deleted after it was sent", () => {
  test("changes nothing; its author reads, alone, how to change or withdraw it", async () => {
    const message = await portAsked(story);
    const before = await types();
    await edit("oksana", message, `${REFEREE} can we open port 44818 to PLC-12 until sunday?`);
    const told = await story.told("oksana", "HAM-1 goes on as you sent it: that you edited your message");
    expect(told).toContain("“Change a fact…”");
    expect(told).toContain("“Withdraw…”");
    expect(await types()).toEqual(before);
    expect(story.card(OT, "HAM-1").text).not.toContain("44818");
    expect(whispers("otto")).toEqual([]);
    expect(story.said(LINE_3).join("\n")).not.toContain("that you edited");
  });

  test("does not withdraw it", async () => {
    const message = await portAsked(story);
    await remove("oksana", message);
    await story.told("oksana", "that you deleted your message does not withdraw it");
    expect(story.buttons(OT, "HAM-1")).toContain("Approve…");
  });

  test("says only what is still possible", async () => {
    const message = await portApproved(story);
    await story.presses("nils", "C0ITNET", "Take it");
    await edit("oksana", message, `${REFEREE} can we open port 44818 to PLC-12 until sunday?`);
    const told = await story.told("oksana", "HAM-1 goes on");
    expect(told).not.toContain("Change a fact");
    expect(told).toContain("“Withdraw…”");
  });

  test("says that it is over, once it is", async () => {
    const message = await portAsked(story);
    await story.presses("oksana", LINE_3, "Withdraw…", {});
    await edit("oksana", message, `${REFEREE} can we open port 44818 to PLC-12?`);
    await story.told("oksana", "HAM-1 is over, and its record keeps the words you sent");
  });
});

describe("a reply that was recorded", () => {
  test("stays in the record as it was first written; whoever wrote it reads so, alone", async () => {
    const message = await portAsked(story);
    const note = await story.world.as("otto").says(LINE_3, "only from the historian", { thread: message.ts });
    await story.world.settled();
    const before = await types();
    await edit("otto", note, "from anywhere");
    await story.told("otto", "Your note on HAM-1 stays in its record as you first wrote it");
    expect(await types()).toEqual(before);
    expect(story.said(OT).join("\n")).not.toContain("from anywhere");
    expect(whispers("oksana")).toEqual([]);
    await remove("otto", note);
    await story.told("otto", "stays in its record, also without the message");
  });

  test("stays the answer it was", async () => {
    const message = await portAsked(story);
    await story.presses("sina", SECURITY, "Ask a question…", { Question: "Which address connects?" });
    const answer = await story.world.as("oksana").says(LINE_3, "10.20.30.40", { thread: message.ts });
    await story.world.settled();
    await edit("oksana", answer, "10.20.30.41");
    await story.told("oksana", "Your answer on HAM-1 stays");
    expect(story.card(SECURITY, "HAM-1").text).toContain("10.20.30.40");
  });

  test("keeps what it filled in of a draft", async () => {
    const message = await story.asks("oksana", "can we open port 502 to PLC-12?");
    const reply = await story.world.as("oksana").says(LINE_3, "until friday noon", { thread: message.ts });
    await story.world.settled();
    await edit("oksana", reply, "until thursday noon");
    await story.told("oksana", "The draft keeps what you first wrote here");
    expect(story.card(LINE_3, "I read this as").text).toContain("Fri 12:00");
  });

  test("of which Referee made nothing may be edited in peace", async () => {
    const message = await story.asks("oksana", ASKED);
    const talk = await story.world.as("otto").says(LINE_3, "this one again?", { thread: message.ts });
    await edit("otto", talk, "this one again!");
    await remove("otto", talk);
    expect(whispers("otto")).toEqual([]);
  });
});
