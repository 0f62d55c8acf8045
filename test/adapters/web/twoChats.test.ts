import { randomUUID } from "node:crypto";
import { memoryChatStore } from "../../../adapters/web/chatStore.ts";
import { type Message, RefereeError } from "../../../src/index.ts";
import { named } from "../../support/named.ts";
import { postOn } from "../../support/postOn.ts";
import { foundByNobody, shownToNobody } from "../../support/shownToNobody.ts";
import { openPage, personOn } from "./page.ts";
import { openWebChat, plantInTwoChats, type WebChat, type WebChatOptions } from "./standIn.ts";

const security = { adapter: "office", conversation: "it-security", thread: null } as const;
const ping: Message = { text: "HAM-142 waits for you", card: null, mention: [named("office:otto")] };

const open: WebChat[] = [];
/** IT security is in the second chat, the floor in the first, Otto in both. */
async function chatWith(options: WebChatOptions = {}): Promise<WebChat> {
  const chat = await openWebChat({ plants: () => [plantInTwoChats()], ...options });
  open.push(chat);
  return chat;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((chat) => chat.close()));
});

describe("two chats on one page", () => {
  test("are two platforms to Referee, each with its own names", async () => {
    const chat = await chatWith();
    await personOn(chat, "web:olga").says("web:line-3", "@Referee can we open port 502?");
    await personOn(chat, "office:sina").says("office:it-security", "@Referee who owns PLC-12?");
    expect(chat.told).toMatchObject([
      { id: "web:m1", account: "web:olga", spot: { adapter: "web", conversation: "line-3" } },
      { account: "office:sina", spot: { adapter: "office", conversation: "it-security" } },
    ]);
  });

  test("know whoever is in both by the account of the chat they act in", async () => {
    const chat = await chatWith();
    const posted = await postOn(chat.chat("office"), security, ping, "ping-1");
    await personOn(chat, "web:otto").says("web:otto", "hello");
    await personOn(chat, "web:otto").tries("/api/press", { id: randomUUID(), message: posted.message, value: "v" });
    expect(chat.told.map(({ account }) => account)).toEqual(["web:otto", "office:otto"]);
  });

  test("notify that person in either, and show a private answer to nobody else", async () => {
    const chat = await chatWith({ answer: () => ({ type: "private", text: "This is your own request." }) });
    const page = await openPage(chat);
    const posted = await postOn(chat.chat("office"), security, ping, "ping-1");
    await personOn(chat, "web:otto").tries("/api/press", { id: randomUUID(), message: posted.message, value: "v" });
    await page.until((messages) => messages.length === 2);
    expect(page.messages()).toMatchObject([
      { conversation: "office:it-security", mention: ["web:otto"] },
      { conversation: "office:it-security", to: "web:otto" },
    ]);
    await page.close();
  });

  test.each([
    { name: "writes in a channel", path: "/api/say", where: "office:it-security" },
    { name: "writes where nobody reads", path: "/api/say", where: "office:olga" },
  ])("let nobody into the other who has no account there: $name", async ({ path, where }) => {
    const chat = await chatWith();
    const said = { id: randomUUID(), spot: { conversation: where, thread: null }, text: "@Referee hello" };
    expect((await personOn(chat, "web:olga").tries(path, said)).status).toBe(403);
    expect(chat.told).toEqual([]);
  });

  test("do not reach into each other: a person of one is unknown in the other", async () => {
    const chat = await chatWith();
    const elsewhere = { adapter: "web", conversation: "it-security", thread: null } as const;
    await expect(chat.chat("web").post(elsewhere, ping, "ping-1")).rejects.toMatchObject({
      failure: { type: "unreachable" },
    });
  });

  test("hear anew, each for itself, what was cut off", async () => {
    const store = memoryChatStore();
    const away = () => {
      throw new RefereeError("STORE_AWAY", "Redis is away.");
    };
    const before = await chatWith({ store, answer: away });
    const say = (conversation: string) => ({ id: randomUUID(), spot: { conversation, thread: null }, text: "hello" });
    await personOn(before, "web:olga").tries("/api/say", say("web:olga"));
    await personOn(before, "office:sina").tries("/api/say", say("office:sina"));
    const after = await chatWith({ store });
    expect(after.told.map(({ id }) => id)).toEqual(["web:m1", "office:m2"]);
  });

  test("open together: a page is answered once both are there", async () => {
    const chat = await chatWith({ isLate: true });
    const said = { id: randomUUID(), spot: { conversation: "web:olga", thread: null }, text: "hello" };
    const nothing = async () => ({ type: "nothing" }) as const;
    await chat.chat("web").start(nothing, shownToNobody, foundByNobody);
    expect((await personOn(chat, "web:olga").tries("/api/say", said)).status).toBe(503);
    await chat.chat("office").start(nothing, shownToNobody, foundByNobody);
    expect((await personOn(chat, "web:olga").tries("/api/say", said)).status).toBe(200);
  });
});
