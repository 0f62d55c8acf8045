import { createSlackAdapter } from "../../../adapters/slack/slack.ts";
import {
  DeliveryError,
  type DeliveryFailure,
  later,
  type Message,
  MINUTE_MS,
  systemClock,
} from "../../../src/index.ts";
import type { Fault } from "../../fakes/slack/faults.ts";
import { postOn } from "../../support/postOn.ts";
import { approverCard } from "../cards.ts";
import { elsewhere, line3, olga, openPlantSlack, optionsFor, otControls, otto, useSlack } from "./useSlack.ts";

const slack = useSlack();
const inLine3 = { adapter: "slack" as const, conversation: line3, thread: null };
const words = (text: string): Message => ({ text, card: null, mention: [] });

/** Why a delivery failed; "delivered" when it did not. */
async function outcomeOf(delivery: Promise<unknown>): Promise<DeliveryFailure | "delivered"> {
  try {
    await delivery;
    return "delivered";
  } catch (caught) {
    if (caught instanceof DeliveryError) return caught.failure;
    throw caught;
  }
}

const post = (conversation: string, thread: string | null = null) =>
  postOn(slack().adapter, { adapter: "slack", conversation, thread }, words("hi"), "e1");

describe("a message of Referee's", () => {
  test("stands in the thread it was meant for, and its newest state replaces the older", async () => {
    const root = await slack().slack.as(olga).says(line3, "open port 502");
    const posted = await postOn(slack().adapter, { ...inLine3, thread: root.ts }, words("nobody has it yet"), "e1");
    await slack().adapter.update(posted, { text: "Otto has it", card: approverCard, mention: [] });
    const [, card] = slack().slack.thread(line3, root.ts);
    expect(card).toMatchObject({ version: 2, thread: root.ts, notice: "Otto has it" });
    expect(card?.text).toContain("Open port 502 to PLC-12");
  });

  test("to a person stands in their direct message, and can be changed there", async () => {
    const posted = await post(otto);
    await slack().adapter.update(posted, words("changed"));
    expect(slack().slack.messages(otto)).toMatchObject([{ text: "changed" }]);
  });

  test("that was said twice is taken back; once it is gone, taking it back again does no harm", async () => {
    const posted = await post(line3);
    await slack().adapter.remove(posted);
    expect(slack().slack.messages(line3)).toEqual([]);
    expect(await outcomeOf(slack().adapter.remove(posted))).toBe("delivered");
    expect(await slack().adapter.permalink(posted)).toBeNull();
  });

  test("has an address that opens it", async () => {
    const posted = await post(line3);
    expect(await slack().adapter.permalink(posted)).toBe(
      `https://plant.slack.com/archives/${line3}/p${posted.message.replace(".", "")}`,
    );
  });
});

describe("an utterance whose answer was lost", () => {
  test.each([
    { place: "a thread", conversation: line3, inThread: true },
    { place: "a channel", conversation: otControls, inThread: false },
    { place: "a direct message", conversation: otto, inThread: false },
  ])("is found again in $place", async ({ conversation, inThread }) => {
    const root = inThread ? (await slack().slack.as(olga).says(line3, "open port 502")).ts : null;
    const spot = { adapter: "slack" as const, conversation, thread: root };
    slack().slack.faults.next("chat.postMessage", "reset after doing");
    expect(await outcomeOf(postOn(slack().adapter, spot, words("your call"), "HAM-142/ping/3"))).toEqual({
      type: "unknown",
    });
    const found = await slack().adapter.find(spot, "HAM-142/ping/3");
    expect(found?.message).toBe(slack().slack.messages(conversation).at(-1)?.ts);
    expect(await slack().adapter.find(spot, "HAM-142/ping/4")).toBeNull();
  });

  test("is not mistaken for what somebody else wrote with the same mark", async () => {
    const { workspace } = slack().slack;
    workspace.say({
      channel: line3,
      user: olga,
      text: "x",
      metadata: { event_type: "referee_effect", event_payload: { effect: "e9" } },
    });
    expect(await slack().adapter.find(inLine3, "e9")).toBeNull();
  });

  test("is found behind two hundred newer messages", async () => {
    await postOn(slack().adapter, inLine3, words("long ago"), "e1");
    for (let count = 0; count < 230; count += 1)
      slack().slack.workspace.say({ channel: line3, user: olga, text: `${count}` });
    expect(await slack().adapter.find(inLine3, "e1")).not.toBeNull();
  });
});

