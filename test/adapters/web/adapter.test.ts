import { randomUUID } from "node:crypto";
import { type ChatStore, memoryChatStore } from "../../../adapters/web/chatStore.ts";
import { AccountId, type Answer, type Inbound, type Message, RefereeError } from "../../../src/index.ts";
import { named } from "../../support/named.ts";
import { postOn } from "../../support/postOn.ts";
import { denyForm } from "../cards.ts";
import { pageCall } from "./browserCall.ts";
import { openPage, personOn } from "./page.ts";
import { fullCard, openWebChat, type WebChat, type WebChatOptions } from "./standIn.ts";

const spot = { adapter: "web", conversation: "ot-controls", thread: null } as const;
const ping: Message = { text: "HAM-142 waits for you", card: fullCard(), mention: [named("web:otto")] };
const note = (text: string): Message => ({ text, card: null, mention: [] });

const open: WebChat[] = [];
async function chatWith(options: WebChatOptions = {}): Promise<WebChat> {
  const chat = await openWebChat(options);
  open.push(chat);
  return chat;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((chat) => chat.close()));
});

describe("a person who writes", () => {
  test("is heard in their direct message with Referee", async () => {
    const chat = await chatWith();
    await personOn(chat, "web:olga").says("web:olga", "can we open port 502?");
    expect(chat.told).toEqual([
      {
        type: "said",
        id: "web:m1",
        account: "web:olga",
        name: "Olga Weber",
        text: "can we open port 502?",
        spot: { adapter: "web", conversation: "olga", thread: "m1" },
        isReply: false,
        via: "direct",
        quoted: null,
        files: [],
      },
    ]);
  });

  test("is heard in a channel when Referee is addressed, without the address", async () => {
    const chat = await chatWith();
    await personOn(chat, "web:olga").says("web:line-3", "@Referee, can we open port 502?");
    expect(chat.told).toMatchObject([
      { text: "can we open port 502?", via: "mention", spot: { conversation: "line-3", thread: "m1" } },
    ]);
  });

  test("is not heard in a channel otherwise", async () => {
    const chat = await chatWith();
    await personOn(chat, "web:olga").says("web:line-3", "can we open port 502?");
    expect(chat.told).toEqual([]);
  });

  test("is heard in a thread, so that a reply finds its request", async () => {
    const chat = await chatWith();
    const posted = await postOn(chat.adapter, spot, ping, "ping-1");
    await personOn(chat, "web:otto").says("web:ot-controls", "is that the old address?", posted.message);
    expect(chat.told).toMatchObject([{ via: "thread", spot: { conversation: "ot-controls", thread: posted.message } }]);
  });

  test("can ask Referee about somebody else's message", async () => {
    const chat = await chatWith();
    const page = await openPage(chat);
    await personOn(chat, "web:olga").says("web:line-3", "somebody should open port 502");
    await page.until((messages) => messages.length === 1);
    await personOn(chat, "web:lars").asksAbout(page.messages()[0] ?? missing());
    expect(chat.told).toMatchObject([
      {
        via: "shortcut",
        account: "web:lars",
        text: "somebody should open port 502",
        quoted: { account: "web:olga", name: "Olga Weber" },
      },
    ]);
    await page.close();
  });

  test("is told by how much a message is too long, and nothing of it is kept", async () => {
    const chat = await chatWith();
    const spot = { conversation: "web:olga", thread: null };
    const long = { id: randomUUID(), spot, text: "x".repeat(8_970) };
    const longest = { id: randomUUID(), spot, text: "x".repeat(8_000) };
    expect(await personOn(chat, "web:olga").tries("/api/say", long)).toMatchObject({
      status: 400,
      body: "This is too long: 8,970 characters, at most 8,000.\n",
    });
    expect((await personOn(chat, "web:olga").tries("/api/say", longest)).status).toBe(200);
    expect(chat.told).toHaveLength(1);
  });

  test("sees a typed password struck out of what they wrote, and Referee hears that there was one", async () => {
    const chat = await chatWith();
    const page = await openPage(chat);
    await personOn(chat, "web:olga").says("web:olga", "open port 502, my password is Sommer2024!");
    await page.until((messages) => messages.length === 1);
    expect(page.messages()[0]?.text).toBe("open port 502, my password is [removed]");
    expect(chat.told).toMatchObject([{ type: "said", text: "open port 502, my password is Sommer2024!" }]);
    await page.close();
  });

  test("is heard once, and stands there once, when the page sends the same again", async () => {
    const chat = await chatWith();
    const page = await openPage(chat);
    const sent = { id: randomUUID(), spot: { conversation: "web:olga", thread: null }, text: "hello" };
    await personOn(chat, "web:olga").tries("/api/say", sent);
    await personOn(chat, "web:olga").tries("/api/say", sent);
    await page.until((messages) => messages.length === 1);
    expect(chat.told).toHaveLength(1);
    expect(page.messages()).toHaveLength(1);
    await page.close();
  });
});

