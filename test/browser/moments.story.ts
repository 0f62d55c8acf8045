import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { MOMENTS } from "../../adapters/web/play/moments.ts";
import type { PageLanguage } from "../../adapters/web/texts.ts";
import { accessibilityProblems, type SCREENS, useBrowser } from "./browser.ts";
import { useProduct } from "./product.ts";
import { webpOf } from "./teams/screen.ts";

const product = useProduct();
const browser = useBrowser();

/** Lets the guide do one moment, step by step, and fails with what it says when it cannot. */
async function play(page: Page, number: number, language: PageLanguage = "en"): Promise<void> {
  const moment = page.locator(".moments > li").nth(number - 1);
  await moment.locator(".moment").click();
  for (const step of MOMENTS[number - 1]?.steps ?? []) {
    const tell = step.tell[language];
    await moment.locator("[aria-current=step]", { hasText: tell }).locator(".primary").click();
    const done = moment.locator('[data-state="done"]', { hasText: tell });
    const complaint = page.locator('.notice[data-shown="true"]');
    await done.or(complaint).first().waitFor();
    expect(await complaint.allTextContents()).toEqual([]);
  }
}

/** What one person sees in the conversation they have open. */
function seen(page: Page, user: string) {
  return page.locator(`[data-seat="${user}"] .log`);
}

/** Waits until somebody sees these words. */
async function sees(page: Page, user: string, words: string | RegExp): Promise<void> {
  await seen(page, user).getByText(words).last().waitFor();
}

/** A picture for the README, when they are asked for: REFEREE_STORY_PICTURES=docs/pictures npm run test:browser */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.REFEREE_STORY_PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const size = page.viewportSize();
  if (size === null) throw new Error("The page has no screen.");
  writeFileSync(join(folder, `${name}.webp`), await webpOf(page, size));
}

const open = (screen: keyof typeof SCREENS = "wide") => browser.open(product.address(), screen);

