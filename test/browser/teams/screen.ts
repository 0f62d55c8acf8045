import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import { launchChromium } from "../browser.ts";
import { DARK, LIGHT, type Looks } from "./looks.ts";

/** What stands in a channel, or the dialog that a button opened. */
export type Drawable =
  | {
      readonly type: "message";
      readonly at: string;
      readonly names: string;
      readonly text: string;
      readonly card: unknown;
    }
  | { readonly type: "dialog"; readonly title: string; readonly card: unknown };

/** Widths of a card, in px: in Teams on a phone, and in a channel on a desktop. */
export const WIDTHS = { phone: 360, desktop: 600 } as const;

/** Makes a page one that draws cards as Teams does, by its function `show`. */
export async function drawsAsTeams(page: Page): Promise<void> {
  await page.goto(`file://${resolve("test/browser/teams/page.html")}`);
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve("adaptivecards/dist/adaptivecards.min.js") });
}

/** Draws a message on such a page. */
export function show(page: Page, message: Drawable, width: number, looks: readonly Looks[] = [LIGHT, DARK]) {
  // Teams shows a mention in a card by the name alone; the renderer knows none.
  const said = JSON.stringify({ looks, width, message }).replaceAll(/<at>(.*?)<\/at>/g, "@$1");
  return page.evaluate(`show(${said})`);
}

/** A page that draws cards as Teams does, for one suite. */
export function useTeamsScreen() {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchChromium();
    page = await (await browser.newContext({ deviceScaleFactor: 2 })).newPage();
    await drawsAsTeams(page);
  });
  afterAll(() => browser.close());
  return {
    /** Words that do not fit into the card at some width. */
    cutOff: async (message: Drawable): Promise<readonly string[]> => {
      const found: string[] = [];
      for (const width of Object.values(WIDTHS)) {
        await show(page, message, width);
        found.push(...z.array(z.string()).parse(await page.evaluate("cutOff()")));
      }
      return found;
    },
    /** A picture for the docs, when they are asked for: REFEREE_STORY_PICTURES=docs/pictures npm run test:browser */
    picture: async (message: Drawable, name: string, width: number): Promise<void> => {
      if (process.env.REFEREE_STORY_PICTURES === undefined) return;
      await show(page, message, width);
      await pictureOf(page, `teams-${name}`);
    },
  };
}

/** Keeps what is drawn on a page as a picture for the docs, when they are asked for. */
export async function pictureOf(page: Page, name: string): Promise<void> {
  const folder = process.env.REFEREE_STORY_PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.webp`), await webp(page));
}

/** What is drawn, as WebP. */
export async function webp(page: Page): Promise<Buffer> {
  const box = await page.locator("main").boundingBox();
  if (box === null) throw new Error("Nothing is drawn.");
  const size = { width: Math.ceil(box.width), height: Math.ceil(box.height) };
  await page.setViewportSize(size);
  return webpOf(page, size);
}

/** The screen, as WebP: a quarter of what a PNG takes, and playwright itself writes only PNG and JPEG. */
export async function webpOf(page: Page, size: { readonly width: number; readonly height: number }): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const clip = { x: 0, y: 0, ...size, scale: 1 };
  const shot = await session.send("Page.captureScreenshot", { format: "webp", quality: 70, clip });
  await session.detach();
  return Buffer.from(shot.data, "base64");
}