describe("what Referee answers", () => {
  test("stands in the thread where it was asked", async () => {
    const chat = await chatWith({ answer: () => ({ type: "reply", message: note("I read this as: open a port.") }) });
    const page = await openPage(chat);
    await personOn(chat, "web:olga").says("web:line-3", "@Referee open port 502");
    await page.until((messages) => messages.length === 2);
    expect(page.messages()[1]).toMatchObject({
      author: "referee",
      thread: "m1",
      to: null,
      text: "I read this as: open a port.",
    });
    await page.close();
  });

  test("is taken away from whoever has pressed it once that is done, also by way of a form", async () => {
    const offer: Answer = { type: "private", text: "Shall I?", card: fullCard() };
    const done: Answer = { type: "nothing", spent: true };
    const answers: Answer[] = [offer, { type: "form", form: denyForm }, done];
    const chat = await chatWith({ answer: () => answers.shift() ?? done });
    const [page, olga] = [await openPage(chat), personOn(chat, "web:olga")];
    await olga.says("web:olga", "502?");
    await page.until((messages) => messages.length === 2);
    const [, offered] = page.messages();
    if (offered === undefined) throw new Error("nothing was offered");
    const form = await olga.presses(offered, "r1");
    if (form.type !== "form") throw new Error("no form was opened");
    expect(page.messages()).toHaveLength(2);
    // Somebody else's press on it, made up, takes nothing away.
    await personOn(chat, "web:otto").tries("/api/submit", { ...form, id: randomUUID(), values: {} });
    answers.push(done);
    await olga.sends(form, { reason: "no" });
    await page.until((messages) => messages.length === 1);
    expect(page.messages().map(({ text }) => text)).toEqual(["502?"]);
    await page.close();
  });

  test("is for one pair of eyes when it is private", async () => {
    const chat = await chatWith({ answer: () => ({ type: "private", text: "This card is from before." }) });
    const posted = await postOn(chat.adapter, spot, ping, "ping-1");
    const page = await openPage(chat);
    await personOn(chat, "web:sina").tries("/api/press", { id: randomUUID(), message: posted.message, value: "v" });
    await page.until((messages) => messages.length === 2);
    expect(page.messages()[1]).toMatchObject({
      to: "web:sina",
      thread: posted.message,
      text: "This card is from before.",
    });
    await page.close();
  });

  test("is a form to the one who pressed, and its answers come back with empty ones left out", async () => {
    const form = {
      title: "Deny",
      submit: "Deny",
      intro: "",
      value: "deny HAM-142",
      inputs: [
        { id: "reason", label: "Why?", hint: "", required: true, initial: "", kind: { type: "line", maxLength: 100 } },
      ],
    } as const;
    const chat = await chatWith({
      answer: ({ type }) => (type === "pressed" ? { type: "form", form } : { type: "nothing" }),
    });
    const posted = await postOn(chat.adapter, spot, ping, "ping-1");
    const shown = await personOn(chat, "web:otto").tries("/api/press", {
      id: randomUUID(),
      message: posted.message,
      value: "v",
    });
    const opened = JSON.parse(shown.body);
    await personOn(chat, "web:otto").sends(opened, { reason: "no maintenance window", condition: " " });
    expect(opened).toMatchObject({ type: "form", title: "Deny", card: { type: "AdaptiveCard" } });
    expect(chat.told.at(-1)).toMatchObject({
      type: "submitted",
      account: "web:otto",
      value: "deny HAM-142",
      values: { reason: "no maintenance window" },
    });
  });

  test("is 'try again' while nothing can be recorded, and the same words are heard then", async () => {
    const refusals: Inbound[] = [];
    const chat = await chatWith({
      answer: (inbound) => {
        if (refusals.push(inbound) === 1) throw new RefereeError("STORE_AWAY", "Redis is away.");
        return { type: "nothing" };
      },
    });
    const sent = { id: randomUUID(), spot: { conversation: "web:olga", thread: null }, text: "hello" };
    expect((await personOn(chat, "web:olga").tries("/api/say", sent)).status).toBe(503);
    expect((await personOn(chat, "web:olga").tries("/api/say", sent)).status).toBe(200);
    expect(refusals[1]).toEqual(refusals[0]);
  });
});

