import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launchChromium } from "../../test/browser/browser.ts";
import { type Drawable, drawsAsTeams, show, WIDTHS } from "../../test/browser/teams/screen.ts";
import type { Drawn } from "./drawn.ts";

/** Each card as Microsoft's renderer draws it with the looks of Teams, on a phone and a desktop, light and dark. */
export async function takePictures(lines: readonly Drawn[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await drawsAsTeams(page);
    for (const [index, { card, state, language, text, adaptive }] of lines.entries()) {
      if (adaptive === null) continue;
      const [notice = ""] = text.split("\n");
      const message: Drawable = { type: "message", at: "10:00", names: "", text: notice, card: adaptive };
      for (const [device, width] of Object.entries(WIDTHS)) {
        await show(page, message, width);
        const name = `${String(index).padStart(4, "0")} ${card}, ${state}, ${language}, ${device}`.replaceAll(
          /[^\w ,-]/g,
          "",
        );
        await page.locator("main").screenshot({ path: join(folder, `${name}.png`) });
      }
    }
  } finally {
    await browser.close();
  }
}
