import type { Page } from "playwright-core";
import { memoryChatStore } from "../../adapters/web/chatStore.ts";
import type { LocalId } from "../../adapters/web/localId.ts";
import { AccountId } from "../../src/index.ts";
import {
  demoPlant,
  openWebChat,
  plantInTwoChats,
  TOKEN,
  type WebChat,
  type WebChatOptions,
} from "../adapters/web/standIn.ts";
import { accessibilityProblems, type SCREENS, useBrowser } from "./browser.ts";
import { standInCore } from "./standInCore.ts";

const browser = useBrowser();

const open: WebChat[] = [];
async function chatWith(options: WebChatOptions = {}): Promise<WebChat> {
  const chat = await openWebChat({ files: browser.files(), answer: standInCore, ...options });
  open.push(chat);
  return chat;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((chat) => chat.close()));
});

const addressOf = (chat: WebChat) => `${chat.origin}/?token=${TOKEN}`;

/** A person's chat on the page. */
function seat(page: Page, user: LocalId) {
  const own = page.locator(`[data-seat="${user}"]`);
  return {
    own,
    turnTo: (tab: string) => own.locator(`[data-tab="${tab}"]`).click(),
    writes: async (text: string) => {
      const box = own.locator(".seat-body > .composer textarea");
      await box.fill(text);
      await box.press("Enter");
    },
    card: () => own.locator(".card").last(),
    button: (label: string) => own.locator(".card").last().getByRole("button", { name: label, exact: true }),
  };
}

async function withACard(screen: keyof typeof SCREENS = "wide", answer: WebChatOptions["answer"] = standInCore) {
  const chat = await chatWith({ answer });
  const page = await browser.open(addressOf(chat), screen);
  await seat(page, "web:olga").turnTo("web:line-3");
  await seat(page, "web:olga").writes("@Referee can we open port 502 to PLC-12?");
  await seat(page, "web:olga").card().waitFor();
  return { chat, page };
}

describe("a person at the local chat", () => {
  test("writes, and the card is where it would be: in the thread, and with the owner, without a reload", async () => {
    const { page } = await withACard();
    expect(await seat(page, "web:olga").card().textContent()).toContain("Open port 502 to PLC-12");
    await page.locator('[data-seat="web:otto"] [data-tab="web:ot-controls"] .badge').waitFor();
    await seat(page, "web:otto").turnTo("web:ot-controls");
    expect(await seat(page, "web:otto").card().textContent()).toContain("Otto has it since 13:05");
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
    await form.getByLabel("Until at the latest").fill("whenever");
    await form.getByRole("button", { name: "Approve with these limits" }).click();
    await form.getByText("Please give a day and a time").waitFor();
    await form.getByLabel("Until at the latest").fill("Fri 18:00");
    await form.getByRole("button", { name: "Approve with these limits" }).click();
    await form.waitFor({ state: "detached" });
    expect(chat.told.at(-1)).toMatchObject({
      account: "web:otto",
      values: { limits: "one source address", until: "Fri 18:00", access: "read" },
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

test("a phone shows the chat first, and the guide when it is asked for", async () => {
  const chat = await chatWith({ plants: () => [demoPlant()] });
  const page = await browser.open(addressOf(chat), "phone");
  expect(await page.getByRole("complementary").count()).toBe(0);
  await page.getByRole("button", { name: "Guide" }).click();
  await page.getByRole("complementary", { name: "Guide" }).waitFor();
});

test("a clock that is wound on one page is wound on every page", async () => {
  const chat = await chatWith();
  const [one, other] = [await browser.open(addressOf(chat)), await browser.open(addressOf(chat))];
  await other.locator(".dial-time", { hasText: "13:05" }).waitFor();
  await one.getByRole("button", { name: "+1 h" }).click();
  await other.locator(".dial-time", { hasText: "14:05" }).waitFor({ timeout: 5_000 });
});

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
    await seat(page, "web:otto").own.getByRole("tab", { name: "Referee in Floor chat" }).focus();
    await page.keyboard.press("ArrowRight");
    await seat(page, "web:otto")
      .own.getByRole("tab", { name: "# OT controls in Floor chat", selected: true })
      .waitFor();
    await seat(page, "web:otto").own.getByRole("button", { name: "Office chat" }).focus();
    await page.keyboard.press("Enter");
    await seat(page, "web:otto").own.getByRole("tab", { name: "Referee in Office chat", selected: true }).waitFor();
    await seat(page, "web:otto").writes("who owns PLC-12?");
    await seat(page, "web:otto").own.getByText("who owns PLC-12?").waitFor();
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
      for (const label of ["Referee in Floor chat", "# OT controls in Floor chat"]) {
        // What lies under something else takes no press: the try fails.
        await own.getByRole("tab", { name: label }).click({ trial: true });
      }
      expect(await own.getByRole("tab").count()).toBe(2);
      expect(await accessibilityProblems(page)).toEqual([]);
    },
  );

  test("calls somebody over to the chat they do not look at", async () => {
    const { chat, page } = await inTwo();
    const mention = [AccountId.parse("office:otto")];
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

test("a plant of one chat has no need of its name", async () => {
  const { page } = await withACard();
  expect(await page.locator(".chat-name").count()).toBe(0);
  expect(await page.locator(".people-in").count()).toBe(1);
});

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
    await page.getByRole("button", { name: "Once more" }).click();
    await goOn(page, 3);
    expect(await owner.done().count()).toBe(0);
    expect(chat.told).toHaveLength(1);
  });
});

describe("Referee stopped hard and started again", () => {
  test("is said on the page, which then shows what it missed and sends what was written meanwhile", async () => {
    const store = memoryChatStore();
    const before = await chatWith({ store });
    const page = await browser.open(addressOf(before));
    const port = Number(new URL(before.origin).port);
    open.splice(0);
    await before.close();
    await page.getByText("Referee is not running right now").waitFor();
    await seat(page, "web:olga").writes("can we open port 502 to PLC-12?");
    await seat(page, "web:olga").own.getByText("Sending …").waitFor();
    const after = await chatWith({ store, port });
    await seat(page, "web:olga").card().waitFor();
    expect(await seat(page, "web:olga").own.locator(".message", { hasText: "can we open port 502" }).count()).toBe(1);
    expect(after.told).toHaveLength(1);
  });
});

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
