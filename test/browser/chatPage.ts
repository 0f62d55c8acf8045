import type { Page } from "playwright-core";
import type { LocalId } from "../../adapters/web/localId.ts";
import { openWebChat, TOKEN, type WebChat, type WebChatOptions } from "../adapters/web/standIn.ts";
import { type SCREENS, useBrowser } from "./browser.ts";
import { standInCore } from "./standInCore.ts";

/** The page in a browser, on a chat of its own behind which somebody stands in for Referee. Closes with each test. */
export function useChatPage() {
  const browser = useBrowser();
  const open = new Set<WebChat>();
  afterEach(async () => {
    await Promise.all([...open].map((chat) => chat.close()));
    open.clear();
  });
  const chatWith = async (options: WebChatOptions = {}): Promise<WebChat> => {
    const chat = await openWebChat({ files: browser.files(), answer: standInCore, ...options });
    open.add(chat);
    return chat;
  };
  const withACard = async (screen: keyof typeof SCREENS = "wide", answer: WebChatOptions["answer"] = standInCore) => {
    const chat = await chatWith({ answer });
    const page = await browser.open(addressOf(chat), screen);
    await seat(page, "web:olga").turnTo("web:line-3");
    await seat(page, "web:olga").writes("@Referee can we open port 502 to PLC-12?");
    await seat(page, "web:olga").card().waitFor();
    return { chat, page };
  };
  /** Ends a chat as a power cut would, in the middle of a test. */
  const end = async (chat: WebChat) => {
    open.delete(chat);
    await chat.close();
  };
  return { browser, chatWith, withACard, end };
}

export function addressOf(chat: WebChat): string {
  return `${chat.origin}/?token=${TOKEN}`;
}

/** A person's chat on the page. */
export function seat(page: Page, user: LocalId) {
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
