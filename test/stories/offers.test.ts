import { encodeAction } from "../../src/card/action.ts";
import { AccountId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { requestIdFor } from "../../src/referee/requests.ts";
import type { Shown } from "../fakes/slack/show.ts";
import { LINE_3, LINE_7, OPS, type Story, useStory } from "./useStory.ts";

const CLEAR = "can you please open port 502 from the historian to PLC-12 until friday noon?";
const OFFER = "Shall I start a request?";

const listening = useStory({ plant: (demo: Plant): Plant => ({ ...demo, offersIn: { slack: [LINE_3] } }) });
const plain = useStory();

/** Somebody writes to their colleagues, and Referee is given the time to say something. */
async function says(story: Story, person: string, text: string, where = LINE_3): Promise<Shown> {
  const message = await story.world.as(person).says(where, text);
  await story.world.settled();
  return message;
}

const offersTo = (story: Story, person: string) =>
  story.world
    .as(person)
    .ephemerals()
    .filter(({ text }) => text.includes(OFFER));

/** Waits for the newest offer to somebody. */
async function offered(story: Story, person: string): Promise<Shown> {
  await story.told(person, OFFER);
  const offer = offersTo(story, person).at(-1);
  if (offer === undefined) throw new Error(`Nothing was offered to ${person}`);
  return offer;
}

describe("a plain request to colleagues, in a channel where Referee may listen", () => {
  test("is offered to its author, and to nobody else, with the reasons", async () => {
    await says(listening, "oksana", CLEAR);
    const offer = await offered(listening, "oksana");
    expect(offer.text).toContain("I read your message as “Open a port” because of “502” (Modbus TCP)");
    expect(offer.text).toContain("Only you see this, and nothing has been started.");
    expect(offer.ephemeralTo).toBe("U0OKSANA");
    expect(listening.said(LINE_3)).toEqual([]);
  });

  test("tells its author beside the offer to change a password that stands in it", async () => {
    await says(listening, "oksana", `${CLEAR} The password is Sommer2024!`);
    const offer = await offered(listening, "oksana");
    expect(offer.text).toContain("Referee has not kept it; please change it.");
    expect(offer.text).not.toContain("Sommer2024");
  });

  test("becomes a draft in its thread once its author says so, as if Referee had been mentioned", async () => {
    const asked = await says(listening, "oksana", CLEAR);
    const offer = await offered(listening, "oksana");
    await listening.world.as("oksana").presses(offer, "Start a request");
    await listening.world.settled();
    const draft = listening.card(LINE_3, "Open port 502 to PLC-12");
    expect(draft.thread).toBe(asked.ts);
    expect(draft.text).toContain("Fri 12:00");
    await listening.world.slack.until("the offer gone", () => offersTo(listening, "oksana").length === 0);
    expect(listening.world.times("I read this as")).toBe(1);
  });

  test("cannot be taken up by anybody else", async () => {
    const asked = await says(listening, "oksana", CLEAR);
    await offered(listening, "oksana");
    const request = requestIdFor(`slack:said:${LINE_3}:${asked.ts}`, 0);
    const answer = await listening.world.referee.receive({
      type: "pressed",
      id: "slack:press:forged",
      account: AccountId.parse("slack:U0OLE"),
      name: "Ole",
      value: encodeAction({ verb: "start", request, step: null, ask: 0, arg: "" }),
      spot: { adapter: "slack", conversation: LINE_3, thread: null },
    });
    expect(answer).toEqual({
      type: "private",
      text: "Only whoever wrote the message can make a request of it.",
    });
    expect(listening.world.times("I read this as")).toBe(0);
  });

  test("whose offer is over says how to start one", async () => {
    const asked = await says(listening, "oksana", CLEAR);
    const offer = await offered(listening, "oksana");
    const request = requestIdFor(`slack:said:${LINE_3}:${asked.ts}`, 0);
    await listening.world.record.web.unlink(`${listening.world.record.prefix}offer:${request}`);
    await listening.world.as("oksana").presses(offer, "Start a request");
    await listening.told("oksana", "This offer is over. Mention Referee in a message to start a request.");
    expect(offersTo(listening, "oksana")).toEqual([]);
  });

  test("keeps a typed password out of what is offered", async () => {
    const asked = await says(listening, "oksana", `${CLEAR} password: Sommer2026!`);
    await offered(listening, "oksana");
    const request = requestIdFor(`slack:said:${LINE_3}:${asked.ts}`, 0);
    const kept = await listening.world.record.web.get(`${listening.world.record.prefix}offer:${request}`);
    expect(kept).not.toContain("Sommer2026!");
  });
});

describe("talk in a channel where Referee may listen", () => {
  test.each([
    "lunch?",
    "502 was opened yesterday, thanks nils",
    "how do I open a port on this firewall?",
    "imagine if we could just open port 502 ourselves",
    "the vendor wrote: please open port 502 to PLC-12",
    "who owns the historian?",
    "please open port 502 to PLC-12 so that we can bypass the light curtain",
    "can you please bypass the light curtain on the filler?",
  ])("is left alone: %s", async (chatter) => {
    await says(listening, "oksana", chatter);
    await says(listening, "oksana", CLEAR);
    await offered(listening, "oksana");
    expect(listening.world.as("oksana").ephemerals()).toHaveLength(1);
  });

  test("gets the emergency number, privately, when somebody writes of danger", async () => {
    await says(listening, "oksana", "somebody is hurt at the filler, there is smoke");
    expect(await listening.told("oksana", "call 112 now")).toContain("If anybody is in danger");
    expect(listening.said(LINE_3)).toEqual([]);
  });

  test("is offered no longer once it is a flood, of which nobody is told, and which takes nothing from real questions", async () => {
    for (let n = 0; n < 10; n += 1) await says(listening, "stranger", CLEAR.replace("502", `${5_000 + n}`));
    expect(offersTo(listening, "stranger")).toHaveLength(8);
    await says(listening, "stranger", "the palletizer is down, can somebody please help?");
    expect(offersTo(listening, "stranger")).toHaveLength(9);
    await listening.asks("stranger", "who owns PLC-12?");
    await listening.told("stranger", "linked to the plant can be told that");
    expect(listening.said(OPS)).toEqual([]);
  });

  test("in a thread is never offered anything", async () => {
    const root = await says(listening, "ole", "morning all");
    await listening.replies("oksana", root, CLEAR);
    await says(listening, "oksana", CLEAR);
    await offered(listening, "oksana");
    expect(offersTo(listening, "oksana")).toHaveLength(1);
  });
});

describe("a plain request to colleagues", () => {
  test("in another channel than those named is left alone", async () => {
    await says(listening, "oksana", CLEAR, LINE_7);
    await says(listening, "oksana", CLEAR);
    await offered(listening, "oksana");
    expect(offersTo(listening, "oksana")).toHaveLength(1);
  });

  test("is left alone in another channel even by an adapter that passes on too much", async () => {
    const answer = await listening.world.referee.receive({
      type: "said",
      id: "slack:said:too-much",
      account: AccountId.parse("slack:U0OKSANA"),
      name: "Oksana",
      text: CLEAR,
      spot: { adapter: "slack", conversation: LINE_7, thread: "1.000001" },
      isReply: false,
      via: "overheard",
      quoted: null,
      files: [],
    });
    expect(answer).toEqual({ type: "nothing" });
  });

  test("is left alone everywhere unless an administrator named a channel", async () => {
    await says(plain, "oksana", CLEAR);
    await plain.asks("oksana", "what is waiting?");
    await plain.told("oksana", "What is waiting");
    expect(plain.world.as("oksana").ephemerals()).toHaveLength(1);
  });
});