describe("a newcomer plays the guide", () => {
  test("and sees a sentence become two questions and a card, without anything the page must be ashamed of", async () => {
    const page = await open();
    await play(page, 1);
    await sees(page, "web:otto", "Open port 502 to PLC-12");
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test("and sees limits bind everybody who comes after", async () => {
    const page = await open("dark");
    await play(page, 2);
    await sees(page, "office:nils", /Limits: Read only/);
    await picture(page, "dark");
  });

  test("and sees one request live in two chats, with what is written crossing over by name and chat", async () => {
    const page = await open();
    await play(page, 3);
    await sees(page, "web:olga", "Sina Roth (Office chat)");
    await sees(page, "office:sina", /Olga Weber \(Floor chat\) answered: “the historian/);
    await sees(page, "office:sina", "Otto Brandt (Floor chat): “read only, please”");
    await sees(page, "web:olga", "Otto Brandt: “read only, please”");
    for (const user of ["web:olga", "office:sina"]) await sees(page, user, /Sina Roth approved, \w{3} \d\d:\d\d/);
    await sees(page, "web:otto", "1 of 2 approvals given.");
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, "wide");
  });

  test("and sees a stall reach the backup, then Ops", async () => {
    const page = await open();
    await play(page, 4);
    await sees(page, "web:ole", /Why you: backup of OT controls/);
    await sees(page, "web:paula", /overdue with OT controls/);
  });

  test("and sees the week as a picture, below the first digest of the next", async () => {
    const page = await open();
    await play(page, 5);
    const drawn = seen(page, "web:paula").locator('img[alt^="The week "]').last();
    await drawn.waitFor();
    expect(await drawn.evaluate((image: { naturalWidth: number }) => image.naturalWidth)).toBeGreaterThan(500);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test("and sees a self-approval and an outdated press refused", async () => {
    const page = await open();
    await play(page, 6);
    await page.locator('[data-seat="web:otto"]').getByRole("button", { name: "Floor chat" }).click();
    await page.locator('[data-seat="web:otto"] [data-tab="web:ot-controls"]').click();
    await sees(page, "web:otto", /is your own request/);
    await sees(page, "web:karin", /has changed since this card was shown/);
  });

  test("and sees who owns the SCADA server", async () => {
    const page = await open();
    await play(page, 7);
    await sees(page, "web:olga", /IT servers/);
  });

  test("and sees a line that is down answered by one tap", async () => {
    const page = await open("phone");
    await page.getByRole("button", { name: "Guide" }).click();
    await play(page, 8);
    await page.locator(".person button", { hasText: "Olga" }).click();
    await sees(page, "web:olga", /Ole Petersen is on it/);
    await page.getByRole("button", { name: "Guide" }).click();
    await picture(page, "phone");
  });

  test("and sees the glass broken by two people, and what is open now on the board of Operations", async () => {
    const page = await open();
    await play(page, 9);
    await sees(page, "web:paula", /Emergency access to PLC-7: open until \w{3} 05:00/);
    await sees(page, "office:sina", "Emergency access to PLC-7");
  });

  test("and sees Safety asked first, and nobody else yet", async () => {
    const page = await open();
    await play(page, 10);
    await sees(page, "web:sabine", "Open port 102 to Safety PLC line 3");
  });

  test("and sees nothing lost when Referee is stopped hard and started again", async () => {
    const page = await open();
    await play(page, 11);
    await sees(page, "web:otto", /Otto has it since/);
    // While it starts it says that it is not ready, and the browser writes that down.
    expect(browser.complaints().filter((said) => !said.includes("503"))).toEqual([]);
  });

  test("and sees a no asked about once more, with what is new", async () => {
    const page = await open();
    await play(page, 12);
    await sees(page, "office:sina", /there is a firewall before it now/);
  });

  test("and sees a vendor agreed on once, and a session after it opened by one yes", async () => {
    const page = await open();
    await play(page, 13);
    await sees(page, "web:olga", /Remote access to Palletizer for “Elena Ruiz/);
    await sees(page, "web:olga", /IT security is not asked: agreed on as HAM-/);
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, "vendor");
  });

  test("and sees who wears two hats asked once, on one card, and both decisions kept", async () => {
    const page = await open();
    await play(page, 14);
    await sees(page, "web:olga", /OT controls: Otto Brandt approved/);
    await sees(page, "web:olga", /Shift lead of Air station: Otto Brandt approved/);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test("and reads what was written down about a request, with the reasons", async () => {
    const page = await open();
    await play(page, 1);
    await page.getByRole("button", { name: "Record" }).click();
    await page
      .getByText(/^Why: /)
      .first()
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, "record");
  });
});

describe.each([
  { language: "de", locale: "de-DE", limits: /Auflagen: Nur lesen/, news: /davor steht jetzt/ },
  { language: "es", locale: "es-MX", limits: /Condiciones: Solo leer/, news: /ahora hay un cortafuegos/ },
] as const)("a newcomer whose browser is in $language", ({ language, locale, limits, news }) => {
  test("plays the guide in it, with cards, forms and buttons that read the same", async () => {
    const page = await browser.open(product.address(), "wide", locale);
    await play(page, 2, language);
    await sees(page, "office:nils", limits);
    await play(page, 6, language);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test("has a no asked about once more in it", async () => {
    const page = await browser.open(product.address(), "wide", locale);
    await play(page, 12, language);
    await sees(page, "office:sina", news);
  });

  test("has who wears two hats asked once in it", async () => {
    const page = await browser.open(product.address(), "wide", locale);
    await play(page, 14, language);
    await sees(page, "web:olga", language === "de" ? /Druckluftstation: Otto Brandt/ : /Estación de aire: Otto Brandt/);
  });

  test("has a vendor agreed on in it, and a session opened by one yes", async () => {
    const page = await browser.open(product.address(), "phone", locale);
    await page.getByRole("button", { name: language === "de" ? "Führung" : "Guía" }).click();
    await play(page, 13, language);
    await picture(page, `vendor-${language}`);
  });
});
