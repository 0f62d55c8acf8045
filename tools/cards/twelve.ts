import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderCard } from "../../adapters/adaptive/render.ts";
import { launchChromium } from "../../test/browser/browser.ts";
import { drawsAsTeams, show, WIDTHS, webp } from "../../test/browser/teams/screen.ts";
import { drawn, formsBehind } from "./drawn.ts";
import type { Read } from "./lives.ts";

/** A card that many read every day. `before`: its words in sight until 2026-11-29, when it showed all at once. */
type Used = {
  readonly name: string;
  readonly who: string;
  readonly card: string;
  readonly state: string;
  readonly before: number;
};

const TWELVE: readonly Used[] = [
  {
    name: "Draft of a port",
    who: "requester",
    card: "open-port, draft",
    state: "draft",
    before: 53,
  },
  {
    name: "A port, before the owner of the machine",
    who: "approver",
    card: "open-port, step owner",
    state: "turn of owner",
    before: 130,
  },
  {
    name: "A port, before security",
    who: "approver",
    card: "open-port, step security",
    state: "turn of security",
    before: 138,
  },
  {
    name: "A port, to be opened",
    who: "implementer",
    card: "open-port, step network",
    state: "turn of network",
    before: 257,
  },
  {
    name: "A port under way",
    who: "requester",
    card: "open-port, requester",
    state: "turn of security",
    before: 101,
  },
  {
    name: "Does it work",
    who: "requester",
    card: "open-port, requester",
    state: "turn of works",
    before: 122,
  },
  {
    name: "A port, to be closed again",
    who: "implementer",
    card: "open-port, step close",
    state: "turn of close",
    before: 140,
  },
  {
    name: "Remote access, before the owner",
    who: "approver",
    card: "remote-access, step owner",
    state: "turn of owner",
    before: 192,
  },
  {
    name: "Access to a system, before security",
    who: "approver",
    card: "account-access, step security",
    state: "turn of security",
    before: 150,
  },
  {
    name: "Firmware, to be updated",
    who: "implementer",
    card: "firmware-update, step update",
    state: "turn of update",
    before: 267,
  },
  {
    name: "A line is down, before who repairs",
    who: "implementer",
    card: "line-down, step repair",
    state: "turn of repair",
    before: 129,
  },
  {
    name: "A line is down and nobody comes",
    who: "requester",
    card: "line-down, requester",
    state: "overdue",
    before: 129,
  },
];

/** The twelve most used cards as pictures, and a page with their words and the taps to the likeliest answer. */
export async function drawTwelve(reads: readonly Read[], docs: string): Promise<void> {
  const folder = join(docs, "pictures", "cards");
  mkdirSync(folder, { recursive: true });
  const browser = await launchChromium();
  try {
    const page = await (await browser.newContext({ deviceScaleFactor: 2 })).newPage();
    await drawsAsTeams(page);
    const rows: string[] = [];
    const pictures: string[] = [];
    for (const { name, who, card, state, before } of TWELVE) {
      const read = reads.find((each) => each.card === card && each.state === state);
      if (read === undefined || read.shows === null)
        throw new Error(`There is no card "${card}" in "${state}" any more.`);
      const adaptive = renderCard(read.shows, { dialogs: true });
      await show(page, { type: "message", at: "10:00", names: "", text: read.text, card: adaptive }, WIDTHS.phone);
      const file = `${name.toLowerCase().replaceAll(/[^a-z]+/g, "-")}.webp`;
      writeFileSync(join(folder, file), await webp(page));
      const [{ words, beforeDetails } = { words: 0, beforeDetails: "" }] = drawn(read);
      rows.push(`| ${name} | ${who} | ${before} | ${words} | ${taps(read)} |`);
      // The pictures of before stay as they are: nothing draws those cards any more.
      const then = `![The same card before: all of it in sight, ${before} words](pictures/cards/before/${file})`;
      pictures.push(
        `### ${name}\n\n| now | before |\n|---|---|\n| ![${altOf(beforeDetails)}](pictures/cards/${file}) | ${then} |`,
      );
    }
    writeFileSync(join(docs, "cards.md"), pageOf(rows, pictures));
  } finally {
    await browser.close();
  }
}

/** Of the first button: one, or the form's: to open it, to send it, and one for each question that needs an answer. */
function taps(read: Read): number {
  const [first] = drawn(read)[0]?.buttons ?? [];
  const form = formsBehind(read).find(({ label }) => label === first)?.form;
  return form === undefined ? 1 : 2 + form.inputs.filter(({ required }) => required).length;
}

function altOf(text: string): string {
  return text
    .split("\n")
    .slice(1)
    .join("; ")
    .replaceAll(/[[\]|]/g, "");
}

function pageOf(rows: readonly string[], pictures: readonly string[]): string {
  return `# The cards

The twelve that are read most, on a phone, light and dark, as Teams draws them; Slack and the local chat show the same. Words are
those in sight, with the labels of the buttons; the rest is one tap away behind *Details*. *Before* is the same card of the same
request as it was drawn until 29 November 2026, with everything in sight. Taps are those to the likeliest answer: one, or to open
the form, to answer each question that needs it, and to send it.

| card | for | words before | words now | taps |
|---|---|---|---|---|
${rows.join("\n")}

\`npm run cards -- --twelve docs\` makes this page anew; a test holds the most words there may be, in every language.

${pictures.join("\n\n")}
`;
}
