import { memoryChatStore } from "../../../adapters/web/chatStore.ts";
import { openPage, personOn } from "./page.ts";
import { fullCard, openWebChat, testPlant, type WebChat } from "./standIn.ts";

const plants = () => [{ ...testPlant(), offersIn: { web: ["line-3"] } }];

let chat: WebChat;
afterEach(() => chat.close());

describe("a channel in which Referee may listen", () => {
  test("passes on what is addressed to nobody, as such, and nothing of another channel", async () => {
    chat = await openWebChat({ plants });
    await personOn(chat, "web:olga").says("web:line-3", "can somebody open port 502?");
    await personOn(chat, "web:otto").says("web:ot-controls", "can somebody open port 502?");
    expect(chat.told).toMatchObject([
      { via: "overheard", text: "can somebody open port 502?", spot: { conversation: "line-3", thread: "m1" } },
    ]);
  });

  test("shows an offer to its author alone, with its button", async () => {
    chat = await openWebChat({ plants, answer: () => ({ type: "private", text: "Shall I?", card: fullCard() }) });
    const page = await openPage(chat);
    await personOn(chat, "web:olga").says("web:line-3", "can somebody open port 502?");
    await page.until((messages) => messages.length === 2);
    expect(page.messages().at(-1)).toMatchObject({ to: "web:olga", text: "Shall I?", card: { type: "AdaptiveCard" } });
    await page.close();
  });

  test("is not caught up with after a restart: the moment of that talk has passed", async () => {
    const store = memoryChatStore();
    const before = await openWebChat({ store });
    await personOn(before, "web:olga").says("web:line-3", "can somebody open port 502?");
    await before.close();
    chat = await openWebChat({ store, plants });
    expect(chat.told).toEqual([]);
  });
});