describe("what Referee says", () => {
  test("is said once, however often the same effect is posted", async () => {
    const chat = await chatWith();
    const first = await postOn(chat.adapter, spot, ping, "ping-1");
    const [second, third] = await Promise.all([
      postOn(chat.adapter, spot, ping, "ping-1"),
      postOn(chat.adapter, spot, ping, "ping-1"),
    ]);
    expect([second, third]).toEqual([first, first]);
    expect(await chat.adapter.find(spot, "ping-1")).toEqual(first);
    expect(await chat.adapter.find(spot, "ping-2")).toBeNull();
  });

  test("appears on an open page, is edited in place, and goes when it is taken back", async () => {
    const chat = await chatWith();
    const page = await openPage(chat);
    const posted = await postOn(chat.adapter, spot, ping, "ping-1");
    await page.until((messages) => messages.length === 1);
    expect(page.messages()[0]).toMatchObject({ mention: ["web:otto"], card: { type: "AdaptiveCard" } });
    await chat.adapter.update(posted, note("Approved, not done."));
    await page.until(([message]) => message?.text === "Approved, not done.");
    await chat.adapter.remove(posted);
    await page.until((messages) => messages.length === 0);
    await expect(chat.adapter.update(posted, note("late"))).rejects.toMatchObject({ failure: { type: "notEditable" } });
    await page.close();
  });

  test("reaches a person by their account as well as by their user id", async () => {
    const chat = await chatWith();
    const posted = await postOn(chat.adapter, { ...spot, conversation: "web:otto" }, ping, "ping-1");
    expect(posted.conversation).toBe("otto");
  });

  test("does not reach somebody the plant does not know", async () => {
    const chat = await chatWith();
    const nowhere = { ...spot, conversation: "nils" };
    await expect(postOn(chat.adapter, nowhere, ping, "ping-1")).rejects.toMatchObject({
      failure: { type: "unreachable" },
    });
  });

  test("may have been said when the log did not answer, and posting again finds out", async () => {
    const store = brokenOnce(memoryChatStore());
    const chat = await chatWith({ store });
    await expect(postOn(chat.adapter, spot, ping, "ping-1")).rejects.toMatchObject({ failure: { type: "unknown" } });
    const posted = await postOn(chat.adapter, spot, ping, "ping-1");
    expect(await chat.adapter.find(spot, "ping-1")).toEqual(posted);
    expect(await store.load()).toHaveLength(1);
  });
});

describe("Referee stopped hard and started again", () => {
  test("shows everything that was said, and says nothing twice", async () => {
    const store = memoryChatStore();
    const before = await chatWith({ store });
    const posted = await postOn(before.adapter, spot, ping, "ping-1");
    const after = await chatWith({ store });
    expect(await postOn(after.adapter, spot, ping, "ping-1")).toEqual(posted);
    const page = await openPage(after);
    await page.until((messages) => messages.length === 1);
    await page.close();
  });

  test("hears what was written and not yet taken in, and nothing it had taken in", async () => {
    const store = memoryChatStore();
    const before = await chatWith({
      store,
      answer: ({ id }) => {
        if (id === "web:m3") throw new RefereeError("STORE_AWAY", "Redis is away.");
        return { type: "nothing" };
      },
    });
    await personOn(before, "web:olga").says("web:olga", "taken in");
    await personOn(before, "web:olga").tries("/api/say", {
      id: randomUUID(),
      spot: { conversation: "web:olga", thread: null },
      text: "cut off",
    });
    const after = await chatWith({ store });
    expect(after.told).toMatchObject([{ id: "web:m3", text: "cut off" }]);
  });

  test("has the page try again while it is not yet up, rather than deny what was said", async () => {
    const chat = await chatWith({ isLate: true });
    const pressed = { id: randomUUID(), message: "m1", value: "v" };
    expect((await personOn(chat, "web:otto").tries("/api/press", pressed)).status).toBe(503);
    expect((await pageCall(chat, "/api/live")).status).toBe(503);
  });

  test("brings a page that comes back only what it missed", async () => {
    const chat = await chatWith();
    await postOn(chat.adapter, spot, note("first"), "e1");
    const page = await openPage(chat);
    await page.until((messages) => messages.length === 1);
    await page.close();
    await postOn(chat.adapter, spot, note("second"), "e2");
    const again = await openPage(chat, page.last());
    await again.until((messages) => messages.length === 1);
    expect(again.messages()[0]?.text).toBe("second");
    expect(again.names()).not.toContain("reset");
    await again.close();
  });
});

describe("a link to where it was asked", () => {
  test("opens for whoever is in that channel, by any of their accounts, and for nobody else", async () => {
    const { opensTo } = (await chatWith()).adapter;
    const [lars, otto] = [AccountId.parse("web:lars"), AccountId.parse("web:otto")];
    expect(await Promise.all([lars, otto].map((account) => opensTo?.("line-3", account)))).toEqual([true, false]);
    expect(await opensTo?.("ot-controls", otto)).toBe(true);
  });
});

/** A log that keeps the first entry, but whose answer is lost. */
function brokenOnce(store: ChatStore): ChatStore {
  let isBroken = true;
  return {
    load: store.load,
    append: async (entry) => {
      await store.append(entry);
      if (!isBroken) return;
      isBroken = false;
      throw new Error("connection lost");
    },
  };
}

function missing(): never {
  throw new Error("The page shows no such message.");
}
