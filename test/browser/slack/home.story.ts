import type { Browser } from "playwright-core";
import { portAsked } from "../../stories/openPort.ts";
import { LINE_3, useStory } from "../../stories/useStory.ts";
import { launchChromium } from "../browser.ts";
import { pictureOf } from "../teams/screen.ts";
import { homePage } from "./drawBlocks.ts";

const story = useStory();
const PHONE = 360;
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

test("the Home tab in Slack fits a phone, light and dark", async () => {
  await portAsked(story);
  await story.asks("oksana", "the palletizer is down");
  await story.presses("oksana", LINE_3, "Call OT now");
  await story.world.as("otto").opensHome();
  await story.world.settled();
  const home = story.world.as("otto").home();
  const page = await (await browser.newContext({ deviceScaleFactor: 2 })).newPage();
  await page.setContent(homePage(home?.blocks ?? [], PHONE));
  const box = await page.locator("main").boundingBox();
  expect(box?.width).toBe(2 * PHONE);
  expect(home?.text).toContain("Waiting for you, most urgent first");
  await pictureOf(page, "slack-home");
});
