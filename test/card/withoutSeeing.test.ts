import { renderCard } from "../../adapters/adaptive/render.ts";
import { renderMessage } from "../../adapters/slack/render.ts";
import { repeatedLabels, spokenLabel } from "../../src/card/buttons/spoken.ts";
import type { Card, CardBlock, CardPart } from "../../src/card/card.ts";
import { instant } from "../../src/clock.ts";
import { readPlants } from "../../src/plant/file/read.ts";
import { PersonId } from "../../src/plant/ids.ts";
import { readIn } from "../../src/plant/who/language.ts";
import { LANGUAGES } from "../../src/words/reader.ts";
import { livesOf } from "../../tools/cards/lives.ts";
import { checkBlocks } from "../fakes/slack/blocks.ts";
import { activeTypes } from "../workflow/activeTypes.ts";

const [demo] = (await readPlants("plants")).plants;
if (demo === undefined) throw new Error("plants/ holds no plant");
const plant = demo;
const monday = instant("2026-11-23T10:00:00+01:00");

/** The cards of every type in its usual states. */
const cardsIn = (language: (typeof LANGUAGES)[number]) =>
  activeTypes
    .flatMap((type) => livesOf(type, readIn(plant, language), PersonId.parse("olga"), monday))
    .flatMap(({ shows }) => shows ?? []);

const partsOf = ({ blocks }: Card): readonly CardPart[] =>
  blocks.flatMap((block: CardBlock) => (block.type === "details" ? block.blocks : [block]));

/** What it says, whoever and whenever it is about. */
const inGeneral = (text: string) => text.replace(/\p{Lu}[\p{L}-]*|\d+/gu, "…");

/** The words that stand with more than one sign. */
function ambiguous(signed: readonly (readonly [sign: string, text: string])[]): readonly string[] {
  const signs = new Map<string, Set<string>>();
  for (const [sign, text] of signed) signs.set(inGeneral(text), (signs.get(inGeneral(text)) ?? new Set()).add(sign));
  return [...signs].filter(([, all]) => all.size > 1).map(([text, all]) => `${[...all].join(" and ")}: ${text}`);
}

describe.each(LANGUAGES)("whoever cannot see signs and colours, in %s,", (language) => {
  const parts = cardsIn(language).flatMap(partsOf);

  test("reads how a request stands in words that belong to one state alone", () => {
    const standing = parts.flatMap((part) => (part.type === "standing" ? [[part.mood, part.text] as const] : []));
    expect(standing.length).toBeGreaterThan(300);
    expect(standing.filter(([, text]) => !/\p{L}{2,}/u.test(text))).toEqual([]);
    expect(ambiguous(standing)).toEqual([]);
  });

  test("reads how each step stands in words, too", () => {
    const steps = parts.flatMap((part) =>
      part.type === "steps" ? part.steps.map(({ mark, says }) => [mark, says] as const) : [],
    );
    expect(steps.length).toBeGreaterThan(300);
    expect(steps.filter(([, says]) => !/\p{L}{2,}/u.test(says))).toEqual([]);
    expect(ambiguous(steps)).toEqual([]);
  });
});

const nudge = (value: string) => ({ type: "press", label: "Nudge", value, style: "plain" }) as const;
const board: Card = {
  title: "Overdue",
  key: null,
  blocks: [
    {
      type: "list",
      title: "Overdue",
      items: [
        { text: "HAM-4 Open port 502 to PLC-12: OT controls, since Tue 16:30", actions: [nudge("r1|nudge|a")] },
        { text: "HAM-5 Restart of the MES: IT servers, since Wed 08:00", actions: [nudge("r2|nudge|a")] },
        { text: "the calendar of the whole plant, which was not read since Friday", actions: [nudge("r3|nudge|a")] },
        {
          text: "HAM-6 Firmware of HMI line 3",
          actions: [{ type: "press", label: "Cut off now…", value: "r4|cutOff|a", style: "danger" }],
        },
      ],
    },
  ],
};

describe("buttons of one message that read the same", () => {
  const heard = ["Nudge: HAM-4", "Nudge: HAM-5", "Nudge: the calendar of the whole plant, which …"];

  test("are told apart by what they stand beside, beginning with what is written on them", () => {
    const repeated = repeatedLabels(board.blocks);
    const [list] = board.blocks;
    const items = list?.type === "list" ? list.items : [];
    const spoken = items.map(({ text, actions }) => actions.map((action) => spokenLabel(action, text, repeated)));
    expect(spoken.flat()).toEqual([...heard, null]);
  });

  test("are heard so on Slack, and a button that reads like no other as it is", () => {
    const message = renderMessage({ text: "Overdue", card: board, mention: [] });
    expect(checkBlocks(message.blocks)).toMatchObject({ ok: true });
    expect(JSON.stringify(message.blocks).match(/"accessibility_label":"[^"]*"/g)).toEqual(
      heard.map((label) => `"accessibility_label":"${label}"`),
    );
  });

  test("are heard so on Teams and in the local chat", () => {
    const drawn = JSON.stringify(renderCard(board));
    expect(new Set(drawn.match(/"tooltip":"[^"]*"/g))).toEqual(new Set(heard.map((label) => `"tooltip":"${label}"`)));
  });
});
