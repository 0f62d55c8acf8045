import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { launchChromium } from "../../test/browser/browser.ts";
import { DARK, LIGHT } from "../../test/browser/teams/looks.ts";
import type { Drawn } from "./drawn.ts";

/** Widths of a card, in px: in Teams on a phone, and in a channel on a desktop. */
const WIDTHS = { phone: 360, desktop: 600 } as const;

/** Each card as Microsoft's renderer draws it with the looks of Teams, on a phone and a desktop, light and dark. */
export async function takePictures(lines: readonly Drawn[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`file://${resolve("test/browser/teams/page.html")}`);
    const renderer = createRequire(import.meta.url).resolve("adaptivecards/dist/adaptivecards.min.js");
    await page.addScriptTag({ path: renderer });
    for (const [index, { card, state, text, adaptive }] of lines.entries()) {
      if (adaptive === null) continue;
      const message = { type: "message", at: "10:00", names: "", text: text.split("\n")[0], card: adaptive };
      for (const [device, width] of Object.entries(WIDTHS)) {
        await page.evaluate(`show(${JSON.stringify({ looks: [LIGHT, DARK], width, message })})`);
        const name = `${String(index).padStart(4, "0")} ${card}, ${state}, ${device}`.replaceAll(/[^\w ,-]/g, "");
        await page.locator("main").screenshot({ path: join(folder, `${name}.png`) });
      }
    }
  } finally {
    await browser.close();
  }
}