describe("a post that fails says what can be done about it", () => {
  const faults: readonly { readonly name: string; readonly fault: Fault; readonly failure: DeliveryFailure }[] = [
    {
      name: "told to wait",
      fault: { status: 429, retryAfterS: 7 },
      failure: { type: "rateLimited", retryAfterMs: 7_000, scope: "lane" },
    },
    {
      name: "told to wait, without saying how long",
      fault: { error: "ratelimited" },
      failure: { type: "rateLimited", retryAfterMs: 30_000, scope: "lane" },
    },
    {
      name: "a channel that is gone",
      fault: { error: "channel_not_found" },
      failure: { type: "unreachable", why: "channel_not_found" },
    },
    {
      name: "an archived channel",
      fault: { error: "is_archived" },
      failure: { type: "unreachable", why: "is_archived" },
    },
    {
      name: "a channel only some may write in",
      fault: { error: "restricted_action_read_only_channel" },
      failure: { type: "unreachable", why: "restricted_action_read_only_channel" },
    },
    {
      name: "content Slack refuses",
      fault: { error: "invalid_blocks" },
      failure: { type: "refused", why: "invalid_blocks" },
    },
    {
      name: "Slack closed for a moment",
      fault: { status: 503 },
      failure: { type: "unavailable", why: "Slack answered 503" },
    },
    {
      name: "a token that was revoked",
      fault: { error: "token_revoked" },
      failure: { type: "unavailable", why: "token_revoked" },
    },
    {
      name: "a failure behind which it may have been posted",
      fault: { statusAfterDoing: 500 },
      failure: { type: "unknown", why: "Slack answered 500" },
    },
    {
      name: "Slack's own word for that",
      fault: { error: "internal_error" },
      failure: { type: "unknown", why: "internal_error" },
    },
    { name: "a broken connection", fault: "reset", failure: { type: "unknown" } },
  ];

  test.each(faults)("$name", async ({ fault, failure }) => {
    slack().slack.faults.next("chat.postMessage", fault);
    expect(await outcomeOf(post(line3))).toEqual(failure);
  });

  test("no answer in time, although it was posted", async () => {
    slack().slack.faults.next("chat.postMessage", "timeout after doing");
    const adapter = createSlackAdapter({ ...optionsFor(slack().slack, "http"), answerWithinMs: 100 });
    expect(await outcomeOf(postOn(adapter, inLine3, words("hi"), "e1"))).toEqual({ type: "unknown" });
    expect(slack().slack.messages(line3)).toHaveLength(1);
  });

  test("a channel Referee is not in", async () => {
    expect(await outcomeOf(post(elsewhere))).toEqual({ type: "unreachable", why: "not_in_channel" });
  });

  test("a person whose account is closed, although Slack would take it", async () => {
    leaves(otto);
    expect(await outcomeOf(post(otto))).toEqual({ type: "unreachable", why: "user_disabled" });
    expect(slack().slack.messages(otto)).toEqual([]);
  });

  test("a thread whose beginning was deleted", async () => {
    expect(await outcomeOf(post(line3, "1.000001"))).toEqual({ type: "unreachable", why: "thread_not_found" });
  });

  test("Slack cannot be reached at all", async () => {
    const gone = await openPlantSlack();
    await gone.stop();
    const adapter = createSlackAdapter(optionsFor(gone, "http"));
    expect(await outcomeOf(postOn(adapter, inLine3, words("hi"), "e1"))).toEqual({
      type: "unavailable",
      why: "Slack cannot be reached (ECONNREFUSED)",
    });
  });

  test("and it is tried once only: when to try again is the lane's to say", async () => {
    slack().slack.faults.always("chat.postMessage", { status: 503 });
    await outcomeOf(post(line3));
    expect(slack().slack.calls.filter(({ method }) => method === "chat.postMessage")).toHaveLength(1);
  });
});

/** Their administrator closes the account. */
function leaves(person: string): void {
  const user = slack().slack.workspace.users.get(person);
  if (user === undefined) throw new Error(`${person} is not in this workspace`);
  user.disabled = true;
}

const lookUps = () => slack().slack.calls.filter(({ method }) => method === "users.info").length;

describe("the look at an account before a message to it", () => {
  test("is taken once in five minutes", async () => {
    let now = systemClock();
    const adapter = createSlackAdapter({ ...optionsFor(slack().slack, "http"), now: () => now });
    const say = () => outcomeOf(postOn(adapter, { ...inLine3, conversation: otto }, words("hi"), "e1"));
    expect([await say(), await say()]).toEqual(["delivered", "delivered"]);
    expect(lookUps()).toBe(1);
    leaves(otto);
    now = later(now, 5 * MINUTE_MS);
    expect(await say()).toEqual({ type: "unreachable", why: "user_disabled" });
  });

  test("is not taken for a channel", async () => {
    await post(line3);
    expect(lookUps()).toBe(0);
  });

  test.each<{ readonly name: string; readonly fault: Fault }>([
    { name: "fails", fault: { status: 500 } },
    { name: "is limited", fault: { status: 429, retryAfterS: 60 } },
    { name: "is not allowed", fault: { error: "missing_scope" } },
  ])("keeps no message back when it $name, and is not repeated at once", async ({ fault }) => {
    slack().slack.faults.always("users.info", fault);
    expect([await outcomeOf(post(otto)), await outcomeOf(post(otto))]).toEqual(["delivered", "delivered"]);
    expect(lookUps()).toBe(1);
  });
});

describe("an update that fails says what can be done about it", () => {
  test.each([
    {
      name: "told to wait",
      fault: { status: 429, retryAfterS: 2 },
      failure: { type: "rateLimited", retryAfterMs: 2_000, scope: "method" },
    },
    { name: "a message that is gone", fault: { error: "message_not_found" }, failure: { type: "notEditable" } },
    { name: "a message too old to change", fault: { error: "edit_window_closed" }, failure: { type: "notEditable" } },
    {
      name: "a failing Slack, which may be asked again",
      fault: { status: 500 },
      failure: { type: "unavailable", why: "Slack answered 500" },
    },
  ])("$name", async ({ fault, failure }) => {
    const posted = await post(line3);
    slack().slack.faults.next("chat.update", fault);
    expect(await outcomeOf(slack().adapter.update(posted, words("newer")))).toEqual(failure);
  });
});
