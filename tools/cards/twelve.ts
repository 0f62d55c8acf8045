import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderCard } from "../../adapters/adaptive/render.ts";
import { launchChromium } from "../../test/browser/browser.ts";
import { drawsAsTeams, show, WIDTHS, webp } from "../../test/browser/teams/screen.ts";
import { drawn, formsBehind } from "./drawn.ts";
import type { Read } from "./lives.ts";

/** A card that many read every day. `before`: its words in sight on Teams and on Slack, until 2026-11-30. */
type Used = {
  readonly name: string;
  readonly who: string;
  readonly card: string;
  readonly state: string;
  readonly before: { readonly teams: number; readonly slack: number };
};

const TWELVE: readonly Used[] = [
  {
    name: "Draft of a port",
    who: "requester",
    card: "open-port, draft",
    state: "draft",
    before: { teams: 52, slack: 52 },
  },
  {
    name: "A port, before the owner of the machine",
    who: "approver",
    card: "open-port, step owner",
    state: "turn of owner",
    before: { teams: 64, slack: 141 },
  },
  {
    name: "A port, before security",
    who: "approver",
    card: "open-port, step security",
    state: "turn of security",
    before: { teams: 68, slack: 151 },
  },
  {
    name: "A port, to be opened",
    who: "implementer",
    card: "open-port, step network",
    state: "turn of network",
    before: { teams: 106, slack: 267 },
  },
  {
    name: "A port under way",
    who: "requester",
    card: "open-port, requester",
    state: "turn of security",
    before: { teams: 49, slack: 108 },
  },
  {
    name: "Does it work",
    who: "requester",
    card: "open-port, requester",
    state: "turn of works",
    before: { teams: 76, slack: 135 },
  },
  {
    name: "A port, to be closed again",
    who: "implementer",
    card: "open-port, step close",
    state: "turn of close",
    before: { teams: 59, slack: 151 },
  },
  {
    name: "Remote access, before the owner",
    who: "approver",
    card: "remote-access, step owner",
    state: "turn of owner",
    before: { teams: 73, slack: 208 },
  },
  {
    name: "Access to a system, before security",
    who: "approver",
    card: "account-access, step security",
    state: "turn of security",
    before: { teams: 75, slack: 160 },
  },
  {
    name: "Firmware, to be updated",
    who: "implementer",
    card: "firmware-update, step update",
    state: "turn of update",
    before: { teams: 108, slack: 262 },
  },
  {
    name: "A line is down, before who repairs",
    who: "implementer",
    card: "line-down, step repair",
    state: "turn of repair",
    before: { teams: 55, slack: 184 },
  },
  {
    name: "A line is down and nobody comes",
    who: "requester",
    card: "line-down, requester",
    state: "overdue",
    before: { teams: 117, slack: 156 },
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
      rows.push(`| ${name} | ${who} | ${before.teams} / ${before.slack} | ${words} | ${taps(read)} |`);
      pictures.push(`### ${name}\n\n![${altOf(beforeDetails)}](pictures/cards/${file})`);
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
  return text.split("\n").slice(1).join("; ").replaceAll(/[[\]]/g, "");
}

function pageOf(rows: readonly string[], pictures: readonly string[]): string {
  return `# The cards

The twelve that are read most, on a phone, light and dark, as Teams draws them; Slack and the local chat show the same. Words are
those in sight, with the labels of the buttons; the rest is one tap away behind *Details*. *Before* is what stood in sight on
Teams and on Slack until 30 November 2026. Taps are those to the likeliest answer: one, or to open the form, to answer each
question that needs it, and to send it.

| card | for | words before (Teams / Slack) | words now | taps |
|---|---|---|---|---|
${rows.join("\n")}

\`npm run cards -- --twelve docs\` makes this page anew; a test holds the most words there may be, in every language.

${pictures.join("\n\n")}
`;
}
