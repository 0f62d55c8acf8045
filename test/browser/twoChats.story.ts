import type { LocalId } from "../../adapters/web/localId.ts";
import { fullCard, plantInTwoChats } from "../adapters/web/standIn.ts";
import { named } from "../support/named.ts";
import { accessibilityProblems, type SCREENS } from "./browser.ts";
import { addressOf, seat, useChatPage } from "./chatPage.ts";

const { browser, chatWith, withACard } = useChatPage();

describe("a plant whose people are in two chats", () => {
  const inTwo = async (screen: keyof typeof SCREENS = "wide") => {
    const chat = await chatWith({ plants: () => [plantInTwoChats()], answer: () => ({ type: "nothing" }) });
    return { chat, page: await browser.open(addressOf(chat), screen) };
  };

  test("shows who is in which, and whoever is in both in each", async () => {
    const { page } = await inTwo();
    const inChat = (name: string) =>
      page.locator(".people-in", { hasText: name }).locator(".person-name").allInnerTexts();
    expect(await inChat("Floor chat")).toEqual(["Olga Weber", "Otto Brandt", "Lars Meier", "Paula Stein"]);
    expect(await inChat("Office chat")).toEqual(["Otto Brandt", "Sina Roth"]);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test("has somebody turn from one to the other by keyboard, and act there by their account there", async () => {
    const { chat, page } = await inTwo();
    await seat(page, "web:otto").own.getByRole("tab", { name: "Referee · Floor chat" }).focus();
    await page.keyboard.press("ArrowRight");
    await seat(page, "web:otto").own.getByRole("tab", { name: "# OT controls · Floor chat", selected: true }).waitFor();
    await seat(page, "web:otto").own.getByRole("button", { name: "Office chat" }).focus();
    await page.keyboard.press("Enter");
    await seat(page, "web:otto").own.getByRole("tab", { name: "Referee · Office chat", selected: true }).waitFor();
    await seat(page, "web:otto").writes("who owns PLC-12?");
    await seat(page, "web:otto").own.getByText("who owns PLC-12?").first().waitFor();
    expect(chat.told).toMatchObject([{ account: "office:otto", spot: { adapter: "office", conversation: "otto" } }]);
  });

  test.each(["wide", "narrow", "phone"] as const)(
    "shows somebody in both which of them they look at, and every tab whole, on a %s screen",
    async (screen) => {
      const { page } = await inTwo(screen);
      await page.locator(".person button", { hasText: "Otto" }).last().click();
      const { own } = seat(page, "web:otto");
      await own.getByRole("button", { name: "Office chat", pressed: true }).waitFor();
      await own.getByRole("button", { name: "Floor chat" }).click();
      for (const label of ["Referee · Floor chat", "# OT controls · Floor chat"]) {
        // What lies under something else takes no press: the try fails.
        await own.getByRole("tab", { name: label }).click({ trial: true });
      }
      expect(await own.getByRole("tab").count()).toBe(2);
      expect(await accessibilityProblems(page)).toEqual([]);
    },
  );

  test("calls somebody over to the chat they do not look at", async () => {
    const { chat, page } = await inTwo();
    const mention = [named("office:otto")];
    const spot = { adapter: "office", conversation: "otto", thread: null } as const;
    await chat.chat("office").post(spot, { text: "Sina asks you", card: null, mention }, "ask");
    await seat(page, "web:otto").own.getByRole("button", { name: "Office chat 1 new" }).click();
    await seat(page, "web:otto").own.getByText("Sina asks you").waitFor();
  });

  test("offers nobody a channel of a chat they are not in", async () => {
    const { page } = await inTwo();
    const offered = (user: LocalId) => seat(page, user).own.locator(".more-channels option").allInnerTexts();
    expect(await offered("web:olga")).toEqual(["More", "OT controls", "Operations"]);
    expect(await seat(page, "office:sina").own.locator(".more-channels").count()).toBe(0);
  });
});

test("a link to where it was asked opens that conversation, with the message in sight", async () => {
  const { chat, page } = await withACard();
  const asked = await page.locator('[data-seat="web:olga"] [data-message]').first().getAttribute("data-message");
  const thread = `/#${asked}`;
  const card = {
    ...fullCard(),
    blocks: [{ type: "quote", text: "read the counters", by: "Olga Weber", thread }],
  } as const;
  const spot = { adapter: "web", conversation: "lars", thread: null } as const;
  await chat.chat("web").post(spot, { text: "HAM-1", card, mention: [] }, "asked");
  const lars = seat(page, "web:lars");
  await lars.turnTo("web:lars");
  await lars.own.getByRole("link", { name: "Thread" }).click();
  await lars.own.locator(`[data-conversation="web:line-3"] [data-message="${asked}"]`).waitFor();
  expect(page.context().pages()).toHaveLength(1);
});

test("a plant of one chat has no need of its name", async () => {
  const { page } = await withACard();
  expect(await page.locator(".chat-name").count()).toBe(0);
  expect(await page.locator(".people-in").count()).toBe(1);
});
