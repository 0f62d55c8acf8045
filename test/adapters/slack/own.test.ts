import { cardForAll, readAsking } from "../../../adapters/slack/own.ts";
import { renderMessage } from "../../../adapters/slack/render.ts";
import type { Card, CardAction } from "../../../src/index.ts";
import { checkBlocks } from "../../fakes/slack/blocks.ts";
import { buttonsOf } from "../../fakes/slack/shown.ts";

const press = (label: string): CardAction => ({ type: "press", label, value: `r1|${label}`, style: "plain" });
const thread: CardAction = { type: "link", label: "Thread", url: "https://plant.slack.com/archives/C0OPS/p1" };
const reserved = { view: "plant_HAM.digest", actors: [], values: ["r1|Nudge", "r1|Close"] };

const card: Card = {
  title: "For Ops",
  key: null,
  blocks: [
    { type: "list", title: "Overdue:", items: [{ text: "HAM-1", actions: [thread, press("Nudge")] }] },
    { type: "actions", actions: [press("Close")], more: [] },
    { type: "actions", actions: [press("Note")], more: [] },
  ],
};

describe("a card in a channel of Slack, some of whose buttons are not everybody's", () => {
  test("has the others, its links, and one button that asks for what is one's own", () => {
    const { blocks } = renderMessage({ text: "", card, mention: [], reserved });
    const checked = checkBlocks(blocks);
    if (!checked.ok) throw new Error(checked.messages.join());
    const buttons = buttonsOf(checked.value);
    expect(buttons.map(({ label }) => label)).toEqual(["Thread", "Note", "What can I do?"]);
    expect(readAsking(buttons.at(-1)?.value ?? "")).toBe("plant_HAM.digest");
  });

  test("is as it was where every button is everybody's", () => {
    expect(cardForAll(card, undefined)).toBe(card);
    expect(cardForAll(card, { ...reserved, values: [] })).toBe(card);
  });

  test("takes no button of the core's for one that asks", () => {
    expect(readAsking("r1|nudge|req_0123456789ab|owner|3|")).toBeNull();
  });
});
