import type { Page } from "playwright-core";
import { z } from "zod";
import { memoryChatStore } from "../../adapters/web/chatStore.ts";
import { demoPlant } from "../adapters/web/standIn.ts";
import { accessibilityProblems, SCREENS } from "./browser.ts";
import { addressOf, seat, useChatPage } from "./chatPage.ts";
import { standInCore } from "./standInCore.ts";

const { browser, chatWith, withACard, end } = useChatPage();

describe("a person at the local chat", () => {
  test("writes, and the card is where it would be: in the thread, and with the owner, without a reload", async () => {
    const { page } = await withACard();
    await seat(page, "web:olga").card().filter({ hasText: "Open port 502 to PLC-12" }).waitFor();
    await page.locator('[data-seat="web:otto"] [data-tab="web:ot-controls"] .badge').waitFor();
    await seat(page, "web:otto").turnTo("web:ot-controls");
    await seat(page, "web:otto").card().filter({ hasText: "Otto has it since 13:05" }).waitFor();
  });

  test("presses a button and alone sees the private answer", async () => {
    const { page } = await withACard();
    await seat(page, "web:olga").button("Approve").click();
    await seat(page, "web:olga").own.getByText("only you can see this").waitFor();
    await seat(page, "web:lars").turnTo("web:line-3");
    await seat(page, "web:lars").card().waitFor();
    expect(await seat(page, "web:lars").own.getByText("only you can see this").count()).toBe(0);
  });

  test("fills in a form, is told beside the question what needs another look, and sends it", async () => {
    const { chat, page } = await withACard();
    await seat(page, "web:otto").turnTo("web:ot-controls");
    await seat(page, "web:otto").button("Approve with limits…").click();
    const form = page.getByRole("dialog", { name: "Approve with limits" });
    await form.getByLabel("Which limits?").fill("one source address");
    await form.getByLabel("Or in your own words").fill("whenever");
    await form.getByRole("button", { name: "Approve with these limits" }).click();
    await form.getByText("Please give a day and a time").waitFor();
    await form.getByLabel("Or in your own words").fill("");
    await form.getByLabel("Day").fill("2026-11-27");
    await form.getByLabel("Search: Which machines?").fill("press 1");
    await form.getByRole("checkbox", { name: "Press 12" }).check();
    await form.getByRole("checkbox", { name: "Read only" }).check();
    await form.getByLabel("somebody").check();
    await form.getByRole("button", { name: "Approve with these limits" }).click();
    await form.waitFor({ state: "detached" });
    expect(chat.told.at(-1)).toMatchObject({
      account: "web:otto",
      values: {
        limits: "one source address",
        "machines.chosen": "asset:press-9\nasset:press-12",
        "source.chosen": "asset:press-3",
        "until.date": "2026-11-27",
        "until.time": "18:00",
        "limit.chosen": "read-only\non-site",
        access: "read",
      },
    });
  });

  test("has a message that was refused back in the box, with the reason", async () => {
    const chat = await chatWith();
    const page = await browser.open(addressOf(chat));
    const box = seat(page, "web:olga").own.locator(".composer textarea");
    await seat(page, "web:olga").writes("x".repeat(8_970));
    await page.getByRole("alert").getByText("This is too long: 8,970 characters, at most 8,000.").waitFor();
    expect(await box.inputValue()).toBe("x".repeat(8_970));
    expect(chat.told).toEqual([]);
    await seat(page, "web:olga").writes("can we open port 502 to PLC-12?");
    await seat(page, "web:olga").card().waitFor();
    expect(await box.inputValue()).toBe("");
  });

  test("finds what they began to write where they began it, after looking elsewhere", async () => {
    const { page } = await withACard();
    const olga = seat(page, "web:olga");
    await olga.own.getByRole("button", { name: "Reply" }).click();
    await olga.own.getByLabel("Reply in this thread").fill("the old one");
    await olga.own.getByLabel("Write in Line 3").fill("by the way");
    await olga.turnTo("web:olga");
    expect(await olga.own.getByLabel("Write to Referee").inputValue()).toBe("");
    await olga.turnTo("web:line-3");
    expect(await olga.own.getByLabel("Write in Line 3").inputValue()).toBe("by the way");
    await olga.own.getByRole("button", { name: "Reply" }).click();
    expect(await olga.own.getByLabel("Reply in this thread").inputValue()).toBe("the old one");
  });

  test("has what they filled in still before them when a form is refused, with the reason", async () => {
    const { page } = await withACard("wide", (inbound, adapter) => {
      if (inbound.type === "submitted") throw new Error("a mistake in a rule");
      return standInCore(inbound, adapter);
    });
    await seat(page, "web:olga").button("Deny…").click();
    const form = page.getByRole("dialog");
    await form.getByLabel("Which limits?").fill("one source address");
    await form.getByRole("button", { name: "Approve with these limits" }).click();
    await form.getByRole("alert").getByText("Referee could not do this").waitFor();
    expect(await form.getByLabel("Which limits?").inputValue()).toBe("one source address");
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(browser.complaints()).toEqual([expect.stringContaining("500")]);
  });

  test("finds the page as they left it after a reload", async () => {
    const { page } = await withACard();
    await page.reload();
    await seat(page, "web:olga").card().waitFor();
    expect(await seat(page, "web:olga").own.locator('[data-tab="web:line-3"]').getAttribute("aria-selected")).toBe(
      "true",
    );
    expect(page.url()).not.toContain("token");
  });

  test("does all of it by keyboard, and has the focus back after the form", async () => {
    const { page } = await withACard();
    await seat(page, "web:otto").own.locator('[data-tab="web:otto"]').focus();
    await page.keyboard.press("ArrowRight");
    await seat(page, "web:otto").card().waitFor();
    await seat(page, "web:otto").button("Approve with limits…").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    expect(await page.evaluate("document.activeElement.tagName")).toBe("TEXTAREA");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Approve with limits…");
  });
});

