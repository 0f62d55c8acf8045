import { PersonId } from "../../src/plant/ids.ts";
import { readIn } from "../../src/plant/who/language.ts";
import { LANGUAGES } from "../../src/words/reader.ts";
import { type Drawn, drawn } from "../../tools/cards/drawn.ts";
import { livesOf } from "../../tools/cards/lives.ts";
import { demo, monday } from "../request/scene.ts";
import { activeTypes } from "../workflow/activeTypes.ts";

/** What stands in sight, the labels of the buttons among it: on a phone of 390 by 844 one screen. */
const MOST_DECIDING = 60;
/** With the checks that are made on site before it is done. */
const MOST_DOING = 105;
/** Of what is somebody else's turn, or over. */
const MOST_KNOWING = 92;
/** Of what its author looks over before it is sent, every fact of it. */
const MOST_DRAFTED = 100;
/** With everybody who may be rung at a line that stands, and three teams that let it lie. */
const MOST_FOR_OPS = 120;

describe.each(LANGUAGES)("whoever reads a card, in %s,", (language) => {
  const plant = readIn(demo, language);
  const cards = activeTypes
    .flatMap((type) => livesOf(type, plant, PersonId.parse("olga"), monday("10:00")))
    .flatMap(drawn)
    .filter(({ platform, adaptive }) => platform === "teams" && adaptive !== null);
  const isOwn = ({ card, state }: Drawn) => {
    const step = / step (\S+)$/.exec(card)?.[1];
    return step !== undefined && (state === `turn of ${step}` || state === `turn of ${step}, taken`);
  };
  const longest = (some: readonly Drawn[], most: number) =>
    some.filter(({ words }) => words > most).map(({ card, state, words }) => `${card}, ${state}: ${words}`);
  const [approve] = { en: ["Approve"], de: ["Freigeben"], es: ["Aprobar"] }[language];
  const decides = (buttons: readonly string[]) => buttons.some((label) => label.startsWith(approve ?? ""));
  test("decides after some sixty words, whatever the type", () => {
    expect(new Set(cards.map(({ card }) => card.split(",")[0])).size).toBeGreaterThanOrEqual(12);
    const deciding = cards.filter((each) => isOwn(each) && decides(each.buttons));
    expect(deciding.length).toBeGreaterThan(20);
    expect(longest(deciding, MOST_DECIDING)).toEqual([]);
  });

  test("does it after those, with its checks", () => {
    const doing = cards.filter((each) => isOwn(each) && !decides(each.buttons));
    expect(doing.length).toBeGreaterThan(20);
    expect(longest(doing, MOST_DOING)).toEqual([]);
  });

  test("leaves those who only look on no more to read", () => {
    const others = cards.filter((each) => !isOwn(each) && !/form |, ping$/.test(each.card));
    const isForOps = ({ card }: Drawn) => card.endsWith(", ops") || card.startsWith("line-down,");
    const isDraft = ({ card }: Drawn) => card.endsWith(", draft");
    expect(longest(others.filter(isDraft), MOST_DRAFTED)).toEqual([]);
    expect(longest(others.filter(isForOps), MOST_FOR_OPS)).toEqual([]);
    expect(
      longest(
        others.filter((each) => !isForOps(each) && !isDraft(each)),
        MOST_KNOWING,
      ),
    ).toEqual([]);
  });

  test("reads who has it and until when in the sight of their own card, whatever the type", () => {
    const timed = cards.filter((each) => isOwn(each) && each.text.includes(DUE[language]));
    expect(timed.length).toBeGreaterThan(20);
    expect(
      timed.filter(({ beforeDetails }) => !beforeDetails.split("\n").slice(1).join("\n").includes(DUE[language])),
    ).toEqual([]);
  });
});

/** What is said of the end of a turn. */
const DUE = { en: ", due ", de: ", fällig ", es: ", vence " } as const;
