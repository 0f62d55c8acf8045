import { RequestId } from "../../src/request/ids.ts";
import { StreamId } from "../../src/store/types.ts";
import { verifyRecord } from "../../tools/verifyRecord.ts";
import { recorded } from "../support/recorded.ts";
import { portAsked, portOpened } from "./openPort.ts";
import { friday, LINE_3, NETWORK, OT, useStory } from "./useStory.ts";

const story = useStory();
const CLOSED = { "Rule number, and how you saw that it is closed": "4711, seen" };
const TUESDAY_AFTER = "2026-12-08T12:30:00+01:00";

/** Opened, in use, and closed again on Friday; the week after it has rested. */
async function portClosed() {
  const message = await portOpened(story);
  await story.presses("oksana", LINE_3, "It works");
  await story.until(friday("12:30"));
  await story.presses("nils", NETWORK, "Closed again…", CLOSED);
  return message;
}

async function packed() {
  const { worker, prefix } = story.world.record;
  return worker.zrange(`${prefix}packed`, "0", "-1");
}

async function answered(person: string, asked: string, text: string): Promise<string> {
  const before = story.world.as(person).ephemerals().length;
  await story.asks(person, asked);
  const told = await story.world.slack.until(`"${text}" for ${person} alone`, () =>
    story.world
      .as(person)
      .ephemerals()
      .slice(before)
      .findLast((message) => message.text.includes(text)),
  );
  return told.text;
}

describe("a request that is over and has rested is packed, and", () => {
  test("whoever asks for it reads what they read before, its audit too", async () => {
    await portClosed();
    const details = await story.details("otto", OT);
    const happened = await answered("oksana", "what happened to HAM-1?", "Who said what");
    await story.until(TUESDAY_AFTER);
    const [stream = ""] = await packed();
    expect(await answered("oksana", "what happened to HAM-1?", "Who said what")).toBe(happened);
    await story.asks("oksana", "what happened to PLC-12 last week?");
    expect((await story.hears(LINE_3, "Newest first, as far as Referee knows")).text).toContain("rule 4711");
    expect(await story.details("otto", OT)).toBe(details);
    const { state } = await story.world.referee.requests.load(RequestId.parse(stream));
    expect(state).toMatchObject({ status: "closed", outcome: "closedAgain" });
    expect(await story.world.record.store.verifyChain(StreamId.parse(stream))).toMatchObject({ type: "intact" });
    const { worker, prefix, store } = story.world.record;
    expect(await verifyRecord({ redis: worker, prefix, store, archives: null })).toBe(0);
    expect(await packed()).toEqual([stream]);
  });

  test("whoever writes in its thread is heard, and it is packed again after", async () => {
    const message = await portClosed();
    await story.until(TUESDAY_AFTER);
    const before = await recorded(story.world);
    await story.replies("oksana", message, "the counters look wrong since monday");
    expect(await recorded(story.world)).not.toEqual(before);
    expect(await packed()).toEqual([]);
    await story.until("2026-12-10T12:30:00+01:00");
    expect(await packed()).toHaveLength(1);
    const [stream = ""] = await packed();
    const { events } = await story.world.record.store.load(StreamId.parse(stream));
    expect(events.at(-1)).toContain("the counters look wrong since monday");
  });

  test("whoever asks for the same reads what became of it, and takes its facts", async () => {
    await portClosed();
    await story.until(TUESDAY_AFTER);
    await story.asks("ivan", "can we open port 502 to PLC-12 until friday noon?");
    expect(story.card(LINE_3, "The same, as of").text).toContain("HAM-1");
    await story.presses("ivan", LINE_3, "Like HAM-1");
    expect(story.card(LINE_3, "The same, as of").text).toContain("read the counters for the OEE report");
    expect(await packed()).toHaveLength(1);
  });

  test("whoever was told no reads why before asking again", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Deny…", { "Why not?": "no login", "What would make it a yes?": "the jump host" });
    await story.until("2026-12-15T12:30:00+01:00");
    expect(await packed()).toHaveLength(1);
    await story.asks("ivan", "can we open port 502 to PLC-12 until friday noon?");
    expect(story.card(LINE_3, "HAM-1: Not approved").text).toContain("What would make it a yes: “the jump host");
    expect(await packed()).toHaveLength(1);
  });
});