describe("somebody who goes by keyboard", () => {
  const focused = (page: Page) => page.evaluate("document.activeElement.getAttribute('aria-label')");

  test("comes to the guide with the second key", async () => {
    const { page } = await withACard();
    await page.reload();
    await seat(page, "web:olga").card().waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction("document.activeElement.id === 'guide'");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('.guide') !== null")).toBe(true);
  });

  test("gets from the first key to the box to write in, past all cards", async () => {
    const { page } = await withACard();
    await page.reload();
    await seat(page, "web:olga").card().waitFor();
    await page.keyboard.press("Tab");
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("Write in Line 3");
  });

  test("gets from the conversations of a chat to its box, past its cards", async () => {
    const { page } = await withACard();
    await seat(page, "web:olga").own.getByLabel("Other channels").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("Write in Line 3");
  });
});

test("a clock that is wound on one page is wound on every page", async () => {
  const chat = await chatWith();
  const [one, other] = [await browser.open(addressOf(chat)), await browser.open(addressOf(chat))];
  await other.locator(".dial-time", { hasText: "13:05" }).waitFor();
  await one.getByRole("button", { name: "+1 h" }).click();
  await other.locator(".dial-time", { hasText: "14:05" }).waitFor({ timeout: 5_000 });
});

describe("Referee stopped hard and started again", () => {
  test("is said on the page, which then shows what it missed and sends what was written meanwhile", async () => {
    const store = memoryChatStore();
    const before = await chatWith({ store });
    const page = await browser.open(addressOf(before));
    const port = Number(new URL(before.origin).port);
    await end(before);
    await page.getByText("Referee is not running right now").waitFor();
    await seat(page, "web:olga").writes("can we open port 502 to PLC-12?");
    await seat(page, "web:olga").own.getByText("Sending …").waitFor();
    const after = await chatWith({ store, port });
    await seat(page, "web:olga").card().waitFor();
    expect(await seat(page, "web:olga").own.locator(".message", { hasText: "can we open port 502" }).count()).toBe(1);
    expect(after.told).toHaveLength(1);
  });
});

describe.each(["small", "zoomed", "zoomedMost"] as const)("on a %s screen", (screen) => {
  test("nothing is cut off or makes the page scroll sideways, and the chat keeps room to be read in", async () => {
    const { page } = await withACard(screen);
    expect(await cutOff(page)).toEqual([]);
    const log = await seat(page, "web:olga").own.locator(".log").boundingBox();
    expect(log?.height).toBeGreaterThan(120);
    await page.getByRole("button", { name: "Guide" }).click();
    const guide = await page.locator(".panel").boundingBox();
    expect(guide?.y).toBeLessThan(SCREENS[screen].viewport.height - 40);
    expect(await cutOff(page)).toEqual([]);
    await page.getByRole("button", { name: "Record" }).click();
    expect(await cutOff(page)).toEqual([]);
    await seat(page, "web:olga").own.getByRole("button", { name: "Approve with limits…" }).last().click();
    await page.getByRole("dialog").waitFor();
    expect(await cutOff(page)).toEqual([]);
  });
});

