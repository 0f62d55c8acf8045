import type { Page } from "playwright-core";
import { demoPlant } from "../adapters/web/standIn.ts";
import { addressOf, useChatPage } from "./chatPage.ts";

const { browser, chatWith } = useChatPage();

describe("a newcomer at the guide", () => {
  const moment = (page: Page, title: string) => {
    const own = page.locator(".moments > li", { hasText: title });
    return {
      open: () => own.locator(".moment").click(),
      plays: () => own.getByRole("button", { name: "Play the whole moment" }).click(),
      done: () => own.locator('[data-state="done"]'),
    };
  };
  /** Winds the page's own clock, and lets the server answer what the page asks on the way. */
  const goOn = async (page: Page, seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      await page.clock.runFor(1_000);
      await page.evaluate("fetch('/api/clock').then((answer) => answer.text())");
    }
  };
  const complaints = (page: Page) => page.locator('.notice[data-shown="true"]').allTextContents();

  test("turns to another moment while one is played, and finds nothing of it done", async () => {
    const chat = await chatWith({ plants: () => [demoPlant()] });
    const page = await browser.open(addressOf(chat));
    await page.clock.install();
    const first = moment(page, "A sentence becomes two questions and a card");
    await first.open();
    await first.plays();
    await page.clock.runFor(10);
    await first.done().first().waitFor();
    const other = moment(page, "One request in two chats");
    await other.open();
    await goOn(page, 20);
    expect(await other.done().count()).toBe(0);
    expect(await complaints(page)).toEqual([]);
    expect(chat.told).toEqual([]);
  });

  test("begins a moment once more, and it waits for their next press", async () => {
    const chat = await chatWith({ plants: () => [demoPlant()] });
    const page = await browser.open(addressOf(chat));
    await page.clock.install();
    const owner = moment(page, "Who owns the SCADA server?");
    await owner.open();
    await owner.plays();
    await page.getByRole("button", { name: "Once more", exact: true }).click();
    await goOn(page, 3);
    expect(await owner.done().count()).toBe(0);
    expect(chat.told).toHaveLength(1);
  });
});

test("a phone shows the chat first, and the guide when it is asked for", async () => {
  const chat = await chatWith({ plants: () => [demoPlant()] });
  const page = await browser.open(addressOf(chat), "phone");
  expect(await page.getByRole("complementary").count()).toBe(0);
  await page.getByRole("button", { name: "Guide" }).click();
  await page.getByRole("complementary", { name: "Guide" }).waitFor();
});
