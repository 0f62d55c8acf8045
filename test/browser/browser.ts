import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { type PageFiles, readPageFiles } from "../../adapters/web/files.ts";
import { buildPage } from "../../scripts/buildPage.mjs";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Screens the page is looked at on. */
export const SCREENS = {
  wide: { viewport: { width: 1680, height: 950 }, colorScheme: "light" },
  dark: { viewport: { width: 1440, height: 900 }, colorScheme: "dark" },
  narrow: { viewport: { width: 1280, height: 800 }, colorScheme: "light" },
  phone: {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    colorScheme: "light",
  },
  /** The narrowest that a page must bear without scrolling sideways: 1,280 px wide at 400 %, or a small phone. */
  small: { viewport: { width: 320, height: 568 }, colorScheme: "light" },
  /** 1,280 by 800 px at 200 %, and at 400 %. */
  zoomed: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2, colorScheme: "dark" },
  zoomedMost: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 2, colorScheme: "light" },
} as const satisfies Record<string, BrowserContextOptions>;

/** A Chromium and a freshly built page for one suite. Anything the page complains of fails the test that caused it. */
export function useBrowser() {
  const complaints: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), "referee-page-"));
  let browser: Browser;
  let files: PageFiles;
  beforeAll(async () => {
    await buildPage(folder);
    files = readPageFiles(folder);
    browser = await launchChromium();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });
  return {
    files: () => files,
    /** Takes what the page complained of so far, for a test that caused it on purpose. */
    complaints: () => complaints.splice(0),
    open: async (address: string, screen: keyof typeof SCREENS = "wide", locale = "en-GB"): Promise<Page> => {
      const page = await (await browser.newContext({ ...SCREENS[screen], locale })).newPage();
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (said) => {
        // While Referee is away the browser reports each call that nobody answers; the page says it in words.
        if (said.type() === "error" && !said.text().includes("ERR_")) complaints.push(said.text());
      });
      await page.goto(address);
      await page.locator(".seat:visible").first().waitFor();
      return page;
    },
  };
}

/** What axe finds on the page as it stands, each with the first place it was found in. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  // Through the debugger: the page's own policy lets no foreign script in, and is not to be loosened for a test.
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  );
  return violationsIn(found);
}

function violationsIn(found: unknown): readonly string[] {
  if (typeof found !== "object" || found === null || !("violations" in found) || !Array.isArray(found.violations)) {
    throw new Error("axe reported nothing that can be read.");
  }
  return found.violations.map((violation) => `${violation.id}: ${violation.help} (${violation.nodes[0]?.html})`);
}

/** @throws when there is no Chromium on this machine, saying how to bring one */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
}

function chromiumPath(): string {
  const found = NAMES.map((name) => spawnSync("which", [name], { encoding: "utf8" })).find(
    ({ status }) => status === 0,
  );
  if (found === undefined)
    throw new Error("The browser stories need Chromium: `node scripts/setup.mjs --browser` brings it.");
  return found.stdout.trim();
}