test.each(["zoomed", "zoomedMost"] as const)("a page too tall for a %s screen is scrolled by hand", async (screen) => {
  const { page } = await withACard(screen);
  await page.getByRole("button", { name: "Guide" }).click();
  await page.evaluate("scrollTo(0, 0)");
  const scrolled = page.evaluate("new Promise((done) => addEventListener('scroll', () => done(true), { once: true }))");
  await page.getByRole("button", { name: "Record" }).hover();
  await page.mouse.wheel(0, 200);
  expect(await scrolled).toBe(true);
});

/** What stands beyond the edges of the screen, or does not fit where it stands; people are a strip that is moved by itself. */
async function cutOff(page: Page): Promise<readonly string[]> {
  return z.array(z.string()).parse(
    await page.evaluate(`(() => {
      const width = document.documentElement.clientWidth;
      const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.clientHeight > 1;
      const isBeyond = ({ left, right }) => left < -1 || right > width + 1;
      return [...document.querySelectorAll("body *")]
        .filter((element) => isSeen(element) && element.closest(".skip, .hidden") === null)
        .filter(
          (element) =>
            (element.closest(".people") === null && isBeyond(element.getBoundingClientRect())) ||
            (getComputedStyle(element).overflowX !== "visible" &&
              !element.matches(".people") &&
              element.scrollWidth > element.clientWidth + 1),
        )
        .map((element) => element.tagName + "." + element.className + " " + element.textContent.slice(0, 40));
    })()`),
  );
}

describe("the page is accessible", () => {
  test.each(["wide", "dark", "phone"] as const)("with cards on a %s screen", async (screen) => {
    const { page } = await withACard(screen);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test("with a form open, and with what is behind the three dots", async () => {
    const { page } = await withACard();
    await seat(page, "web:olga").button("More options").click();
    await page.getByText("Hand over…").waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await seat(page, "web:olga").button("Deny…").click();
    await page.getByRole("dialog").waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test.each(["wide", "phone"] as const)("with a moment of the guide open on a %s screen", async (screen) => {
    const chat = await chatWith({ plants: () => [demoPlant()] });
    const page = await browser.open(addressOf(chat), screen);
    if (screen === "phone") await page.getByRole("button", { name: "Guide" }).click();
    await page.getByRole("button", { name: "A sentence becomes two questions and a card" }).click();
    await page.getByRole("button", { name: "Do it for me" }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test("with the record open", async () => {
    const { page } = await withACard();
    await page.getByRole("button", { name: "Record" }).click();
    await page.getByRole("complementary", { name: "Record" }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe("a long day at the local chat", () => {
  const olga = "web:olga";
  const said = (id: number) => ({
    ...{ type: "Wrote", id: `m${id}`, at: id, conversation: olga, thread: null, author: olga },
    ...{ text: `message ${id}`, mention: [], card: null, effect: null, to: null, source: null },
  });
  const longDay = async () => {
    const store = memoryChatStore();
    for (let id = 1; id <= 90; id += 1) {
      await store.append(JSON.stringify(said(id)));
      await store.append(JSON.stringify({ type: "Heard", id: `m${id}`, at: id }));
    }
    return browser.open(addressOf(await chatWith({ store })), "wide");
  };

  test("opens at its end, and what was said before is a press away, where it is read from", async () => {
    const page = await longDay();
    const { own } = seat(page, olga);
    await own.getByText("message 90", { exact: true }).waitFor();
    expect(await own.getByText("message 65", { exact: true }).count()).toBe(0);
    await own.getByRole("button", { name: "Earlier messages" }).click();
    await own.getByText("message 65", { exact: true }).waitFor();
    await own.getByRole("button", { name: "Earlier messages" }).click();
    await own.getByRole("button", { name: "Earlier messages" }).click();
    await own.getByText("message 1", { exact: true }).waitFor();
    expect(await own.getByRole("button", { name: "Earlier messages" }).count()).toBe(0);
  });

  test("cuts no chat on a screen of 1,400 px: those that fit stand beside each other, whole", async () => {
    const page = await longDay();
    await page.setViewportSize({ width: 1_400, height: 900 });
    await seat(page, olga).own.getByText("message 90", { exact: true }).waitFor();
    const desk = await page.locator(".desk").boundingBox();
    const boxes = await Promise.all((await page.locator(".seat").all()).map((each) => each.boundingBox()));
    const edges = boxes.map((box) => [Math.round(box?.x ?? 0), Math.round((box?.x ?? 0) + (box?.width ?? 0))] as const);
    const end = Math.round((desk?.x ?? 0) + (desk?.width ?? 0));
    expect(edges.filter(([, right]) => right <= end).length).toBeGreaterThanOrEqual(2);
    expect(edges.filter(([left, right]) => left < end && right > end)).toEqual([]);
  });
});
